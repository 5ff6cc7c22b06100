import AutogenSchema
import Testing

@testable import AutogenPlan
@testable import AutogenRevisions

/// What a script takes away, told from its statements alone: what is made in the script is not lost in it.
@Suite struct LossTests {
    private func losses(_ sql: String, _ dialect: Dialect = .postgresql) throws -> [String] {
        let text = "-- revision: a\n-- down-revision: none\n-- dialect: \(dialect)\n-- upgrade\n\(sql)\n-- downgrade\n"
        return ScriptLosses(try RevisionScript(parsing: text, file: "a.sql")).upgrade.map { "\($0.line) \($0.object)" }
    }

    /// What a script says about a decision that is left open has the option that takes it; what is read back has the
    /// fact alone, from scripts of earlier versions as well.
    @Test func openDecisions() throws {
        let column = ObjectID(.column, "main", "t", "B: --fill")
        let zone = ObjectID(.column, "main", "t", "at")
        let text = ScriptText.text(
            of: [
                Statement(
                    "ALTER TABLE t ADD COLUMN \"B: --fill\" int NOT NULL",
                    hazards: [.needsValue(column, "fails on rows, which need a value"), .needsZone(zone, "of UTC")])
            ], in: .sqlite)
        #expect(
            text == """
                -- hazard (needs a decision): column main.t."B: --fill": fails on rows, which need a value: \
                --fill main.t."B: --fill"=EXPRESSION
                -- hazard (needs a decision): column main.t.at: of UTC: --zone main.t.at=ZONE
                ALTER TABLE t ADD COLUMN "B: --fill" int NOT NULL;
                """)
        let header = "-- revision: a\n-- down-revision: none\n-- dialect: sqlite\n-- upgrade\n-- downgrade\n"
        let needs = ScriptLosses(try RevisionScript(parsing: "\(header)\(text)\n", file: "a.sql")).downgradeNeeds
        #expect(needs.map(\.message) == ["fails on rows, which need a value", "of UTC"])
        #expect(needs.map(\.object) == [Address(column), Address(zone)])
    }

    @Test(arguments: [
        ("DROP TABLE users;", ["5 table users"]),
        ("drop table if exists public.\"Users\", b cascade;", ["5 table public.\"Users\"", "5 table b"]),
        (
            "SELECT 1;\nALTER TABLE ONLY app.users\n  ADD x int, DROP COLUMN IF EXISTS a, DROP b CASCADE;",
            ["6 column app.users.a", "6 column app.users.b"]
        ),
        ("TRUNCATE TABLE a, ONLY b RESTART IDENTITY;", ["5 rows a", "5 rows b"]),
        ("DELETE FROM a;", ["5 rows a"]),
        ("WITH x AS (SELECT 1 WHERE true) DELETE FROM a;", ["5 rows a"]),
        ("DELETE FROM a USING b;", ["5 rows a"]),
        ("UPDATE a SET (x, y) = (1, 2), z = (SELECT 1 WHERE true);", ["5 column a.x", "5 column a.y", "5 column a.z"]),
        ("DROP SCHEMA app CASCADE;", ["5 schema app"]),
        ("DROP TYPE mood CASCADE;", ["5 type mood"]),
        ("ALTER TYPE pair DROP ATTRIBUTE b;", ["5 attribute pair.b"]),
        ("DROP OWNED BY ada;", ["5 owner ada"]),
        ("/* DROP TABLE a; */ DROP/**/TABLE/**/\"b;c\";", ["5 table \"b;c\""]),
        ("CREATE TABLE a (id int); DROP TABLE b;", ["5 table b"]),
    ])
    func losing(_ sql: String, _ losses: [String]) throws {
        #expect(try self.losses(sql) == losses)
    }

    @Test(arguments: [
        "DELETE FROM a WHERE old;", "UPDATE a SET x = 1 WHERE x IS NULL;",
        "DROP VIEW v; DROP INDEX i; DROP FUNCTION f();",
        "ALTER TABLE a ALTER x DROP NOT NULL, ALTER y DROP DEFAULT, DROP CONSTRAINT c;", "DROP TYPE mood;",
        "DROP SCHEMA app;", "SELECT 'DROP TABLE a';", "COMMENT ON TABLE a IS 'DROP TABLE a';",
        "CREATE TABLE a (id int); UPDATE a SET id = 1; TRUNCATE a; DELETE FROM a; DROP TABLE a;",
        "ALTER TABLE a ADD COLUMN x int; UPDATE a SET x = 1; ALTER TABLE a DROP COLUMN x;",
        "CREATE TABLE a (id int); ALTER TABLE a RENAME TO b; DROP TABLE b;",
        "CREATE RULE r AS ON DELETE TO a DO INSTEAD DELETE FROM b;",
    ])
    func losingNothing(_ sql: String) throws {
        #expect(try losses(sql) == [])
    }

    /// SQLite makes a table anew in two ways; either keeps the rows, unless they are not copied.
    @Test func tablesThatAreMadeAnew() throws {
        let aside = "ALTER TABLE a RENAME TO 'a~old'; CREATE TABLE a (id);"
        #expect(try losses(aside + "INSERT INTO a SELECT * FROM \"a~old\"; DROP TABLE \"a~old\";", .sqlite) == [])
        #expect(try losses(aside + "DROP TABLE \"a~old\";", .sqlite) == ["5 table main.a"])
        let beside = "CREATE TABLE new_A (id); INSERT INTO new_a (id) SELECT * FROM main.A; DROP TABLE A;"
        #expect(try losses(beside + "ALTER TABLE new_a RENAME TO A;", .sqlite) == [])
        // What holds the rows of a table that made way is not the section's own.
        let copied = aside + "INSERT INTO a SELECT * FROM \"a~old\"; DROP TABLE \"a~old\";"
        #expect(try losses(copied + "DROP TABLE a;", .sqlite) == ["5 table main.a"])
        let comment = "\n-- hazard (data loss): column main.a.x: drops the column with its values\n"
        #expect(
            try losses(
                aside + comment + "INSERT INTO a (rowid, id) SELECT rowid, id FROM \"a~old\";\nDROP TABLE \"a~old\";",
                .sqlite) == ["6 column main.a.x"])
        // The rows are elsewhere then, and under another name.
        #expect(try losses(beside, .sqlite) == ["5 table main.\"A\""])
    }

    /// A hazard that autogen has written over a statement counts, whatever the statement looks like.
    @Test func hazards() throws {
        let sql = """
            -- hazard (data loss): column public.a.price: rounds the values
            -- hazard (lock): column public.b.x: is no loss
            ALTER TABLE public.a ALTER COLUMN price TYPE integer;
            """
        #expect(try losses(sql) == ["5 column public.a.price"])
    }

    @Test func whatALineAccepts() throws {
        func open(_ line: String) throws -> Int {
            let text = """
                -- revision: a
                -- down-revision: none
                -- dialect: postgresql
                -- accepts: \(line)
                -- accepts: data loss (table other)
                -- upgrade
                ALTER TABLE public.users DROP COLUMN "Name";
                -- downgrade

                """
            return try RevisionScript(parsing: text, file: "a.sql").unacceptedLosses.count
        }
        #expect(try open("data loss (column public.users.\"Name\", 1,000 rows on 2026-11-28)") == 0)
        #expect(try open("data loss (column users.\"Name\")") == 0)
        #expect(try open("data loss (table public.users)") == 1)
        #expect(try open("data loss (column app.users.\"Name\")") == 1)
        #expect(throws: ScriptError.self) { try open("everything") }
        #expect(throws: ScriptError.self) { try open("data loss (users)") }
    }
}
