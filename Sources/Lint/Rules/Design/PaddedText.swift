/// `char(n)` fills values up with blanks, which count in some comparisons and not in others. `text` with a
/// check of the length takes no more room and holds what it was given.
enum PaddedText: ColumnRule {
    static let code = "padded-text"
    static let advice = "text, with CHECK (length(column) = n) where the length matters"
    static func fault(_ type: String) -> String? {
        type.hasPrefix("character(") && type != "character(1)" ? "values are filled up with blanks" : nil
    }
}
