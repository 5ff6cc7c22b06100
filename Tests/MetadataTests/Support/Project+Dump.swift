import AutogenConnection
import AutogenMetadata
import AutogenSchema

extension Project {
    /// What `pg_dump --schema-only` says of the scratch database once the files are loaded.
    func dumpOfScratch() async throws -> String {
        let declared = try DeclaredSchema(sources: ["."], folder: path, dialect: .postgresql)
        let live = try TestServer.url()
        return try await ScratchDatabase.with(dialect: .postgresql, like: live, provider: TestProvider()) {
            connection in
            _ = try await declared.run(on: connection)
            let name = try await connection.query("SELECT current_database() AS name").first?.string("name") ?? ""
            return try TestServer.run("pg_dump", ["--schema-only", "--no-owner", name])
        }
    }
}
