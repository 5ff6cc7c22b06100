public import AutogenConnection
import AutogenRevisions
import AutogenSchema

/// What `pg_dump --schema-only` says of a database: the server's own account of it, with which autogen's is compared.
public enum PostgresDump {
    /// One entry per object, in alphabetical order.
    public static func entries(of connection: any Connection) async throws -> [String] {
        let row = try await connection.query(
            """
            SELECT current_database() AS name,
                   EXISTS (SELECT FROM pg_seclabel) OR EXISTS (SELECT FROM pg_shseclabel) AS has_labels
            """
        ).first
        // To look for labels takes a sixth of the time of a small dump.
        let labels = row?[1].text == "t" ? [] : ["--no-security-labels"]
        let name = try row?.string("name") ?? ""
        return SchemaDump.entries(in: try TestServer.run("pg_dump", ["--schema-only"] + labels + [name]))
    }

    /// The whole of it, without the commands of psql that newer versions write.
    public static func text(of connection: any Connection) async throws -> String {
        let row = try await connection.query("SELECT current_database() AS name").first
        let dump = try TestServer.run("pg_dump", ["--schema-only", try row?.string("name") ?? ""])
        return dump.split(separator: "\n").filter { !$0.hasPrefix("\\") }.joined(separator: "\n")
    }
}
