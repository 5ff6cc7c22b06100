import AutogenSchema

/// The tables whose rows, keys or references the statements of a SQLite script can change, as far as their beginnings
/// tell; names are in small letters.
///
/// A table or column that is new breaks no reference, nor does an index, a view or a trigger that nothing sets off.
struct TouchedTables: Sendable, Hashable {
    private(set) var tables: Set<String> = []
    private(set) var droppedIndexes: Set<String> = []
    /// Whether rows are written, and triggers may write others.
    private(set) var writesRows = false
    /// Tables that get a trigger.
    private(set) var triggered: Set<String> = []
    /// Whether a statement may do anything.
    private(set) var isUnknown = false

    /// - Parameter statements: `nil` when more is run than is known.
    init(_ statements: [ScriptStatement]?) {
        isUnknown = statements == nil
        for statement in statements ?? [] { read(statement) }
    }

    private mutating func read(_ statement: ScriptStatement) {
        var reader = StatementReader(statement.text)
        switch reader.word() {
        case "create": creation(&reader)
        case "drop": drop(&reader)
        case "alter": alteration(&reader)
        case "insert", "replace":
            reader.skip("or", anyAfter: true)
            guard reader.skip("into") else { return isUnknown = true }
            write(reader.name())
        case "update":
            reader.skip("or", anyAfter: true)
            write(reader.name())
        case "delete":
            guard reader.skip("from") else { return isUnknown = true }
            write(reader.name())
        case "select", "values", "analyze", "reindex": break
        case "pragma":
            guard let name = reader.name(), Self.harmless.contains(name) else { return isUnknown = true }
        default: isUnknown = true
        }
    }

    private static let harmless: Set<String> = [
        "legacy_alter_table", "user_version", "application_id", "foreign_keys", "foreign_key_check",
    ]

    private mutating func creation(_ reader: inout StatementReader) {
        for word in ["temp", "temporary", "unique", "virtual"] { reader.skip(word) }
        let kind = reader.word()
        reader.skip("if", "not", "exists")
        switch kind {
        case "index", "view": break
        case "table": touch(reader.name())
        case "trigger":
            guard reader.name() != nil, reader.moveBehind("on"), let table = reader.name() else {
                return isUnknown = true
            }
            triggered.insert(table)
        default: isUnknown = true
        }
    }

    private mutating func drop(_ reader: inout StatementReader) {
        let kind = reader.word()
        reader.skip("if", "exists")
        switch kind {
        case "view", "trigger": break
        case "table": touch(reader.name())
        case "index":
            guard let name = reader.name() else { return isUnknown = true }
            droppedIndexes.insert(name)
        default: isUnknown = true
        }
    }

    private mutating func alteration(_ reader: inout StatementReader) {
        guard reader.skip("table"), let name = reader.name() else { return isUnknown = true }
        if reader.skip("add"), !reader.moveBehind("references") { return }
        touch(name)
        if reader.skip("rename", "to") { touch(reader.name()) }
    }

    private mutating func touch(_ table: String?) {
        guard let table else { return isUnknown = true }
        tables.insert(table)
    }

    private mutating func write(_ table: String?) {
        touch(table)
        writesRows = true
    }
}
