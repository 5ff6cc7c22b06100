import Testing

/// What the text of a function's body names is there before the function is called.
@Suite struct BodyNamesRowTests {
    @Test(arguments: [
        RowCase(
            "a check that looks into a table to come",
            from: "CREATE TABLE a (id integer);",
            rows: "INSERT INTO a VALUES (1), (2)",
            to: """
                CREATE TABLE z (id integer, why text);
                CREATE FUNCTION allowed(integer) RETURNS boolean LANGUAGE sql
                  AS 'SELECT NOT EXISTS (SELECT FROM z WHERE z.id = $1 AND why IS NULL)';
                CREATE TABLE a (id integer, CONSTRAINT ok CHECK (allowed(id)));
                """,
            query: "SELECT id FROM a ORDER BY id", up: "1\n2"),
        RowCase(
            "a function that calls others, the last of which reads a new column",
            from: "CREATE TABLE a (id integer); CREATE TABLE z (id integer);",
            rows: "INSERT INTO a VALUES (1); INSERT INTO z VALUES (7)",
            to: """
                CREATE TABLE z (id integer, extra integer);
                CREATE FUNCTION y_last() RETURNS integer LANGUAGE plpgsql STABLE
                  AS $$ BEGIN RETURN (SELECT count(extra) FROM z); END $$;
                CREATE FUNCTION x_middle() RETURNS integer LANGUAGE plpgsql STABLE
                  AS $$ DECLARE found integer; BEGIN EXECUTE 'SELECT y_last()' INTO found; RETURN found; END $$;
                CREATE FUNCTION b_first() RETURNS integer LANGUAGE sql STABLE AS 'SELECT x_middle()';
                CREATE TABLE a (id integer, computed integer DEFAULT b_first());
                CREATE MATERIALIZED VIEW m AS SELECT b_first() AS answer;
                """,
            query: "SELECT id FROM a", up: "1"),
        RowCase(
            "an index over a function with another one in its body, and a type",
            from: "CREATE TABLE a (word text);",
            rows: "INSERT INTO a VALUES ('x'), ('y')",
            to: """
                CREATE TYPE zone AS ENUM ('x', 'y');
                CREATE FUNCTION zz(text) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT length($1::zone::text)';
                CREATE FUNCTION key(text) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN zz($1); END $$;
                CREATE TABLE a (word text); CREATE INDEX i ON a (key(word));
                """,
            query: "SELECT word FROM a ORDER BY 1", up: "x\ny"),
        RowCase(
            "a circle: the table that the body names needs what is computed",
            from: "CREATE TABLE a (id integer PRIMARY KEY);",
            rows: "INSERT INTO a VALUES (1)",
            to: """
                CREATE FUNCTION seen(integer) RETURNS boolean LANGUAGE plpgsql
                  AS $$ BEGIN RETURN to_regclass('b') IS NULL OR true; END $$;
                CREATE TABLE a (id integer PRIMARY KEY, other integer UNIQUE, CHECK (seen(other)));
                CREATE TABLE b (other integer REFERENCES a (other));
                """,
            query: "SELECT id FROM a", up: "1"),
    ])
    func reachesBothStates(_ rowCase: RowCase) async throws { try await rowCase.check() }
}
