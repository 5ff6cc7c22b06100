import AutogenConnection
import AutogenMetadata
import AutogenPlan
import AutogenSchema

/// SQLite has one code for all that it can't compile, so its words must do.
extension SQLiteEngine: AuthoringEngine {
    var rules: any DDLRules { SQLiteRules() }
    var namesWhatHasNone: Bool { false }
    func kept(_ name: String) -> String { name }

    func isMissing(_ error: DatabaseError) -> Bool {
        error.message.hasPrefix("no such table") || error.message.hasPrefix("no such column")
    }

    func isMissingTable(_ error: DatabaseError) -> Bool { error.message.hasPrefix("no such table") }
    func isForbidden(_ error: DatabaseError) -> Bool { false }
    func isOfOtherType(_ error: DatabaseError) -> Bool { false }

    var fillsByCopying: Bool { true }
    var declaresChanges: Bool { false }
    func pleasant(_ sql: String, isUnqualified: Bool) -> String { sql }

    func writePart(_ edit: FindingEdit, from: Catalog, to: Catalog, into text: inout SchemaText) -> Bool? {
        SQLitePartEdit(edit: edit, from: from, to: to).write(into: &text)
    }

    /// It says of an expression that it is no constant.
    func isNoExpression(_ error: DatabaseError) -> Bool { !error.message.contains("is not constant") }

    func check(zone: String, on connection: any Connection) async throws {}
}
