import Testing

/// A routine that comes beside one that goes, while both answer the same call: nobody can write it as long as they are both
/// there.
@Suite struct OverloadRowTests {
    @Test(arguments: [
        RowCase(
            "a second argument with a default, under a check, an index and a default",
            from: """
                CREATE FUNCTION weight(a integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a;
                CREATE TABLE crate (
                    id integer, w integer DEFAULT weight(3), CONSTRAINT heavy CHECK (weight(id) > 0));
                CREATE INDEX crate_weight ON crate (weight(id));
                """,
            rows: "INSERT INTO crate (id) VALUES (7)",
            to: """
                CREATE FUNCTION weight(a integer, b integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + b;
                CREATE TABLE crate (
                    id integer, w integer DEFAULT weight(3), CONSTRAINT heavy CHECK (weight(id) > 0));
                CREATE INDEX crate_weight ON crate (weight(id));
                """,
            query: "SELECT id, w FROM crate", up: "7|3"),
        RowCase(
            "a domain that is made anew holds on to the one that goes",
            from: """
                CREATE FUNCTION mark(a integer, b integer DEFAULT 3) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'x';
                CREATE DOMAIN sign AS text DEFAULT mark(2);
                CREATE TABLE post (s sign, t text DEFAULT mark(1));
                """,
            rows: "INSERT INTO post VALUES (DEFAULT, 'own')",
            to: """
                CREATE FUNCTION mark(a integer) RETURNS text LANGUAGE sql IMMUTABLE RETURN 'x';
                CREATE DOMAIN sign AS varchar DEFAULT mark(2);
                CREATE TABLE post (s sign, t text DEFAULT mark(1));
                """,
            query: "SELECT s, t FROM post", up: "x|own"),
        RowCase(
            "an aggregate gives way to a function with a default",
            from: """
                CREATE AGGREGATE whole(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
                CREATE TABLE part (n integer); CREATE VIEW total AS SELECT whole(n) AS sum FROM part;
                """,
            rows: "INSERT INTO part VALUES (2)",
            to: """
                CREATE FUNCTION whole(a integer, b integer DEFAULT 0) RETURNS integer LANGUAGE sql IMMUTABLE RETURN a + b;
                CREATE TABLE part (n integer); CREATE VIEW total AS SELECT whole(n) AS sum FROM part;
                """,
            query: "SELECT sum FROM total", up: "2"),
    ])
    func ambiguousCalls(_ rowCase: RowCase) async throws { try await rowCase.check() }
}
