import Testing

/// Printed scripts in the real shell, without `-bail` and with foreign keys on.
@Suite struct ShellTests {
    private func shell(_ project: Project, _ arguments: String) async throws -> Program.Outcome {
        try await Program.run("/bin/bash", ["-c", "sqlite3 app.db \(arguments)"], in: project.folder)
    }

    private static let start = """
        CREATE TABLE parent (id INTEGER PRIMARY KEY, n);
        CREATE TABLE child (p REFERENCES parent ON DELETE CASCADE, a);
        CREATE TABLE other (p REFERENCES old ON DELETE CASCADE); CREATE TABLE old (id INTEGER PRIMARY KEY);
        CREATE VIEW v AS SELECT n FROM parent;

        """
    private static let rows = """
        INSERT INTO parent VALUES (1, 'x'), (2, 'x'); INSERT INTO child VALUES (1, 1), (2, NULL);
        INSERT INTO old VALUES (1); INSERT INTO other VALUES (1);
        """
    private static let rest = "CREATE TABLE other (p); CREATE VIEW v AS SELECT n AS m FROM parent;"

    /// What fails in the middle: the copy, an index, a column; or at the very start, where a transaction is open already.
    @Test(
        arguments: [
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, n UNIQUE); CREATE TABLE child (p REFERENCES parent, a);",
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, n INT NOT NULL, CHECK (n <> 'x'));",
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, n TEXT); CREATE UNIQUE INDEX i ON parent (n);",
            "CREATE TABLE parent (id INTEGER PRIMARY KEY, n TEXT, m INT DEFAULT 1 CHECK (m > 1));",
            "CREATE TABLE parent (id TEXT PRIMARY KEY, n, m DEFAULT 0 CHECK (m > 0)); CREATE TABLE child (p, a NOT NULL);",
        ], ["", "BEGIN; "])
    func allOrNothing(target: String, opening: String) async throws {
        let project = try Project()
        try project.write(Self.start, to: "start.sql")
        try project.write(target + Self.rest, to: "target.sql")
        let script = try await project.autogen(
            "diff", "start.sql", "target.sql", "--dialect", "sqlite", "--format", "sql")
        #expect(!script.output.isEmpty, "\(script.errors)")
        try project.write("PRAGMA foreign_keys = ON;\n\(opening)\(script.output)", to: "script.sql")
        _ = try await shell(project, "< start.sql")
        _ = try await shell(project, "\"\(Self.rows)\"")
        let before = try await shell(project, ".dump")
        let run = try await shell(project, "< script.sql")
        #expect(run.status != 0 && !run.errors.isEmpty)
        let after = try await shell(project, ".dump")
        #expect(after.output == before.output, "\(run.errors)\n\(script.output)")
    }

    /// A revision that fails is not recorded, and nothing after it is run.
    @Test func offlineScriptStops() async throws {
        let project = try await Project(schema: "CREATE TABLE a (x);\n")
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        _ = try await shell(project, "'INSERT INTO a VALUES (1), (1)'")
        try project.write("CREATE TABLE a (x UNIQUE);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "second")
        try project.write("CREATE TABLE a (x UNIQUE); CREATE TABLE b (x);\n", to: "schema/schema.sql")
        try await project.done("revision", "--offline", "-m", "third")
        let before = try await shell(project, ".dump")
        try project.write(try await project.done("upgrade", "head-2:head", "--sql"), to: "up.sql")
        let run = try await shell(project, "< up.sql")
        #expect(run.status != 0 && run.errors.contains("UNIQUE constraint failed: a.x"), "\(run.errors)")
        #expect(try await shell(project, ".dump").output == before.output)
    }
}
