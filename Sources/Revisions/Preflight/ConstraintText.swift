import AutogenSQLText
import AutogenSchema

/// A constraint as a statement writes it: what all rows must satisfy.
struct ConstraintText {
    enum Form {
        case notNull(column: String)
        case check(String)
        /// The keys as they are written, and whether NULL is equal to NULL.
        case unique(keys: [String], isPrimary: Bool, nullsAreEqual: Bool)
        case reference(columns: [String], table: [String], targets: [String], isFull: Bool)
        /// Each key with the operator under which no two rows may be related, and the rows that it is about.
        case exclusion(keys: [(key: String, operator: String)], condition: String?)
        /// The columns of an index that is there, of which a primary key takes no NULL.
        case indexed(isPrimary: Bool)
        /// Nothing is said about rows.
        case none
    }

    var name: String?
    let form: Form
    /// Whether the rows at hand are left alone.
    var isForNewRows = false
    /// Whether it is not that of tables that inherit.
    var isOwn = false
    /// SQLite: whether rows that break it are left out, or make others go.
    var yields = false

    /// Reads one behind `ADD`, in the list of a `CREATE TABLE`, or, of a `column`, in its definition; `nil` where something
    /// else comes.
    init?(_ reader: inout SQLReader, of column: String? = nil) {
        name = reader.skip("CONSTRAINT") ? reader.name()?.last : nil
        guard let form = Self.form(&reader, column) else { return nil }
        self.form = form
        while true {
            if reader.skip("NOT", "VALID") || reader.skip("NOT", "ENFORCED") {
                isForNewRows = true
            } else if reader.skip("NO", "INHERIT") {
                isOwn = true
            } else if reader.skip("NOT", "DEFERRABLE") || reader.skip("DEFERRABLE")
                || reader.skip("INITIALLY", "DEFERRED")
                || reader.skip("INITIALLY", "IMMEDIATE") || reader.skip("ENFORCED")
            {
                continue
            } else if reader.skip("ON", "CONFLICT") {
                yields = ["IGNORE", "REPLACE"].contains(reader.word())
            } else {
                return
            }
        }
    }

    private static func form(_ reader: inout SQLReader, _ column: String?) -> Form? {
        if reader.skip("NOT", "NULL") {
            guard let name = column ?? reader.name()?.last else { return nil }
            return .notNull(column: name)
        }
        if reader.skip("NULL") { return Form.none }
        if reader.skip("CHECK") {
            return reader.parenthesis().map { .check(reader.text(of: $0)) }
        }
        if reader.skip("PRIMARY", "KEY") { return key(&reader, column, isPrimary: true) }
        if reader.skip("UNIQUE") { return key(&reader, column, isPrimary: false) }
        if reader.skip("FOREIGN", "KEY") {
            guard let columns = reader.parenthesis() else { return nil }
            return reference(&reader, columns.compactMap { reader.name(of: $0) })
        }
        if let column, reader.isAt("REFERENCES") { return reference(&reader, [column]) }
        if reader.skip("EXCLUDE") { return exclusion(&reader) }
        return nil
    }

    private static func key(_ reader: inout SQLReader, _ column: String?, isPrimary: Bool) -> Form? {
        if reader.skip("USING", "INDEX") {
            _ = reader.name()
            return .indexed(isPrimary: isPrimary)
        }
        var nullsAreEqual = false
        if reader.skip("NULLS", "NOT", "DISTINCT") { nullsAreEqual = true } else { reader.skip("NULLS", "DISTINCT") }
        var keys = column.map { [SQL.quoted(name: $0)] } ?? []
        if column == nil {
            guard let list = reader.parenthesis() else { return nil }
            keys = IndexKey.all(in: list, reader).map(\.text)
        } else {
            // SQLite's key of a column may have a direction, and count by itself.
            _ = reader.skip("ASC") || reader.skip("DESC")
        }
        if reader.skip("INCLUDE") { _ = reader.parenthesis() }
        if reader.skip("WITH") { _ = reader.parenthesis() }
        if reader.skip("USING", "INDEX", "TABLESPACE") { _ = reader.name() }
        reader.skip("AUTOINCREMENT")
        return .unique(keys: keys, isPrimary: isPrimary, nullsAreEqual: nullsAreEqual)
    }

    private static func reference(_ reader: inout SQLReader, _ columns: [String]) -> Form? {
        guard reader.skip("REFERENCES"), let table = reader.name() else { return nil }
        let targets = reader.parenthesis()?.compactMap { reader.name(of: $0) } ?? []
        var isFull = false
        while true {
            if reader.skip("MATCH") {
                isFull = reader.word() == "FULL"
            } else if reader.skip("ON", "DELETE") || reader.skip("ON", "UPDATE") {
                if reader.skip("SET") || reader.skip("NO") {
                    _ = reader.word()
                    _ = reader.parenthesis()
                } else {
                    _ = reader.word()
                }
            } else {
                return .reference(columns: columns, table: table, targets: targets, isFull: isFull)
            }
        }
    }

    private static func exclusion(_ reader: inout SQLReader) -> Form? {
        if reader.skip("USING") { _ = reader.name() }
        guard let list = reader.parenthesis() else { return nil }
        let keys = IndexKey.all(in: list, reader)
        var condition: String?
        if reader.skip("INCLUDE") { _ = reader.parenthesis() }
        if reader.skip("WITH") { _ = reader.parenthesis() }
        if reader.skip("WHERE") { condition = reader.parenthesis().map { reader.text(of: $0) } }
        let pairs = keys.compactMap { key in key.operator.map { (key: key.text, operator: $0) } }
        return pairs.count == keys.count ? .exclusion(keys: pairs, condition: condition) : nil
    }
}

/// An element of an index or of a key: what of a row counts, without direction and operator class.
struct IndexKey {
    /// With its collation, so that equal means what it means to the index.
    let text: String
    /// The one behind `WITH` of an exclusion.
    let `operator`: String?

    static func all(in list: ArraySlice<SQLToken>, _ reader: SQLReader) -> [IndexKey] {
        var keys: [IndexKey] = []
        var rest = SQLReader(reader.text(of: list), reader.syntax)
        while !rest.isAtEnd {
            let item = rest.tokens { $0.isAt(symbol: ",") }
            rest.skip(symbol: ",")
            if let key = IndexKey(SQLReader(rest.text(of: item), reader.syntax)) { keys.append(key) }
        }
        return keys
    }

    private init?(_ reader: SQLReader) {
        var reader = reader
        let start = reader.rest
        // A column, a call, or an expression in parentheses.
        if reader.parenthesis() == nil {
            guard reader.name() != nil else { return nil }
            _ = reader.parenthesis()
        }
        // SQLite takes any expression.
        if !reader.syntax.hasSearchPath { _ = reader.tokens { ["COLLATE", "ASC", "DESC"].contains($0.keyword) } }
        if reader.skip("COLLATE") { _ = reader.name() }
        text = reader.text(of: start[start.startIndex..<reader.rest.startIndex])
        `operator` = reader.skip(behind: "WITH") ? reader.text(of: reader.rest) : nil
    }
}
