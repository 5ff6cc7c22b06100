import Testing

/// Foreign keys that SQLite takes and can never follow: they are the user's, and stay.
@Suite struct UnsoundForeignKeyTests {
    private static let schema = """
        CREATE TABLE parent (a INT, b INT);

        CREATE TABLE child (x INT REFERENCES parent (a), y TEXT);
        CREATE TABLE sound (id INTEGER PRIMARY KEY, other INT REFERENCES sound);

        """

    @Test func `they are told of with their place, and in nobody's way`() async throws {
        let project = try await Project(schema: Self.schema)
        let first = try await project.autogen("revision", "-m", "first")
        #expect(first.status == 0)
        #expect(
            first.errors.contains(
                "schema/schema.sql:3:1: warning: the foreign key of child (x) can't be followed: parent has no unique key (a)"
            ),
            "\(first.errors)")
        try await project.done("upgrade")
        _ = try await project.run(
            "INSERT INTO child VALUES (1, 'x'); INSERT INTO sound VALUES (1, 1)", on: "sqlite:app.db")

        try project.write(
            Self.schema.replacing("y TEXT", with: "y TEXT UNIQUE").replacing("other INT", with: "other INT UNIQUE"),
            to: "schema/schema.sql")
        try await project.done("revision", "-m", "second")
        try await project.done("upgrade")
        #expect(try await project.run("SELECT count(*) FROM child", on: "sqlite:app.db") == "1\n")
        #expect(try await project.autogen("check", "--live").status == 0)
        try await project.done("downgrade", "-1")
        #expect(try await project.run("SELECT count(*) FROM child", on: "sqlite:app.db") == "1\n")
    }

    @Test func `a database with one is adopted`() async throws {
        let project = try Project()
        _ = try await project.run(Self.schema, on: "sqlite:app.db")
        try await project.done("init", "--from-database", "--url", "sqlite:app.db")
        #expect(try await project.autogen("check", "--live").status == 0)
    }
}
