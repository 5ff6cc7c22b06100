package import AutogenConnection
package import AutogenSchema

extension VersionTable {
    func name(in dialect: Dialect) -> SQL { "\(name: path(in: dialect))" }

    /// Made on first use. Where it is, nothing is tried: a standby refuses even `IF NOT EXISTS`.
    func create(on connection: any Connection) async throws {
        guard try await !exists(on: connection) else { return }
        try await connection.execute(creation(in: connection.dialect))
    }

    func creation(in dialect: Dialect) -> SQL {
        """
        CREATE TABLE IF NOT EXISTS \(name(in: dialect)) (
            revision text NOT NULL PRIMARY KEY,
            checksum text NOT NULL,
            file text NOT NULL,
            applied_at \(dialect.migration.momentType) NOT NULL,
            applied_by text NOT NULL,
            progress text
        )
        """
    }

    func exists(on connection: any Connection) async throws -> Bool {
        try await !connection.lookUp(connection.dialect.migration.existence(of: self)).isEmpty
    }

    /// Throws ``MigrationError/deploying`` while another process migrates the database; where it can be, none begins to as
    /// long as the transaction lasts that is open.
    package func holdStill(_ connection: any Connection) async throws {
        guard try await connection.dialect.migration.isAtRest(self, on: connection) else {
            throw MigrationError.deploying
        }
    }

    /// What the database has; nothing when the table was never made.
    package func rows(on connection: any Connection) async throws -> [AppliedRevision] {
        guard try await exists(on: connection) else { return [] }
        let time = connection.dialect.migration.written("applied_at")
        let rows = try await connection.lookUp(
            """
            SELECT revision, checksum, file, \(time) AS at, applied_by, progress
            FROM \(name(in: connection.dialect)) ORDER BY 4, 1
            """)
        return try rows.map { row in
            let text = try row.string("revision")
            guard let id = RevisionID(text) else {
                throw DatabaseError(.result, message: "the table \(name) holds a revision \"\(text)\", which is no id")
            }
            return AppliedRevision(
                id: id, checksum: try row.string("checksum"), file: try row.string("file"),
                appliedAt: try row.string("at"), appliedBy: try row.string("applied_by"),
                progress: try row.optionalString("progress").flatMap { RevisionProgress($0) })
        }
    }

    /// A row for a revision of which nothing is done yet, or a lock on the row that is there.
    func claim(of script: RevisionScript, checksum: String, _ progress: RevisionProgress, _ dialect: Dialect) -> SQL {
        """
        INSERT INTO \(name(in: dialect)) (revision, checksum, file, applied_at, applied_by, progress) \
        VALUES (\(literal: script.id.text), \(literal: checksum), \(literal: script.file), \
        \(dialect.migration.now), \
        \(literal: "autogen \(AutogenVersion.text)"), \(literal: "\(progress)")) \
        ON CONFLICT (revision) DO UPDATE SET revision = excluded.revision
        """
    }

    func lock(of id: RevisionID, _ dialect: Dialect) -> SQL {
        "SELECT 1 FROM \(name(in: dialect)) WHERE revision = \(literal: id.text) FOR UPDATE"
    }

    func insertion(of script: RevisionScript, in dialect: Dialect) -> SQL {
        insertion(of: script, checksum: script.checksum, progress: "NULL", in: dialect)
    }

    /// The row of a revision on its way, or what it becomes.
    func insertion(
        of script: RevisionScript, checksum: String, progress: SQL, in dialect: Dialect
    ) -> SQL {
        """
        INSERT INTO \(name(in: dialect)) (revision, checksum, file, applied_at, applied_by, progress) \
        VALUES (\(literal: script.id.text), \(literal: checksum), \(literal: script.file), \
        \(dialect.migration.now), \(literal: "autogen \(AutogenVersion.text)"), \(progress)) \
        ON CONFLICT (revision) DO UPDATE SET checksum = excluded.checksum, file = excluded.file, \
        applied_at = excluded.applied_at, applied_by = excluded.applied_by, progress = excluded.progress
        """
    }

    func deletion(of id: RevisionID, in dialect: Dialect) -> SQL {
        "DELETE FROM \(name(in: dialect)) WHERE revision = \(literal: id.text)"
    }

    /// The catalog without this table and what is part of it or said about it.
    package func removed(from catalog: Catalog) -> Catalog {
        let naming = catalog.dialect.naming
        let prefix = [naming.hasSchemas ? schema : naming.usualSchema, name]
        return catalog.filtered { object in
            let isTable = object.kind == .table && object.id.path == prefix
            return !isTable && object.id.target?.path != prefix
        }
    }
}

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
