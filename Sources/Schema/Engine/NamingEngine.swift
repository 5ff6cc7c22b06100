package import AutogenSQLText

/// How an engine and its versions are called, whose SQL it reads, and where its objects have their names.
package protocol NamingEngine: Sendable {
    /// The name as its makers write it.
    var title: String { get }
    var syntax: SQLSyntax { get }

    /// What to say of a server whose version autogen does not know; `nil` when there is nothing to say.
    func notice(of version: ServerVersion) -> String?

    /// The schema that people use who name none.
    var usualSchema: String { get }
    /// Whether a database has schemas of its users' making, so that an object is named with its own.
    var hasSchemas: Bool { get }

    /// An object of a snapshot, with what that leaves to the text of definitions.
    ///
    /// - Parameter detail: how much the snapshot has, as ``Snapshot/detail``.
    func completed(_ definition: Definition, detail: Int) -> Definition

    /// The definition with its texts as the engine writes them once it has read its own, for comparison.
    func settled(_ definition: Definition) -> Definition

    /// Whether an object that is part of another says no more than its absence would.
    func saysNothing(_ definition: Definition, partOf whole: ObjectID, in catalog: Catalog) -> Bool
}

extension Dialect {
    package var naming: any NamingEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }

    /// The name as its makers write it, for messages: `PostgreSQL`, `SQLite`.
    package var title: String { naming.title }

    /// The lexical rules of its SQL.
    package var syntax: SQLSyntax { naming.syntax }

    /// What to say of a server whose version autogen does not know; `nil` when there is nothing to say.
    ///
    /// ```swift
    /// Dialect.postgresql.notice(of: ServerVersion(19, 0))
    /// // PostgreSQL 19 is newer than the versions autogen knows (14 to 18); what is new in it goes unseen
    /// ```
    package func notice(of version: ServerVersion) -> String? { naming.notice(of: version) }
}

extension SQLSyntax {
    /// Equal for names that mean the same object, and only for these.
    package func key(of name: String) -> String { ignoresCase ? name.folded : name.exact }
}
