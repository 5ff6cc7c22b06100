import Autogen
import AutogenConnection
import AutogenRevisions

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Has `pg_dump` say what is in a database; owners and privileges aside, which name roles that are there for a moment.
enum SchemaObserver {
    static func entries(of place: DatabaseURL) async throws -> [String] {
        let file = FileManager.default.temporaryDirectory.path + "/autogen-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: file) }
        let (text, password) = place.passwordApart
        // Arguments are for all to see, and the environment is not.
        if let password { setenv("PGPASSWORD", password, 1) }
        let status = try await Subprocess.run(
            "pg_dump", ["--schema-only", "--no-owner", "--no-privileges", "--dbname", text], output: file)
        guard let status else {
            throw UsageError("--observe needs pg_dump, which could not be started: install the programs of PostgreSQL")
        }
        guard status == 0 else {
            throw UsageError("--observe: pg_dump ended with status \(status); it must not be older than the server")
        }
        return SchemaDump.entries(
            in: String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self))
    }
}
