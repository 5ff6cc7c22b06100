import AutogenConnection
import AutogenMetadata
package import AutogenPlan
package import AutogenSchema

/// What writing revisions, and asking about what they lose, has to know of an engine.
protocol AuthoringEngine: Sendable {
    /// How its objects are made, changed and dropped.
    var rules: any DDLRules { get }

    /// Whether the engine names constraints and indexes whose authors give none, so that a convention can name them.
    var namesWhatHasNone: Bool { get }

    /// A name as the engine keeps it.
    func kept(_ name: String) -> String

    /// Whether a query was refused since there is no such table, column or schema.
    func isMissing(_ error: DatabaseError) -> Bool

    /// Whether it was refused since there is no such table.
    func isMissingTable(_ error: DatabaseError) -> Bool

    /// Whether the role, or the database as it is open, may not do it.
    func isForbidden(_ error: DatabaseError) -> Bool

    /// Whether a default was refused since it has another type than its column, and for nothing else.
    func isOfOtherType(_ error: DatabaseError) -> Bool

    /// Whether a column that comes is filled while all rows are copied, whatever fills it.
    var fillsByCopying: Bool { get }

    /// Whether an expression that was refused as a default is none at all.
    func isNoExpression(_ error: DatabaseError) -> Bool

    /// A statement of the engine's as a person would write it.
    ///
    /// - Parameter isUnqualified: whether what is in the usual schema is named without it.
    func pleasant(_ sql: String, isUnqualified: Bool) -> String

    /// Whether a declared file can change what it has made, in statements of their own.
    var declaresChanges: Bool { get }

    /// Writes a finding about a part of a table into the declared files where the engine keeps the author's own text; `nil`
    /// where that is not so.
    func writePart(_ edit: FindingEdit, from: Catalog, to: Catalog, into text: inout SchemaText) -> Bool?

    /// Throws ``FillError`` for a time zone that the engine does not know.
    func check(zone: String, on connection: any Connection) async throws
}

extension Dialect {
    var authoring: any AuthoringEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }

    /// The DDL rules of the engine.
    package var rules: any DDLRules { authoring.rules }
}
