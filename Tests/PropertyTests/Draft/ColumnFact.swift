/// A column of a relation, or an attribute of a composite type.
struct ColumnFact: Sendable {
    let name: String
    let type: TypeFact
    var collation: String?
    var isNotNull = false
    var isGenerated = false
    /// `GENERATED ALWAYS AS IDENTITY`: an `INSERT` leaves it out.
    var isIdentity = false
    var isInherited = false

    var quoted: String { Names.quoted(name) }
}
