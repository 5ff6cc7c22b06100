import Testing

@Suite struct EnumRowTests {
    @Test(arguments: [
        RowCase(
            "a label has a new name wherever it is used",
            from: """
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'great');
                CREATE DOMAIN feeling AS mood DEFAULT 'sad' CHECK (VALUE <> 'great');
                CREATE TABLE t (
                    id integer PRIMARY KEY, m mood DEFAULT 'sad' CHECK (m <> 'sad' OR id < 9), f feeling,
                    past mood[] DEFAULT '{sad,ok}', low boolean GENERATED ALWAYS AS (m = 'sad') STORED
                );
                CREATE INDEX t_sad ON t (id) WHERE m = 'sad';
                CREATE VIEW v AS SELECT id FROM t WHERE m IN ('sad', 'great');
                CREATE POLICY p ON t USING (m <> 'sad');
                CREATE FUNCTION f(m mood) RETURNS boolean LANGUAGE sql RETURN m = 'sad';
                """,
            rows: """
                INSERT INTO t VALUES (1, 'sad', 'sad', DEFAULT), (2, 'ok', 'ok', '{sad,great}'), (3, 'great', NULL, DEFAULT)
                """,
            to: """
                CREATE TYPE mood AS ENUM ('it''s blue', 'ok', 'great');
                CREATE DOMAIN feeling AS mood DEFAULT 'it''s blue' CHECK (VALUE <> 'great');
                CREATE TABLE t (
                    id integer PRIMARY KEY, m mood DEFAULT 'it''s blue' CHECK (m <> 'it''s blue' OR id < 9),
                    f feeling,
                    past mood[] DEFAULT '{it''s blue,ok}',
                    low boolean GENERATED ALWAYS AS (m = 'it''s blue') STORED
                );
                CREATE INDEX t_sad ON t (id) WHERE m = 'it''s blue';
                CREATE VIEW v AS SELECT id FROM t WHERE m IN ('it''s blue', 'great');
                CREATE POLICY p ON t USING (m <> 'it''s blue');
                CREATE FUNCTION f(m mood) RETURNS boolean LANGUAGE sql RETURN m = 'it''s blue';
                """,
            query: "SELECT *, f(m) FROM t ORDER BY id",
            up: """
                1|it's blue|it's blue|{"it's blue",ok}|t|t
                2|ok|ok|{"it's blue",great}|f|f
                3|great|NULL|{"it's blue",ok}|f|f
                """,
            down: """
                1|sad|sad|{sad,ok}|t|t
                2|ok|ok|{sad,great}|f|f
                3|great|NULL|{sad,ok}|f|f
                """,
            says: ["-- rename: label 'it's blue' stands where 'sad' stood", "RENAME VALUE 'sad' TO 'it''s blue'"],
            omits: ["DROP", "CREATE", "SET DEFAULT"]),
        RowCase(
            "two labels in the middle, and one more at the end that a default uses",
            from: """
                CREATE TYPE s AS ENUM ('a', 'b', 'c', 'd');
                CREATE TABLE t (s s DEFAULT 'b');
                """,
            rows: "INSERT INTO t VALUES ('a'), ('b'), ('c'), ('d')",
            to: """
                CREATE TYPE s AS ENUM ('a', 'x', 'y', 'd', 'e');
                CREATE TABLE t (s s DEFAULT 'e');
                """,
            query: "SELECT string_agg(s::text, ',' ORDER BY s) FROM t", up: "a,x,y,d", down: "a,b,c,d"),
        RowCase(
            "a list partitioned table keeps its bounds",
            from: """
                CREATE TYPE s AS ENUM ('new', 'open', 'done');
                CREATE TABLE t (id integer, s s) PARTITION BY LIST (s);
                CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('new', 'open');
                CREATE TABLE t2 PARTITION OF t FOR VALUES IN ('done');
                """,
            rows: "INSERT INTO t VALUES (1, 'new'), (2, 'done')",
            to: """
                CREATE TYPE s AS ENUM ('fresh', 'open', 'done');
                CREATE TABLE t (id integer, s s) PARTITION BY LIST (s);
                CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('fresh', 'open');
                CREATE TABLE t2 PARTITION OF t FOR VALUES IN ('done');
                """,
            query: "SELECT tableoid::regclass, * FROM t ORDER BY id", up: "t1|1|fresh\nt2|2|done",
            down: "t1|1|new\nt2|2|done", omits: ["DETACH"]),
        RowCase(
            "a label goes that no row has",
            from: """
                CREATE TYPE s AS ENUM ('a', 'b', 'c');
                CREATE TABLE t (s s DEFAULT 'a', l s[]);
                COMMENT ON COLUMN t.s IS 'state';
                """,
            rows: "INSERT INTO t VALUES ('a', '{a,c}'), ('c', NULL)",
            to: """
                CREATE TYPE s AS ENUM ('c', 'a');
                CREATE TABLE t (s s DEFAULT 'a', l s[]);
                COMMENT ON COLUMN t.s IS 'state';
                """,
            query: "SELECT * FROM t ORDER BY s::text", up: "a|{a,c}\nc|NULL", omits: ["RENAME VALUE"]),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }

    @Test func `a label that rows hold is not lost`() async throws {
        try await RowCase(
            "a label goes", from: "CREATE TYPE s AS ENUM ('a', 'b', 'c'); CREATE TABLE t (s s);",
            rows: "INSERT INTO t VALUES ('a'), ('b')",
            to: "CREATE TYPE s AS ENUM ('a', 'c'); CREATE TABLE t (s s);", query: "SELECT s FROM t ORDER BY s",
            up: "a\nb", says: ["-- may fail: fails if a value of s is not one of the new public.s"]
        ).checkRefused()
    }
}
