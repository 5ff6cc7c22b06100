#if os(Linux)
    import Testing

    /// A machine without libpq, which is played by an empty file that the loader finds first.
    @Suite struct MissingLibraryTests {
        private let project: Project
        private let environment: [String: String]

        init() async throws {
            project = try Project()
            try project.write("", to: "libraries/libpq.so.5")
            environment = ["LD_LIBRARY_PATH": project.path("libraries")]
        }

        @Test func workOnSQLiteNeedsNoLibPQ() async throws {
            try await project.done("init", "--url", "sqlite:app.db")
            try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY);\n", to: "schema/a.sql")
            for command in [["revision", "-m", "first"], ["upgrade"], ["check"], ["drift"]] {
                let outcome = try await project.autogen(command, environment: environment)
                #expect(outcome.status == 0, "\(command): \(outcome.errors)")
            }
        }

        @Test func workOnPostgreSQLSaysWhatIsMissing() async throws {
            let outcome = try await project.autogen("inspect", "postgresql://localhost/shop", environment: environment)
            #expect(
                outcome.errors == """
                    error: cannot open libpq: \(project.path("libraries"))/libpq.so.5: file too short
                    hint: install libpq 14 or newer (Debian: libpq5, Homebrew: libpq)

                    """)
            #expect(outcome.output == "")
            #expect(outcome.status == 3)
        }
    }
#endif
