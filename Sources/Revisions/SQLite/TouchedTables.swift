import AutogenSQLText

import AutogenSchema

/// The tables whose rows, keys or references the statements of a SQLite script can change, as far as their beginnings
/// tell; names are folded.
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
        var reader = statement.sql.reader
        switch reader.word().lowercased() {
        case "create": creation(&reader)
        case "drop": drop(&reader)
        case "alter": alteration(&reader)
        case "insert", "replace":
            reader.skipConflictClause()
            guard reader.skip("INTO") else { return isUnknown = true }
            write(reader.localName())
        case "update":
            reader.skipConflictClause()
            write(reader.localName())
        case "delete":
            guard reader.skip("FROM") else { return isUnknown = true }
            write(reader.localName())
        case "select", "values", "analyze", "reindex": break
        case "pragma":
            guard let name = reader.localName(), Self.harmless.contains(name) else { return isUnknown = true }
        default: isUnknown = true
        }
    }

    private static let harmless: Set<String> = [
        "legacy_alter_table", "user_version", "application_id", "foreign_keys", "foreign_key_check",
    ]

    private mutating func creation(_ reader: inout SQLReader) {
        for word in ["TEMP", "TEMPORARY", "UNIQUE", "VIRTUAL"] { reader.skip(word) }
        let kind = reader.word().lowercased()
        reader.skip("IF", "NOT", "EXISTS")
        switch kind {
        case "index", "view": break
        case "table": touch(reader.localName())
        case "trigger":
            guard reader.localName() != nil, reader.skip(behind: "ON"), let table = reader.localName() else {
                return isUnknown = true
            }
            triggered.insert(table)
        default: isUnknown = true
        }
    }

    private mutating func drop(_ reader: inout SQLReader) {
        let kind = reader.word().lowercased()
        reader.skip("IF", "EXISTS")
        switch kind {
        case "view", "trigger": break
        case "table": touch(reader.localName())
        case "index":
            guard let name = reader.localName() else { return isUnknown = true }
            droppedIndexes.insert(name)
        default: isUnknown = true
        }
    }

    private mutating func alteration(_ reader: inout SQLReader) {
        guard reader.skip("TABLE"), let name = reader.localName() else { return isUnknown = true }
        if reader.skip("ADD"), !reader.skip(behind: "REFERENCES") { return }
        touch(name)
        if reader.skip("RENAME", "TO") { touch(reader.localName()) }
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

extension SQLReader {
    fileprivate mutating func skipConflictClause() {
        if skip("OR") { _ = word() }
    }

    /// The next name in small letters, without its schema; `nil` where it can't be told, or is that of an attached
    /// database.
    fileprivate mutating func localName() -> String? {
        guard let path = name(), let last = path.last else { return nil }
        let schema = path.dropLast().last?.lowercased() ?? "main"
        return path.count < 3 && (schema == "main" || schema == "temp") ? last.folded : nil
    }
}
