/// What a `CREATE TABLE` statement says and no pragma tells (<https://www.sqlite.org/lang_createtable.html>).
struct TableDeclaration: Sendable, Hashable {
    struct Column: Sendable, Hashable {
        var name = ""
        /// The definition as its author wrote it.
        var text = ""
        var collation: String?
        var notNullName: String?
        /// What becomes of a row with NULL.
        var notNullConflict: String?
        var generated: [Token] = []
        /// Names that SQLite accepts and makes nothing of, as `DEFAULT df_name`.
        var idleNames: [String] = []
    }

    struct Constraint: Sendable, Hashable {
        enum Form: Sendable, Hashable {
            case primaryKey(autoincrement: Bool)
            case unique
            case check
            case foreignKey(ForeignKeyTarget)
        }

        var name: String?
        var form: Form
        /// The columns of a key, each with collation and direction; the expression of a check.
        var keys: [[Token]]
        var onConflict: String?
        /// The place of the column in whose definition it stands, counted from 1.
        var column: Int?
        /// `PRIMARY KEY DESC` in a column's definition makes no alias of the rowid.
        var isDescending = false
    }

    var columns: [Column] = []
    var constraints: [Constraint] = []

    init(_ text: String) {
        let tokens = Token.tokens(of: text)
        guard let open = tokens.firstIndex(where: { $0.keyword == "(" }) else { return }
        var reader = TokenReader(tokens[open...])
        let bytes = Array(text.utf8)
        var isPastColumns = false
        for item in (reader.group() ?? []).splitAtCommas() {
            guard let first = item.first, let last = item.last else { continue }
            isPastColumns = isPastColumns || Self.constraintWords.contains(first.keyword)
            var parser = ConstraintParser(item, column: isPastColumns ? nil : columns.count + 1)
            if isPastColumns {
                parser.readTableConstraints()
            } else {
                parser.readColumn()
                parser.column.text = String(
                    decoding: bytes[first.range.lowerBound..<last.range.upperBound], as: UTF8.self)
                columns.append(parser.column)
            }
            constraints += parser.constraints
        }
    }

    private static let constraintWords: Set<String> = ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"]
}

/// The part of a foreign key from `REFERENCES` on.
struct ForeignKeyTarget: Sendable, Hashable {
    var table = ""
    /// Empty for the primary key of the table.
    var columns: [String] = []
    var onDelete: String?
    var onUpdate: String?
    var isDeferred = false
}
