/// One of the first words of a statement: a key word or a name, with the place where it stands.
struct Word: Sendable, Hashable {
    /// Without its quotes.
    let text: String
    let isQuoted: Bool
    let range: Range<Int>

    /// In capitals, to compare with a key word; empty for a quoted name, which is none.
    var keyword: String { isQuoted ? "" : text.uppercased() }

    /// The name it means on PostgreSQL, which folds what is not quoted to small letters.
    var foldedName: String { isQuoted ? text : text.lowercased() }
}
