import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import TestSupport
import Testing

@Suite struct SQLiteScriptTests {
    private func script(_ from: String, _ to: String) async throws -> String {
        SQLiteFixture.text(of: try await SQLiteFixture.plan(from: from, to: to))
    }

    @Test func addsColumnsInPlace() async throws {
        let script = try await script(
            "CREATE TABLE t (a INT);",
            """
            CREATE TABLE t (
                a INT,
                b TEXT NOT NULL DEFAULT 'x', -- why not
                c INT REFERENCES t (a) CHECK (c <> 3)
            );
            """)
        #expect(
            script == """
                ALTER TABLE t ADD COLUMN b TEXT NOT NULL DEFAULT 'x';
                ALTER TABLE t ADD COLUMN c INT REFERENCES t (a) CHECK (c <> 3);

                """)
    }

    @Test func dropsColumnsInPlace() async throws {
        let script = try await script(
            "CREATE TABLE t (a INT, b TEXT, c INT REFERENCES t (a)); CREATE INDEX i ON t (b);",
            "CREATE TABLE t (a INT);")
        #expect(
            script == """
                DROP INDEX i;
                ALTER TABLE t DROP COLUMN b;
                ALTER TABLE t DROP COLUMN c;

                """)
    }

    @Test func rebuildsOnceForAllChanges() async throws {
        let script = try await script(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a INT, b TEXT, c, d);
            CREATE INDEX i ON t (a);
            CREATE VIEW v AS SELECT a FROM t;
            """,
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a BIGINT, b TEXT NOT NULL DEFAULT '-', d, e UNIQUE);
            CREATE INDEX i ON t (a);
            CREATE VIEW v AS SELECT a FROM t;
            """)
        #expect(
            script == """
                PRAGMA foreign_keys = OFF;
                BEGIN;
                PRAGMA legacy_alter_table = ON;
                ALTER TABLE t RENAME TO autogen_old_t;
                CREATE TABLE temp.autogen_guard (
                    suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
                    copied CONSTRAINT "every row is copied" CHECK (copied),
                    sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
                    complete CONSTRAINT "every statement has been run" CHECK (complete)
                );
                INSERT INTO temp.autogen_guard (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys;
                CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a BIGINT, b TEXT NOT NULL DEFAULT '-', d, e UNIQUE);
                INSERT INTO sqlite_sequence (name, seq)
                SELECT 't', seq FROM sqlite_sequence WHERE name = 'autogen_old_t';
                INSERT OR ABORT INTO t (id, a, b, d)
                SELECT id, a, coalesce(b, '-'), d FROM autogen_old_t;
                INSERT INTO temp.autogen_guard (copied)
                SELECT (SELECT count(*) FROM t) = (SELECT count(*) FROM autogen_old_t);
                DROP TABLE autogen_old_t;
                CREATE INDEX i ON t (a);
                INSERT OR ROLLBACK INTO temp.autogen_guard (complete)
                SELECT (SELECT count(*) FROM temp.autogen_guard) = 2
                    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index i', 'table t')) = 2;
                DROP TABLE temp.autogen_guard;
                PRAGMA legacy_alter_table = OFF;
                COMMIT;
                PRAGMA foreign_keys = ON;

                """)
    }

    @Test func replacesViewsTriggersAndIndexes() async throws {
        let table = "CREATE TABLE t (a, b);"
        let script = try await script(
            table + "CREATE INDEX i ON t (a); CREATE VIEW v AS SELECT a FROM t; CREATE VIEW w AS SELECT a FROM v;",
            table + "CREATE INDEX i ON t (b); CREATE VIEW v AS SELECT b AS a FROM t; CREATE VIEW w AS SELECT a FROM v;")
        #expect(
            script == """
                DROP VIEW v;
                DROP INDEX i;
                CREATE INDEX i ON t (b);
                CREATE VIEW v AS SELECT b AS a FROM t;

                """)
    }

    @Test(arguments: [
        ("CREATE TABLE t (a, b);", "CREATE TABLE t (a);", Hazard.Kind.dataLoss),
        ("CREATE TABLE t (a);", "", .dataLoss),
        ("CREATE TABLE t (a);", "CREATE TABLE t (a UNIQUE);", .mayFail),
        ("CREATE TABLE t (a);", "CREATE TABLE t (a NOT NULL);", .needsDecision),
        ("CREATE TABLE t (a);", "CREATE TABLE t (a DEFAULT 1 NOT NULL);", .fill),
        ("CREATE TABLE t (a);", "CREATE TABLE t (a, b NOT NULL);", .needsDecision),
        ("CREATE TABLE t (a);", "CREATE TABLE t (a, b DEFAULT CURRENT_DATE);", .rewrite),
    ])
    func warns(from: String, to: String, kind: Hazard.Kind) async throws {
        let plan = try await SQLiteFixture.plan(from: from, to: to)
        #expect(plan.hazards.contains { $0.kind == kind }, "\(plan.hazards)")
    }

    /// Before the first statement, and only where it was not so before.
    @Test func reportsViewsThatBecomeUnreadable() async throws {
        let view = "CREATE VIEW v AS SELECT b FROM t; CREATE VIEW w AS SELECT x FROM nowhere;"
        let plan = try await SQLiteFixture.plan(
            from: "CREATE TABLE t (a, b); \(view)", to: "CREATE TABLE t (a); \(view)")
        let hazards = plan.statements.first?.hazards.filter { $0.kind == .byHand } ?? []
        #expect(hazards == [.byHand(ObjectID(.view, "main", "v"), "is left unreadable: no such column: b")])
    }

    @Test func refusesInsideATransactionWithForeignKeysOn() async throws {
        let connection = try await SQLiteFixture.connection(
            """
            PRAGMA foreign_keys = ON;
            CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a ON DELETE CASCADE);
            INSERT INTO a VALUES (1); INSERT INTO b VALUES (1);
            """)
        let plan = try await SQLiteFixture.plan(
            from: connection,
            to: SQLiteFixture.connection(
                """
                CREATE TABLE a (id INTEGER PRIMARY KEY, n UNIQUE); CREATE TABLE b (a REFERENCES a ON DELETE CASCADE);
                """))
        try await connection.execute("BEGIN")
        var messages: [String] = []
        for statement in plan.framed {
            do { try await connection.execute(statement.sql) } catch { messages.append(error.message) }
        }
        #expect(messages.contains { $0.contains("foreign keys are off while tables are rebuilt") })
        #expect(try await SQLiteFixture.count("b", in: connection) == 1)
    }
}
