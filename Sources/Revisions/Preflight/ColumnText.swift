import AutogenSQLText
import AutogenSchema

/// A column as a statement defines it.
struct ColumnText {
    let name: String
    let type: String
    /// What rows get that are there, or are made without it.
    private(set) var value: String?
    /// What computes it.
    private(set) var generated: String?
    private(set) var isIdentity = false
    private(set) var collation: String?
    private(set) var constraints: [ConstraintText] = []

    /// Whether it takes no NULL.
    var isNotNull: Bool {
        constraints.contains { constraint in
            switch constraint.form {
            case .notNull: true
            case .unique(_, let isPrimary, _): isPrimary
            case .check, .reference, .exclusion, .indexed, .none: false
            }
        }
    }

    /// Reads one behind `ADD [COLUMN]`, or in the list of a `CREATE TABLE`.
    init?(_ reader: inout SQLReader) {
        guard let name = reader.name()?.last else { return nil }
        self.name = name
        type = reader.text(of: reader.tokens(upTo: Self.endsType))
        if ["serial", "bigserial", "smallserial"].contains(type.lowercased()) { isIdentity = true }
        while !reader.isAtEnd, !reader.isAt(symbol: ",") { read(&reader) }
    }

    private mutating func read(_ reader: inout SQLReader) {
        var look = reader
        if look.skip("CONSTRAINT"), look.name() != nil,
            ["DEFAULT", "GENERATED", "AS", "COLLATE"].contains(look.keyword)
        {
            reader = look
        }
        if let constraint = ConstraintText(&reader, of: name) {
            constraints.append(constraint)
        } else if reader.skip("DEFAULT") {
            let start = reader.rest
            // NULL and NOT may begin it.
            if reader.parenthesis() == nil { _ = reader.next() }
            _ = reader.tokens(upTo: Self.endsType)
            value = reader.text(of: start[start.startIndex..<reader.rest.startIndex])
        } else if reader.skip("GENERATED", "ALWAYS", "AS", "IDENTITY")
            || reader.skip("GENERATED", "BY", "DEFAULT", "AS", "IDENTITY")
        {
            isIdentity = true
            _ = reader.parenthesis()
        } else if reader.skip("GENERATED", "ALWAYS", "AS") || reader.skip("AS") {
            generated = reader.parenthesis().map { reader.text(of: $0) }
            _ = reader.skip("STORED") || reader.skip("VIRTUAL")
        } else if reader.skip("COLLATE") {
            collation = reader.name().map { SQL.dotted($0) }
        } else if !reader.isAtEnd, !reader.isAt(symbol: ",") {
            if reader.parenthesis() == nil { _ = reader.next() }
        }
    }

    private static func endsType(_ reader: SQLReader) -> Bool {
        reader.isAt(symbol: ",") || attributes.contains(reader.keyword)
    }

    private static let attributes: Set<String> = [
        "AS", "CHECK", "COLLATE", "COMPRESSION", "CONSTRAINT", "DEFAULT", "DEFERRABLE", "GENERATED", "INITIALLY", "NOT",
        "NULL", "PRIMARY", "REFERENCES", "STORAGE", "UNIQUE",
    ]
}

/// A table as a `CREATE TABLE` lists it.
struct TableText {
    private(set) var columns: [ColumnText] = []
    private(set) var constraints: [ConstraintText] = []
    let isStrict: Bool
    let hasRowID: Bool

    /// Reads from behind the name on; `nil` where no list comes.
    init?(_ reader: SQLReader) {
        var reader = reader
        guard let list = reader.parenthesis() else { return nil }
        var items = SQLReader(reader.text(of: list), reader.syntax)
        while !items.isAtEnd {
            // What it takes from another table is not written here.
            if items.isAt("LIKE") { return nil }
            if Self.parts.contains(items.keyword), let constraint = ConstraintText(&items) {
                constraints.append(constraint)
            } else if let column = ColumnText(&items) {
                columns.append(column)
            }
            _ = items.tokens { $0.isAt(symbol: ",") }
            items.skip(symbol: ",")
        }
        var words: [String] = []
        while !reader.isAtEnd {
            words.append(reader.word())
            if words.last == "" { _ = reader.next() }
        }
        isStrict = words.contains("STRICT")
        hasRowID = !words.contains("ROWID")
    }

    private static let parts: Set<String> = ["CONSTRAINT", "CHECK", "PRIMARY", "UNIQUE", "FOREIGN", "EXCLUDE", "NOT"]

    var allConstraints: [ConstraintText] { columns.flatMap(\.constraints) + constraints }

    /// SQLite: whether a column is another name of the rowid, which is given a number where it is given NULL.
    func isRowID(_ column: String) -> Bool {
        guard hasRowID, let own = columns.first(where: { $0.name.folded == column.folded }) else { return false }
        return own.type.uppercased() == "INTEGER" && primaryKey.count == 1
            && SQLReader.name(in: primaryKey[0], .sqlite)?.folded == column.folded
    }

    /// The keys of the primary key as they are written; empty where there is none.
    var primaryKey: [String] {
        for constraint in allConstraints {
            if case .unique(let keys, true, _) = constraint.form { return keys }
        }
        return []
    }
}
