#if os(Linux)
    import Foundation
    import Testing

    /// Machines without libpq, or with one that won't do: the loader finds another file of that name first.
    @Suite struct MissingLibraryTests {
        private let project: Project
        private let environment: [String: String]

        init() throws {
            project = try Project()
            try project.write("", to: "libraries/libpq.so.5")
            let others = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"].map { ":\($0)" } ?? ""
            environment = ["LD_LIBRARY_PATH": project.path("libraries") + others]
        }

        @Test func workOnSQLiteNeedsNoLibPQ() async throws {
            try await project.done("init", "--url", "sqlite:app.db")
            try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY);\n", to: "schema/a.sql")
            for command in [["revision", "-m", "first"], ["upgrade"], ["check"], ["drift"]] {
                let outcome = try await project.autogen(command, environment: environment)
                #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            }
        }

        @Test func workOnPostgreSQLSaysThatItIsMissing() async throws {
            let file = project.path("libraries/libpq.so.5")
            try await expectRefusal("cannot open libpq: \(file): file too short")
        }

        /// Some other library stands for a libpq that is too old: it lacks the functions.
        @Test func workOnPostgreSQLSaysThatItIsTooOld() async throws {
            let program = try Program.folder.appending(path: "autogen").path
            let libraries = try await Program.run("/usr/bin/env", ["ldd", program], in: project.path("."))
            let paths = libraries.output.split(whereSeparator: \.isWhitespace)
            let other = try #require(paths.first { $0.hasSuffix("/libc.so.6") }, "\(libraries)")
            let file = project.path("libraries/libpq.so.5")
            try FileManager.default.removeItem(atPath: file)
            try FileManager.default.copyItem(atPath: String(other), toPath: file)
            try await expectRefusal("libpq has no function PQbackendPID")
        }

        private func expectRefusal(_ message: String, _ place: SourceLocation = #_sourceLocation) async throws {
            let outcome = try await project.autogen("inspect", "postgresql://localhost/shop", environment: environment)
            let errors = """
                error: \(message)
                hint: install PostgreSQL's client library, version 14 or newer (Debian: libpq5, Homebrew: libpq)

                """
            #expect(outcome.errors == errors, sourceLocation: place)
            #expect(outcome.output == "", sourceLocation: place)
            #expect(outcome.status == 3, sourceLocation: place)
        }
    }
#endif
