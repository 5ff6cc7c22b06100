package import AutogenSchema

/// Where a database keeps which revisions it has: a table that belongs to autogen and is no part of the schema.
///
/// ```swift
/// VersionTable()                  // autogen_version, on PostgreSQL in the schema public
/// VersionTable(schema: "ops")     // ops.autogen_version
/// ```
public struct VersionTable: Sendable, Hashable {
    /// The name of the table unless a project sets another; reflection leaves it out.
    public static let defaultName = VersionTableName.standard
    /// The schema on PostgreSQL unless a project sets another.
    public static let defaultSchema = "public"

    /// The name, without the schema.
    public var name: String
    /// The schema on PostgreSQL; SQLite has none.
    public var schema: String

    /// The table of this name, which the first upgrade makes.
    public init(name: String = Self.defaultName, schema: String = Self.defaultSchema) {
        self.name = name
        self.schema = schema
    }

    /// The qualified name in a statement of the dialect.
    package func path(in dialect: Dialect) -> [String] { dialect.migration.path(of: self) }

    /// Schema and name, by which the role that migrates a database is known, and the lock.
    package var qualified: [String] { [schema, name] }
}
