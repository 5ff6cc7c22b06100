import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// Literals of an author that read like clauses of the server's: nothing is decided by them.
@Suite struct KeywordLiteralTests {
    private static let words =
        " NO INHERIT NOT VALID NOT ENFORCED DEFERRABLE INITIALLY DEFERRED INCLUDE WITH (a=1) WHERE b"

    @Test(arguments: [
        RowCase(
            "a partition gets a check of its parent",
            from: """
                CREATE TABLE p (id integer, t text, CONSTRAINT c CHECK (t <> '\(words)')) PARTITION BY RANGE (id);
                CREATE TABLE p1 (id integer, t text);
                """,
            rows: "INSERT INTO p1 VALUES (1, 'a');",
            to: """
                CREATE TABLE p (id integer, t text, CONSTRAINT c CHECK (t <> '\(words)')) PARTITION BY RANGE (id);
                CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
                """,
            query: "SELECT t FROM p1", up: "a", says: ["ADD CONSTRAINT c"]),
        RowCase(
            "a table leaves a parent, and with it the parent's check",
            from: """
                CREATE TABLE p (id integer, CONSTRAINT c CHECK (id::text <> '\(words)'));
                CREATE TABLE t () INHERITS (p);
                """,
            rows: "INSERT INTO t VALUES (1);",
            to:
                "CREATE TABLE p (id integer, CONSTRAINT c CHECK (id::text <> '\(words)')); CREATE TABLE t (id integer);",
            query: "SELECT id FROM t", up: "1"),
        RowCase(
            "a check that heirs don't have and one that they have",
            from: "CREATE TABLE p (id integer, t text); CREATE TABLE h () INHERITS (p);",
            rows: "INSERT INTO h VALUES (1, 'a');",
            to: """
                CREATE TABLE p (id integer, t text, CONSTRAINT a CHECK (t <> '\(words)') NO INHERIT,
                    CONSTRAINT b CHECK (t <> '\(words)'));
                CREATE TABLE h () INHERITS (p);
                """,
            query: "SELECT t FROM h", up: "a"),
        RowCase(
            "a check becomes valid",
            from: """
                CREATE TABLE t (a text);
                ALTER TABLE t ADD CONSTRAINT c CHECK (a <> '\(words) NOT VALID') NOT VALID;
                """,
            rows: "INSERT INTO t VALUES ('a');",
            to: "CREATE TABLE t (a text, CONSTRAINT c CHECK (a <> '\(words) NOT VALID'));",
            query: "SELECT a FROM t", up: "a", says: ["VALIDATE CONSTRAINT c"]),
        RowCase(
            "an exclusion with parameters and a condition",
            from: "CREATE TABLE t (a integer, b text);", rows: "INSERT INTO t VALUES (1, 'a');",
            to: """
                CREATE TABLE t (a integer, b text, CONSTRAINT e EXCLUDE USING btree (a WITH =)
                    WITH (fillfactor = 50) WHERE (b <> '\(words)') DEFERRABLE);
                """,
            query: "SELECT a FROM t", up: "1"),
        RowCase(
            "the condition of an index, and its parameters",
            from: """
                CREATE TABLE t (a integer, b text);
                CREATE INDEX i ON t (a) WHERE b <> ' WITH (fillfactor=''50'')';
                CREATE INDEX j ON t (lower(b || '\(words)')) WITH (fillfactor = 60) WHERE b <> '\(words)';
                """,
            rows: "INSERT INTO t VALUES (1, 'a');",
            to: """
                CREATE TABLE t (a integer, b text);
                CREATE INDEX i ON t (a) WHERE b <> ' WITH (fillfactor=''60'')';
                CREATE INDEX j ON t (lower(b || '\(words)')) WITH (fillfactor = 70) WHERE b <> '\(words)';
                """,
            query: "SELECT a FROM t", up: "1", says: ["CREATE INDEX i", "ALTER INDEX public.j SET"],
            omits: ["CREATE INDEX j"]),
        RowCase(
            "an index by the name of a word",
            from: """
                CREATE TABLE t (a integer NOT NULL); CREATE UNIQUE INDEX nothing ON t (a);
                ALTER TABLE t REPLICA IDENTITY NOTHING;
                CREATE TABLE u (a integer NOT NULL); CREATE UNIQUE INDEX "full" ON u (a);
                ALTER TABLE u REPLICA IDENTITY USING INDEX "full";
                """,
            rows: "INSERT INTO t VALUES (1);",
            to: """
                CREATE TABLE t (a integer NOT NULL); CREATE UNIQUE INDEX nothing ON t (a);
                ALTER TABLE t REPLICA IDENTITY USING INDEX nothing;
                CREATE TABLE u (a integer NOT NULL); CREATE UNIQUE INDEX "full" ON u (a);
                ALTER TABLE u REPLICA IDENTITY FULL;
                """,
            query: "SELECT a FROM t", up: "1",
            says: ["ALTER TABLE public.t REPLICA IDENTITY USING INDEX \"nothing\"", "public.u REPLICA IDENTITY FULL"]),
        RowCase(
            "parts under other names",
            from: """
                CREATE TABLE t (a text, b text);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                CREATE INDEX i ON t (a) WHERE b <> 'INDEX i ON \(words)';
                CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW WHEN (new.a <> 'TRIGGER x \(words)') EXECUTE FUNCTION f();
                CREATE RULE r AS ON DELETE TO t WHERE old.a = 'RULE r AS\(words)' DO INSTEAD NOTHING;
                CREATE STATISTICS s ON b, a, (a || ' ON a, b public.s') FROM t;
                """,
            rows: "INSERT INTO t VALUES ('a', 'b');",
            to: """
                CREATE TABLE t (a text, b text);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                CREATE INDEX i2 ON t (a) WHERE b <> 'INDEX i ON \(words)';
                CREATE TRIGGER x2 BEFORE INSERT ON t FOR EACH ROW WHEN (new.a <> 'TRIGGER x \(words)') EXECUTE FUNCTION f();
                CREATE RULE r2 AS ON DELETE TO t WHERE old.a = 'RULE r AS\(words)' DO INSTEAD NOTHING;
                CREATE STATISTICS s2 ON b, a, (a || ' ON a, b public.s') FROM t;
                """,
            query: "SELECT a FROM t", up: "a",
            says: ["RENAME TO i2", "RENAME TO x2", "RENAME TO r2", "RENAME TO s2"], omits: ["CREATE", "DROP"]),
        RowCase(
            "statistics are made of what they say",
            from: "CREATE TABLE t (a text, b text);", rows: "INSERT INTO t VALUES ('a', 'b');",
            to: "CREATE TABLE t (b text, a text); CREATE STATISTICS s ON b, a, (a || ' ON b, a') FROM t;",
            query: "SELECT a FROM t", up: "a"),
        RowCase(
            "triggers that hold the words of others",
            from: """
                CREATE TABLE t (a text, b text);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW
                    WHEN (new.a <> ' OR UPDATE INITIALLY DEFERRED') EXECUTE FUNCTION f();
                """,
            rows: "INSERT INTO t VALUES ('a', 'b');",
            to: """
                CREATE TABLE t (a text, b text);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                CREATE TRIGGER x AFTER INSERT ON t FOR EACH ROW
                    WHEN (new.a <> 'CREATE CONSTRAINT TRIGGER') EXECUTE FUNCTION f();
                """,
            query: "SELECT a FROM t", up: "a", says: ["CREATE OR REPLACE TRIGGER x"]),
        RowCase(
            "a column whose name stands in a literal of the partition key",
            from: """
                CREATE TABLE p (id integer, k text) PARTITION BY LIST (lower(k || ' id '));
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN ('a id ');
                """,
            rows: "INSERT INTO p VALUES (1, 'a');",
            to: """
                CREATE TABLE p (id bigint, k text) PARTITION BY LIST (lower(k || ' id '));
                CREATE TABLE p1 PARTITION OF p FOR VALUES IN ('a id ');
                """,
            query: "SELECT id FROM p", up: "1", says: ["ALTER COLUMN id TYPE bigint"], omits: ["RENAME", "DETACH"]),
        RowCase(
            "a literal that reads like an array",
            from: "CREATE TABLE t (a text);", rows: "INSERT INTO t VALUES ('a');",
            to: "CREATE TABLE t (a text, CONSTRAINT c CHECK (a <> '(ARRAY[1])::text[]'));", query: "SELECT a FROM t",
            up: "a", says: ["'(ARRAY[1])::text[]'"]),
        RowCase(
            "a domain and a default",
            from: """
                CREATE DOMAIN d AS text; ALTER DOMAIN d ADD CONSTRAINT c CHECK (value <> '\(words) NOT VALID') NOT VALID;
                CREATE TABLE t (a d, b text DEFAULT '\(words)');
                """,
            rows: "INSERT INTO t VALUES ('a');",
            to: """
                CREATE DOMAIN d AS text CONSTRAINT c CHECK (value <> '\(words) NOT VALID');
                CREATE TABLE t (a d, b text DEFAULT ' NULL::text');
                """,
            query: "SELECT a FROM t", up: "a", says: ["ALTER DOMAIN public.d VALIDATE CONSTRAINT c"]),
    ])
    func decidesNothing(_ plan: RowCase) async throws { try await plan.check() }

    /// A label can't be used in the transaction that adds it, in an array neither; its letters in another text are no use.
    @Test(arguments: [
        ("DEFAULT '{new}'", false), ("CHECK (a <> '{\"it''s\",new}')", false),
        ("CHECK (a::text <> 'say ''new''')", true),
    ])
    func newLabels(_ use: String, _ isOne: Bool) async throws {
        let start = "CREATE TYPE mood AS ENUM ('it''s'); CREATE TABLE t (a mood[]);"
        let goal = "CREATE TYPE mood AS ENUM ('it''s', 'new'); CREATE TABLE t (a mood[] \(use));"
        let target = try await TestServer.with(goal) { try await PostgresState($0) }
        try await TestServer.with(start) { connection in
            let from = try await PostgresState(connection)
            let plan = try Planner(rules: PostgresRules()).plan(from: from.catalog, to: target.catalog)
            #expect(plan.statements.allSatisfy(\.isTransactional) == isOne, "\(plan.script)")
            try await plan.run(on: connection)
            try await target.expect(connection)
        }
    }
}
