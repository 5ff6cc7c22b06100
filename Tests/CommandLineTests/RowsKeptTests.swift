import Testing

/// Right scripts are proved whatever a schema does to rows: what the rows can't show is said, and blocks nobody.
@Suite struct RowsKeptTests {
    struct Change: CustomTestStringConvertible {
        let isSQLite: Bool
        let before: String
        let after: String
        var options: [String] = []
        var testDescription: String { after }
    }

    private static let daily = "CREATE TABLE t (id int NOT NULL, d date NOT NULL) PARTITION BY RANGE (d);\n"

    static let changes: [Change] = [
        .init(
            isSQLite: false,
            before: "CREATE TYPE m AS ENUM ('a', 'b', 'c'); CREATE TABLE t (id int PRIMARY KEY, a m NOT NULL, l m[]);",
            after:
                "CREATE TYPE m AS ENUM ('a', 'b',\n'z' -- autogen:renamed-from c\n); CREATE TABLE t (id int PRIMARY KEY, a m NOT NULL, l m[]);"
        ),
        .init(
            isSQLite: false, before: "CREATE TABLE t (id int PRIMARY KEY, x text);",
            after:
                "CREATE TABLE t (id int PRIMARY KEY, x text); ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY;"
        ),
        .init(
            isSQLite: false,
            before: daily
                + "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01'); CREATE TABLE td PARTITION OF t DEFAULT;",
            after: daily
                + "CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01'); CREATE TABLE t2 PARTITION OF t FOR VALUES FROM ('2001-01-01') TO ('2002-01-01'); CREATE TABLE td PARTITION OF t DEFAULT;"
        ),
        .init(
            isSQLite: false,
            before:
                "CREATE TABLE p (id int PRIMARY KEY, x text, z int NOT NULL DEFAULT 3); CREATE TABLE c (y text) INHERITS (p);",
            after: "CREATE TABLE p (id int PRIMARY KEY, x text); CREATE TABLE c (y text) INHERITS (p);",
            options: ["--allow", "data-loss"]),
        .init(
            isSQLite: false,
            before: "CREATE TABLE p (id int PRIMARY KEY, x text); CREATE TABLE c (y text) INHERITS (p);",
            after: "CREATE TABLE p (id int PRIMARY KEY, x text);", options: ["--allow", "data-loss"]),
        .init(
            isSQLite: false,
            before: """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.v = old.v + 1; RETURN new; END $$;
                CREATE TABLE t (id int PRIMARY KEY, a text, v int NOT NULL DEFAULT 0);
                CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
                """,
            after: """
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.v = old.v + 1; RETURN new; END $$;
                CREATE TABLE t (id int PRIMARY KEY, a text, v int NOT NULL DEFAULT 0, b text NOT NULL);
                CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
                """, options: ["--fill", "t.b=coalesce(a, '') || 'x'"]),
        .init(
            isSQLite: true, before: "CREATE TABLE t (id integer PRIMARY KEY, j text);",
            after: "CREATE TABLE t (id integer PRIMARY KEY, j text); CREATE INDEX i ON t (json_extract(j, '$.a'));"),
        .init(
            isSQLite: false, before: "CREATE TABLE t (id int PRIMARY KEY, x text, b int);",
            after: "CREATE TABLE t (id int PRIMARY KEY, x text, b int, g int GENERATED ALWAYS AS (x::int) STORED);"),
        .init(
            isSQLite: false,
            before:
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c text, d text, e text, f text, g text, h text, CHECK (num_nonnulls(a, b, c, d, e, f, g, h) = 1));",
            after:
                "CREATE TABLE t (id int PRIMARY KEY, a text, b text, c text, d text, e text, f text, g text, h text, CHECK (num_nonnulls(a, b, c, d, e, f, g, h) = 1)); CREATE TABLE z (i int);"
        ),
        .init(
            isSQLite: true, before: "CREATE TABLE t (a integer, b text NOT NULL);",
            after: "CREATE TABLE t (a integer PRIMARY KEY, b text NOT NULL);", options: ["--allow", "data-loss"]),
        .init(
            isSQLite: false,
            before:
                "CREATE TABLE users (id int PRIMARY KEY, team int); CREATE TABLE teams (id int PRIMARY KEY, owner int NOT NULL REFERENCES users); ALTER TABLE users ADD FOREIGN KEY (team) REFERENCES teams;",
            after:
                "CREATE TABLE users (id int PRIMARY KEY, team int, x text); CREATE TABLE teams (id int PRIMARY KEY, owner int NOT NULL REFERENCES users); ALTER TABLE users ADD FOREIGN KEY (team) REFERENCES teams;"
        ),
        .init(
            isSQLite: false, before: "CREATE TABLE t (age int);", after: "CREATE TABLE t (years text);",
            options: ["--drop", "t.age"]),
        .init(
            isSQLite: true, before: "CREATE TABLE t (age INT);", after: "CREATE TABLE t (years TEXT);",
            options: ["--drop", "t.age"]),
    ]

    @Test(.timeLimit(.minutes(2)), arguments: changes)
    func isProved(_ change: Change) async throws {
        func prove(_ url: String) async throws {
            let project = try await Project(url: url, schema: change.before)
            try await project.done("revision", "-m", "first", "--from", "offline")
            try project.write(change.after, to: "schema/schema.sql")
            let written = try await project.autogen(["revision", "-m", "second", "--from", "offline"] + change.options)
            #expect(written.status == 0 && written.errors.contains("proved: "), "\(change.after): \(written.errors)")
        }
        if change.isSQLite { return try await prove("sqlite:app.db") }
        try await Server().withDatabase { try await prove($0) }
    }
}
