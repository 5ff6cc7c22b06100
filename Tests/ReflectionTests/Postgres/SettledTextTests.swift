import AutogenConnection
import AutogenDiff
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// What the server writes of an expression, and what it writes of that in turn.
@Suite struct SettledTextTests {
    private static let table = """
        CREATE TYPE mood AS ENUM ('sad', 'glad');
        CREATE DOMAIN word AS varchar(8);
        CREATE TABLE first (v varchar, w varchar(5), c char(3), t text, n numeric(4, 1), i int, b bytea, d date,
            z timestamptz(3), m mood, o word, a varchar[]);
        CREATE TABLE second (LIKE first);
        CREATE FUNCTION same(varchar[]) RETURNS varchar[] LANGUAGE sql IMMUTABLE RETURN $1;

        """

    private static let expressions = [
        "v IN ('a', 'b')", "v NOT IN ('a', 'it''s')", "w IN ('a', NULL)", "c IN ('x', 'y')", "o IN ('a', 'b')",
        "m IN ('sad')", "n IN (1, 2.5)", "i IN (1, 2)", "d IN ('2020-01-01', '2021-01-01')",
        "v = ANY (ARRAY['a', 'b']::varchar[])", "t = ANY (ARRAY[v, w, 'x'])", "v = ANY (ARRAY[lower(t), t || 'x'])",
        "t = ALL (ARRAY[ARRAY['a', 'b'], ARRAY['c', 'd']]::varchar[])", "v IN ('(ARRAY[''x''])::text[]', 'y')",
        "(v, i) IN (('a', 1), ('b', 2))", "v = ANY (same(ARRAY['a', 'b']))",
        "v IN (t, 'a') AND (w IN ('b') OR v IN ('c', 'd'))",
        "z IN ('2020-01-01 00:00+00', '2021-01-01 00:00+00')", "a <@ ARRAY['a', 'b']::varchar[]",
        "v::varchar(3) IN ('a', 'b')", "a <> ARRAY[]::varchar[]", "cardinality(ARRAY[]::text[]) = 0",
        "n = ANY (ARRAY[1, 2]::numeric(4, 1)[])",
        "n::float8 = ANY (ARRAY[n, 2]::float8[])",
        "v = ANY (ARRAY['a', 'b']::varchar(2)[])", "CASE WHEN v IN ('a', 'b') THEN i > 1 ELSE true END",
        "v IN (CASE WHEN i = 1 THEN 'a' ELSE 'b' END, 'c')", "(v IN ('a', 'b')) = (w IN ('c', 'd'))",
    ]

    @Test(arguments: expressions) func `it is the text of the second time`(expression: String) async throws {
        try await TestServer.with(Self.table) { connection in
            let first = try await written(expression, of: "first", connection)
            let second = try await written(first, of: "second", connection)
            #expect(SettledText.of(first) == second, "\(first)")
            #expect(SettledText.of(second) == second)
        }
    }

    /// A `CHECK` without its word, as the server has it.
    private func written(_ expression: String, of table: String, _ connection: any Connection) async throws -> String {
        try await connection.execute("ALTER TABLE \(name: table) ADD CONSTRAINT checked CHECK (\(raw: expression))")
        let rows = try await connection.query(
            """
            SELECT pg_get_expr(conbin, conrelid) AS text FROM pg_constraint
            WHERE conname = 'checked' AND conrelid = \(literal: table)::regclass
            """)
        return try #require(rows.first).string("text")
    }

    private static let queries = [
        "EXISTS (SELECT 'x')", "EXISTS (SELECT NULL FROM first)", "EXISTS (SELECT -1, -1.5, 9999999999, true)",
        "(SELECT 'y' UNION SELECT v FROM first)", "(SELECT NULL UNION ALL SELECT d FROM first)",
        "(SELECT '2020-01-01' UNION SELECT z FROM first)", "(SELECT 'sad' UNION SELECT m FROM first)",
        "(SELECT NULL UNION SELECT a FROM first)", "(SELECT 'a' UNION SELECT c FROM first)",
        "EXISTS (SELECT date '2020-01-01', interval '1 day', b'101')", "ARRAY(SELECT 'q')",
        "EXISTS (SELECT 1, 'z', i FROM first WHERE v = 'it''s, FROM')", "EXISTS (SELECT DISTINCT 'd')",
        "EXISTS (SELECT DISTINCT ON (i, t) 'e', '(' FROM first)", "EXISTS (WITH w AS (SELECT 'in') SELECT * FROM w)",
        "EXISTS (SELECT 'x' FROM first WHERE EXISTS (SELECT NULL LIMIT 1) GROUP BY i)",
        "(SELECT coalesce((SELECT 'k'), v) FROM first)", "ARRAY[ARRAY['a', 'b'], ARRAY['c', 'd']]::varchar[]",
        "EXISTS (SELECT ARRAY['a', 'b']::varchar[], 'x', ARRAY[]::text[])",
        "EXISTS (SELECT '1 02:03'::interval day to minute)",
        "EXISTS (SELECT ALL 'x')", "'2020-01-01' IN (SELECT '2020-01-01')", "EXISTS (SELECT 'x' y, 'z'::text AS q)",
    ]

    @Test(arguments: queries) func `constants without a name get one, and never a second`(query: String) async throws {
        try await TestServer.with(Self.table) { connection in
            func written(_ query: String, _ view: String) async throws -> String {
                try await connection.execute("CREATE VIEW \(name: view) AS \(raw: query)")
                let rows = try await connection.query("SELECT pg_get_viewdef(\(literal: view)::regclass) AS text")
                return try #require(rows.first).string("text")
            }
            let first = try await written("SELECT \(query) AS c", "once")
            let second = try await written(first, "twice")
            #expect(SettledText.of(first) == second, "\(first)")
            #expect(SettledText.of(second) == second)
        }
    }

    @Test func `casts of arrays in statistics, which have no outer brackets`() async throws {
        let on = "(v IN ('a', 'it''s')), (w = ANY (ARRAY[v, v || 'x', lower(t)])), ((v, i) IN (('a', 1)))"
        try await TestServer.with(Self.table + "CREATE STATISTICS s ON \(on) FROM first") { connection in
            func clause(_ name: String) async throws -> String {
                let rows = try await connection.query(
                    """
                    SELECT pg_get_statisticsobjdef(oid) AS text FROM pg_statistic_ext WHERE stxname = \(literal: name)
                    """)
                return try #require(rows.first).string("text")
            }
            let first = try await clause("s")
            try await connection.execute(SQL(raw: first.replacing("public.s ON", with: "public.r ON")))
            let second = try await clause("r").replacing("public.r ON", with: "public.s ON")
            #expect(SettledText.of(first) == second, "\(first)")
            #expect(SettledText.of(second) == second)
        }
    }

    /// Everything that holds an expression, made anew by what the server says of it.
    @Test func `a schema declared by a dump is that of the database`() async throws {
        let make = """
            CREATE TABLE t (s varchar DEFAULT 'a' CHECK (s IN ('a', 'b')), g boolean GENERATED ALWAYS AS (s IN ('a', 'b')) STORED);
            CREATE INDEX partial ON t (s) WHERE s IN ('a', 'b');
            CREATE INDEX computed ON t ((s IN ('a', 'b')));
            CREATE VIEW v AS SELECT s IN ('a', 'b') AS is_known FROM t WHERE s NOT IN ('c', 'd');
            CREATE MATERIALIZED VIEW m AS SELECT s FROM t WHERE s IN ('a', 'b');
            CREATE DOMAIN w AS varchar CHECK (VALUE IN ('a', 'b'));
            CREATE POLICY p ON t USING (s IN ('a', 'b')) WITH CHECK (s IN ('a', 'b'));
            CREATE RULE r AS ON INSERT TO t WHERE new.s IN ('a', 'b') DO INSTEAD NOTHING;
            CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
            CREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW WHEN (new.s IN ('a', 'b')) EXECUTE FUNCTION f();
            CREATE FUNCTION h(v varchar) RETURNS boolean LANGUAGE sql RETURN v IN ('a', 'b');
            CREATE TABLE p (k varchar, d varchar DEFAULT 'x') PARTITION BY LIST (k);
            CREATE TABLE p1 PARTITION OF p (d DEFAULT NULL) FOR VALUES IN ('a', 'b');
            CREATE TABLE q (k int, at timestamp(3) DEFAULT now()) PARTITION BY LIST (k);
            CREATE TABLE q1 (k int, at timestamp(3)); ALTER TABLE q ATTACH PARTITION q1 FOR VALUES IN (1);
            COMMENT ON TABLE t IS 'not (ARRAY[''a''::character varying])::text[]';
            """
        let (database, comment) = try await TestServer.with(make) { connection in
            let catalog = try await Reflector.catalog(of: connection)
            let comment = try await connection.query("SELECT obj_description('t'::regclass) AS text").first?.string(
                "text")
            return (catalog, comment)
        }
        let id = try #require(database.ids.first { $0.kind == .comment })
        #expect(database.body(id, as: Comment.self)?.text == comment)
        let declared = try await TestServer.with("") { connection in
            try await connection.execute(SQL(raw: try await dump(of: make)))
            return try await Reflector.catalog(of: connection)
        }
        for (from, to) in [(database, declared), (declared, database)] {
            #expect(Comparison.changes(from: from, to: to).map(\.description) == [])
        }
    }

    private func dump(of script: String) async throws -> String {
        try await TestServer.with(script) { connection in
            try await PostgresDump.text(of: connection)
        }
    }
}
