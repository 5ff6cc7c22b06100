import Testing

/// What calls a function changes over to its successor.
@Suite struct ReplacedFunctionRowTests {
    @Test(arguments: [
        RowCase(
            "a default, a policy, a view, an index and a check follow a function whose helper is made anew",
            from: """
                CREATE FUNCTION step() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                CREATE FUNCTION up(n int) RETURNS int LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT n + step(); END;
                CREATE TABLE t (id int DEFAULT up(2), CHECK (up(id) > 0));
                CREATE POLICY p ON t USING (up(id) > 1);
                CREATE VIEW v AS SELECT up(id) AS next FROM t;
                CREATE INDEX i ON t (up(id));
                """,
            rows: "INSERT INTO t VALUES (5)",
            to: """
                CREATE FUNCTION step() RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 1::bigint';
                CREATE FUNCTION up(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT n + step(); END;
                CREATE TABLE t (id int DEFAULT up(2), CHECK (up(id) > 0));
                CREATE POLICY p ON t USING (up(id) > 1);
                CREATE VIEW v AS SELECT up(id) AS next FROM t;
                CREATE INDEX i ON t (up(id));
                """,
            query: "SELECT id, next FROM t, v", up: "5|6"),
        RowCase(
            "the default of a domain calls a function whose argument has another name",
            from: """
                CREATE FUNCTION ok(value int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT value';
                CREATE DOMAIN amount AS int DEFAULT ok(7) CHECK (ok(VALUE) > 0);
                CREATE TABLE t (id int, a amount);
                """,
            rows: "INSERT INTO t (id) VALUES (1)",
            to: """
                CREATE FUNCTION ok(given int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT given';
                CREATE DOMAIN amount AS int DEFAULT ok(7) CHECK (ok(VALUE) > 0);
                CREATE TABLE t (id int, a amount);
                """,
            query: "SELECT * FROM t", up: "1|7"),
        RowCase(
            "a range is measured by a function whose arguments have other names",
            from: """
                CREATE FUNCTION apart(a time, b time) RETURNS float8 LANGUAGE sql IMMUTABLE
                    AS 'SELECT extract(epoch FROM a - b)';
                CREATE TYPE span AS RANGE (subtype = time, subtype_diff = apart);
                CREATE TABLE t (s span, EXCLUDE USING gist (s WITH &&));
                CREATE VIEW v AS SELECT lower(s) AS start FROM t;
                """,
            rows: "INSERT INTO t VALUES ('[10:00,11:00)')",
            to: """
                CREATE FUNCTION apart(x time, y time) RETURNS float8 LANGUAGE sql IMMUTABLE
                    AS 'SELECT extract(epoch FROM x - y) / 60';
                CREATE TYPE span AS RANGE (subtype = time, subtype_diff = apart, multirange_type_name = spans);
                CREATE TABLE t (s span, EXCLUDE USING gist (s WITH &&));
                CREATE VIEW v AS SELECT lower(s) AS start FROM t;
                """,
            query: "SELECT s, start FROM t, v", up: "[10:00:00,11:00:00)|10:00:00"),
        RowCase(
            "a range over a domain is measured by a function that takes the domain, and both change",
            from: """
                CREATE DOMAIN meter AS int;
                CREATE FUNCTION apart(a meter, b meter) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT a::float8 - b';
                CREATE TYPE stretch AS RANGE (subtype = meter, subtype_diff = apart);
                CREATE TABLE t (s stretch);
                """,
            rows: "INSERT INTO t VALUES ('[1,3)')",
            to: """
                CREATE DOMAIN meter AS bigint;
                CREATE FUNCTION apart(x meter, y meter) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT x::float8 - y';
                CREATE TYPE stretch AS RANGE (subtype = meter, subtype_diff = apart);
                CREATE TABLE t (s stretch);
                """,
            query: "SELECT * FROM t", up: "[1,3)"),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
