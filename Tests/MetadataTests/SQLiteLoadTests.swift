import AutogenMetadata
import AutogenSchema
import Testing

@Suite struct SQLiteLoadTests {
    private let names: SQL = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid"

    @Test func ordersByTrying() async throws {
        let project = try Project([
            "a.sql": """
            CREATE INDEX users_mail ON users (mail);
            CREATE TRIGGER log_user AFTER INSERT ON users BEGIN INSERT INTO log VALUES (new.id); END;
            """,
            "b.sql": "CREATE VIEW v AS SELECT * FROM users; ALTER TABLE users ADD COLUMN mail text;",
            "c.sql": "CREATE TABLE users (id integer PRIMARY KEY); CREATE TABLE log (id);",
        ])
        let loaded = try await project.load(.sqlite, query: names)
        #expect(Set(loaded.values) == ["users_mail", "log_user", "v", "users", "log"])
        #expect(loaded.notes.isEmpty)
    }

    @Test func pointsAtTheFault() async throws {
        let project = try Project([
            "a.sql": "CREATE TABLE ok (id integer);\n",
            "b.sql": "-- é\nCREATE TABLE t (\n\tname text,\n\té text NOT NUL\n);\n",
        ])
        let error = try #require(await project.problems(.sqlite))
        #expect(
            error.description == """
                b.sql:4:13: error: near "NUL": syntax error (SQLITE_ERROR)
                  4 | \té text NOT NUL
                    | \t           ^
                """)
    }

    @Test func reportsWhatIsMissingToTheEnd() async throws {
        let project = try Project([
            "a.sql": "CREATE TABLE a (x);\nCREATE INDEX i ON nowhere (x);\n  CREATE INDEX j ON a (y);"
        ])
        let error = try #require(await project.problems(.sqlite))
        #expect(
            error.problems.map { "\($0.line):\($0.column) \($0.message)" } == [
                "2:1 no such table: main.nowhere", "3:24 no such column: y",
            ])
    }

    @Test func takesWhatTheShellPrints() async throws {
        let project = try Project([
            "dump.sql": """
            PRAGMA foreign_keys=OFF;
            BEGIN TRANSACTION;
            CREATE TABLE notes (id integer PRIMARY KEY AUTOINCREMENT, body text);
            CREATE TABLE sqlite_sequence(name,seq);
            CREATE VIRTUAL TABLE docs USING fts5(title)
            /* docs(title) */;
            CREATE TABLE IF NOT EXISTS 'docs_data'(id INTEGER PRIMARY KEY, block BLOB);
            CREATE TABLE IF NOT EXISTS 'docs_config'(k PRIMARY KEY, v) WITHOUT ROWID;
            CREATE TABLE docs_archive (id integer);
            INSERT INTO notes VALUES (1, 'a'), (2, 'b');
            DELETE FROM notes;
            .mode list
            COMMIT;
            """
        ])
        let loaded = try await project.load(
            .sqlite,
            query: "SELECT name FROM sqlite_schema WHERE name IN ('notes', 'docs', 'docs_archive', 'docs_data')")
        #expect(loaded.values == ["notes", "docs", "docs_data", "docs_archive"])
        #expect(
            loaded.notes.map(\.description) == [
                "dump.sql:1:1: note: this PRAGMA has no part in a schema and is skipped",
                "dump.sql:4:1: note: sqlite_sequence is made by SQLite itself and is skipped",
                "dump.sql:7:1: note: docs_data is made by its virtual table and is skipped",
                "dump.sql:8:1: note: docs_config is made by its virtual table and is skipped",
                """
                dump.sql:10:1: warning: 2 data statements (INSERT, DELETE): run in the scratch database only, \
                never part of a revision
                """,
                "dump.sql:12:1: note: .mode is a command of the shell and is skipped",
            ])
    }

    @Test func readsVirtualTablesOfADump() async throws {
        let project = try Project([
            "dump.sql": """
            PRAGMA writable_schema=ON;
            INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)
            VALUES('table','docs','docs',0,'CREATE VIRTUAL TABLE docs USING fts5(title)');
            CREATE TABLE IF NOT EXISTS 'docs_data'(id INTEGER PRIMARY KEY, block BLOB);
            CREATE TABLE IF NOT EXISTS 'docs_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS 'docs_content'(id INTEGER PRIMARY KEY, c0);
            CREATE TABLE IF NOT EXISTS 'docs_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
            CREATE TABLE IF NOT EXISTS 'docs_config'(k PRIMARY KEY, v) WITHOUT ROWID;
            INSERT INTO docs_config VALUES('version',4);
            INSERT INTO docs_data VALUES(1,X''),(10,X'00000000000000');
            PRAGMA writable_schema=OFF;
            """
        ])
        #expect(try await project.load(.sqlite, query: "SELECT count(*) FROM docs").values == ["0"])
    }

    @Test func followsRead() async throws {
        let project = try Project([
            "main.sql": ".read parts/a.sql\nCREATE INDEX i ON a (x);", "parts/a.sql": "CREATE TABLE a (x);",
        ])
        #expect(try await project.load(.sqlite, query: names).values == ["a", "i"])
    }

    @Test func declaredTwice() async throws {
        let project = try Project([
            "a.sql": "-- people\nCREATE TABLE users (id integer);\nCREATE INDEX by_id ON users (id);\n",
            "b.sql": "CREATE TABLE IF NOT EXISTS Users (id text);\nCREATE TABLE IF NOT EXISTS other (id);\n",
        ])
        let loaded = try await project.load(.sqlite, query: names)
        #expect(
            loaded.notes.map(\.description) == [
                "b.sql:1:1: warning: is ignored, since a.sql:2 declares it already: one of the two is to go"
            ])
        let twice = try Project([
            "a.sql": "-- people\nCREATE TABLE users (id integer);\nCREATE INDEX by_id ON users (id);\n",
            "b.sql": "CREATE TABLE log (id);\nCREATE INDEX BY_ID ON log (id);\n",
        ])
        let error = try #require(await twice.problems(.sqlite))
        #expect(error.description.hasSuffix("  hint: declared twice: a.sql:3 and b.sql:2"), "\(error)")
    }
}
