import AutogenConnection
import AutogenSchema

enum SQLiteReflection {
    /// Reads the main database in queries that see one state.
    static func catalog(of connection: any Connection) async throws -> Catalog {
        let version = try await connection.serverVersion()
        guard version >= ServerVersion(3, 37) else {
            throw DatabaseError(
                .result, message: "SQLite \(version) is too old; autogen needs 3.37, for pragma_table_list")
        }
        let source = try await snapshot(of: connection)
        var builder = SQLiteCatalogBuilder(source: source, version: version)
        return builder.build()
    }

    /// A connection of the caller's may have more files than its own, of which one is the project's.
    static func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        let rows = try await connection.query(
            "SELECT name, file FROM pragma_database_list WHERE name NOT IN ('main', 'temp') ORDER BY seq")
        return try rows.map { row in
            let file = try row.optionalString("file") ?? ""
            return Unmodelled(
                "the attached database \(try row.string("name"))\(file.isEmpty ? "" : " (\(file))")",
                why: "a schema is that of one file; give this one an environment of its own")
        }
    }

    /// A savepoint is a transaction of its own outside of one, and part of the caller's inside.
    private static func snapshot(of connection: any Connection) async throws -> SQLiteSource {
        try await connection.execute("SAVEPOINT autogen_reflection")
        do {
            let results = try await connection.batch([entries, tables, columns, keys, options])
            var source = SQLiteSource()
            try source.read(entries: results[0], tables: results[1], columns: results[2], keys: results[3])
            try source.read(options: results[4])
            source.viewRefusals = try await refusals(ofViews: source.entries.filter { $0.type == "view" }, connection)
            source.triggerRefusals = try await TriggerProbe(source: source, connection: connection).refusals()
            try await connection.execute("RELEASE autogen_reflection")
            return source
        } catch {
            // A task of its own, since a cancelled one could not end the savepoint.
            await Task {
                try? await connection.execute("ROLLBACK TO autogen_reflection; RELEASE autogen_reflection")
            }.value
            throw error
        }
    }

    /// SQLite takes a view of anything, and says what is wrong with it when it is read.
    private static func refusals(
        ofViews views: [SQLiteSource.Entry], _ connection: any Connection
    ) async throws -> [String: SQLiteSource.Refusal] {
        var refusals: [String: SQLiteSource.Refusal] = [:]
        for view in views {
            do { _ = try await connection.query("SELECT 1 FROM main.\(name: view.name) LIMIT 0") } catch {
                guard error.reason == .statement else { throw error }
                refusals[view.name.exact] = SQLiteSource.Refusal(message: error.message)
            }
        }
        return refusals
    }

    private static let entries: SQL = """
        SELECT type, name, tbl_name, sql FROM main.sqlite_schema
        WHERE sql IS NOT NULL ORDER BY rowid
        """

    private static let tables: SQL = """
        SELECT name, type, strict, wr FROM pragma_table_list WHERE schema = 'main'
        """

    /// Not for virtual tables, whose module may be missing, nor for views, whose tables may be.
    private static let columns: SQL = """
        SELECT s.name AS "table", x.name AS name, x.cid, x.type, x."notnull", x.dflt_value, x.hidden
        FROM main.sqlite_schema s, pragma_table_xinfo(s.name, 'main') x
        WHERE s.type = 'table' AND s.rootpage > 0
        """

    /// Of the main database: these pragmas take no other as an argument.
    private static let options: SQL = """
        SELECT application_id, user_version FROM pragma_application_id, pragma_user_version
        """

    private static let keys: SQL = """
        SELECT s.name AS "index", x.name AS name
        FROM main.sqlite_schema s, pragma_index_xinfo(s.name, 'main') x
        WHERE s.type = 'index' AND s.sql IS NOT NULL AND x."key" = 1 ORDER BY s.name, x.seqno
        """
}
