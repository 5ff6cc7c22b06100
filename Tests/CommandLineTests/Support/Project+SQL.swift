import Testing

extension Project {
    /// Runs SQL by the database's own shell and returns its rows, unaligned.
    @discardableResult
    func run(_ sql: String, on url: String) async throws -> String {
        let outcome = try await Program.run(
            "/usr/bin/env",
            url.hasPrefix("sqlite:")
                ? ["sqlite3", String(url.dropFirst(7)), sql]
                : [Server.psql, "-qXAt", "-v", "ON_ERROR_STOP=1", "-d", url, "-c", sql],
            in: folder)
        #expect(outcome.status == 0, "\(sql): \(outcome.errors)")
        return outcome.output
    }

    /// The same test on a new SQLite file and on a new PostgreSQL database.
    static func onBoth(_ body: (_ url: String, _ schema: String) async throws -> Void) async throws {
        try await body("sqlite:app.db", "main")
        try await Server().withDatabase { try await body($0, "public") }
    }
}
