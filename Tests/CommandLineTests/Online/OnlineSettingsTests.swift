import Testing

/// Which tables a revision spares those who use them.
@Suite struct OnlineSettingsTests {
    private static let tables = "CREATE TABLE small (id int);\nCREATE TABLE large (id int);\n"
    private static let indexes = "CREATE INDEX small_id ON small (id);\nCREATE INDEX large_id ON large (id);\n"

    /// The statements that make the two indexes, with these lines in the configuration.
    private func written(_ settings: String, _ options: String...) async throws -> [String] {
        var lines: [String] = []
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: Self.tables)
            let configuration = try project.text("autogen.yaml")
            try project.write(configuration + settings.replacing("URL", with: "\"\(url)\""), to: "autogen.yaml")
            try await project.done("revision", "--offline", "-m", "tables", "--rev-id", "a")
            try await project.done("upgrade")
            try await project.run(
                "INSERT INTO large SELECT generate_series(1, 2000); INSERT INTO small VALUES (1); ANALYZE", on: url)
            try project.write(Self.tables + Self.indexes, to: "schema/schema.sql")
            try await project.done(["revision", "--offline", "-m", "indexes", "--rev-id", "b"] + options)
            let name = try #require(try project.files("revisions").first { $0.contains("_b_") })
            lines = try project.text("revisions/\(name)").split(separator: "\n").map(String.init)
                .filter { $0.hasPrefix("CREATE INDEX") }
        }
        return lines.sorted()
    }

    private static let concurrent = [
        "CREATE INDEX CONCURRENTLY large_id ON public.large USING btree (id);",
        "CREATE INDEX CONCURRENTLY small_id ON public.small USING btree (id);",
    ]
    private static let plain = [
        "CREATE INDEX large_id ON public.large USING btree (id);",
        "CREATE INDEX small_id ON public.small USING btree (id);",
    ]

    @Test func everyTableCounts() async throws {
        #expect(try await written("") == Self.concurrent)
        #expect(try await written("online: on\n") == Self.concurrent)
    }

    @Test func itCanBeOff() async throws {
        #expect(try await written("online: off\n") == Self.plain)
        #expect(try await written("", "--no-online") == Self.plain)
    }

    @Test func anEnvironmentKnowsTheSizes() async throws {
        // The settings stand behind the environments.
        let mirror = "  mirror:\n    url: URL\nonline:\n  sizes-from: mirror\n  above: 1000\n"
        #expect(try await written(mirror) == [Self.concurrent[0], Self.plain[1]])
        let unknown = "  mirror:\n    url: ${NOT_SET}\nonline:\n  sizes-from: mirror\n"
        #expect(try await written(unknown) == Self.concurrent)
    }

    @Test(arguments: [
        ("online: perhaps\n", "\"online\" must be on, off"), ("online:\n  sizes-from: nowhere\n", "no environment"),
        ("online:\n  above: many\n", "\"above\" must be a number"), ("online:\n  below: 5\n", "unknown key \"below\""),
    ])
    func saysWhatIsWrong(_ settings: String, _ reason: String) async throws {
        let project = try await Project(schema: "")
        try project.write(try project.text("autogen.yaml") + settings, to: "autogen.yaml")
        let outcome = try await project.autogen("heads")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains(reason), "\(outcome.errors)")
        #expect(outcome.errors.contains("autogen.yaml:"), "\(outcome.errors)")
    }
}
