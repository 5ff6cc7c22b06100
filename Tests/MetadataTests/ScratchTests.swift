import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Testing

@testable import AutogenMetadata

@Suite struct ScratchTests {
    private struct Stop: Error {}

    private func exists(_ name: String) async throws -> Bool {
        try await !TestServer.column("SELECT 1 FROM pg_database WHERE datname = \(literal: name)").isEmpty
    }

    private func scratch<T: Sendable>(
        _ setting: ScratchSetting = .auto, like url: DatabaseURL? = nil, _ body: (any Connection) async throws -> T
    ) async throws -> T {
        let live = try url ?? TestServer.url()
        return try await ScratchDatabase.with(
            setting, dialect: .postgresql, like: live, provider: TestProvider(), body)
    }

    private func name(_ connection: any Connection) async throws -> String {
        try await connection.query("SELECT current_database() AS name").first?.string("name") ?? ""
    }

    @Test func isGoneAfterwards() async throws {
        let name = try await scratch { connection in
            let name = try await self.name(connection)
            #expect(try await exists(name))
            return name
        }
        #expect(ScratchName(name) != nil)
        #expect(try await !exists(name))
    }

    @Test func isGoneAfterAFailure() async throws {
        var name = ""
        await #expect(throws: Stop.self) {
            try await scratch { connection in
                name = try await self.name(connection)
                throw Stop()
            }
        }
        #expect(ScratchName(name) != nil)
        #expect(try await !exists(name))
    }

    @Test func isGoneAfterCancellation() async throws {
        let (names, report) = AsyncStream.makeStream(of: String.self)
        let task = Task {
            // Without a server there is nothing to wait for.
            defer { report.finish() }
            try await scratch { connection in
                report.yield(try await self.name(connection))
                report.finish()
                _ = try await connection.query("SELECT pg_sleep(60)")
            }
        }
        var found = ""
        for await name in names { found = name }
        task.cancel()
        await #expect(throws: DatabaseError.self) { try await task.value }
        #expect(ScratchName(found) != nil)
        #expect(try await !exists(found))
    }

    @Test func staleOnesAreRemoved() async throws {
        // Young enough for every other run, so that none meddles before all is in place.
        let now = Int(try await TestServer.column("SELECT extract(epoch FROM now())::bigint").first ?? "") ?? 0
        let (used, young) = (ScratchName(created: now + 1), ScratchName(created: now + 1_000_000))
        let old = ScratchName(created: 1)
        let connection = try await PostgresConnection.open(TestServer.url())
        for name in [used, young, old] { try await connection.execute("CREATE DATABASE \(name: "\(name)")") }
        let user = try await PostgresConnection.open(TestServer.url().replacing(database: "\(used)"))
        await StaleScratches.remove([used, young, old], connection, now: now + StaleScratches.age + 60)
        #expect(try await !exists("\(old)"))
        #expect(try await exists("\(used)"))
        #expect(try await exists("\(young)"))
        await user.close()
        for name in [used, young] { try await connection.execute("DROP DATABASE \(name: "\(name)") WITH (FORCE)") }
        await connection.close()
    }

    @Test func aRunRemovesStaleOnes() async throws {
        let old = ScratchName(created: 1)
        let connection = try await PostgresConnection.open(TestServer.url())
        try await connection.execute("CREATE DATABASE \(name: "\(old)")")
        await connection.close()
        try await scratch { _ in }
        #expect(try await !exists("\(old)"))
    }

    @Test(arguments: ["autogen_scratch_", "autogen_scratch_1_abc", "autogen_scratch_x_3f2a9c81d0be", "shop"])
    func otherNamesAreNoScratch(_ name: String) { #expect(ScratchName(name) == nil) }

    @Test func takesOverEncodingLocaleAndSearchPath() async throws {
        let model = "autogen_test_model_\(UInt32.random(in: 0...UInt32.max))"
        let connection = try await PostgresConnection.open(TestServer.url())
        try await connection.execute(
            "CREATE DATABASE \(name: model) TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'")
        try await connection.execute("ALTER DATABASE \(name: model) SET search_path = app, \"My Schema\"")
        let url = try TestServer.url().replacing(database: model)
        let row = try await scratch(like: url) { connection in
            try await connection.query(
                """
                SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datctype,
                  current_setting('search_path') AS path FROM pg_database WHERE datname = current_database()
                """
            ).first
        }
        try await connection.execute("DROP DATABASE \(name: model) WITH (FORCE)")
        await connection.close()
        #expect(try row?.string("encoding") == "SQL_ASCII")
        #expect(try row?.string("datcollate") == "C")
        #expect(try row?.string("datctype") == "C.UTF-8")
        #expect(try row?.string("path") == "app, \"My Schema\"")
    }

    @Test func saysWhatToGrant() async throws {
        let role = "autogen_test_role_\(UInt32.random(in: 0...UInt32.max))"
        let connection = try await PostgresConnection.open(TestServer.url())
        try await connection.execute("CREATE ROLE \(name: role) LOGIN")
        let url = try DatabaseURL("postgresql://\(role)@/postgres")
        let error = await #expect(throws: ScratchError.self) { try await scratch(.sameServer, like: url) { _ in } }
        try await connection.execute("DROP ROLE \(name: role)")
        await connection.close()
        #expect(
            error?.description == """
                no scratch database: permission denied to create database
                grant the right with ALTER ROLE \(role) CREATEDB, or name a server where you have it: scratch: URL in the \
                configuration
                """)
    }

    @Test func needsAServerOfTheRightKind() async throws {
        let none = await #expect(throws: ScratchError.self) {
            try await ScratchDatabase.with(dialect: .postgresql, provider: TestProvider()) { _ in }
        }
        #expect(none?.reason == .noServer)
        let wrong = await #expect(throws: ScratchError.self) {
            try await ScratchDatabase.with(.url(.memory), dialect: .postgresql, provider: TestProvider()) { _ in }
        }
        #expect(wrong?.reason == .wrongDialect(.memory, wanted: .postgresql))
    }

    @Test func settingsAreReadAndWritten() throws {
        #expect(try ScratchSetting("auto") == .auto)
        #expect(try ScratchSetting("same-server") == .sameServer)
        #expect("\(try ScratchSetting("local"))" == "local")
        #expect("\(try ScratchSetting("postgresql://ada:secret@db/shop"))" == "postgresql://ada:***@db/shop")
        #expect(throws: DatabaseURLError.self) { try ScratchSetting("nowhere") }
    }
}
