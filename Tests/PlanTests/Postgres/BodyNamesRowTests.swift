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
                  AS $$ BEGIN RETURN (SELECT count(extra) FROM public.z); END $$;
                CREATE FUNCTION x_middle() RETURNS integer LANGUAGE plpgsql STABLE
                  AS $$ DECLARE found integer; BEGIN EXECUTE 'SELECT public.y_last()' INTO found; RETURN found; END $$;
                CREATE FUNCTION b_first() RETURNS integer LANGUAGE sql STABLE AS 'SELECT public.x_middle()';
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
                CREATE FUNCTION zz(text) RETURNS integer IMMUTABLE LANGUAGE sql AS 'SELECT length($1::public.zone::text)';
                CREATE FUNCTION key(text) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN RETURN public.zz($1); END $$;
                CREATE TABLE a (word text); CREATE INDEX i ON a (key(word));
                """,
            query: "SELECT word FROM a ORDER BY 1", up: "x\ny"),
        RowCase(
            "a default keeps its column where the table that it reads has a key",
            from: "CREATE TABLE orders (id integer);",
            rows: "INSERT INTO orders VALUES (1)",
            to: """
                CREATE TABLE settings (key text PRIMARY KEY, value text);
                CREATE FUNCTION region() RETURNS text LANGUAGE sql STABLE
                  AS $$ SELECT coalesce((SELECT value FROM settings WHERE key = 'region'), 'eu') $$;
                CREATE FUNCTION code() RETURNS text LANGUAGE plpgsql
                  AS $$ DECLARE settings text := 'x'; buyer text; seller text; BEGIN RETURN settings; END $$;
                CREATE TABLE orders (id integer, region text DEFAULT region(), buyer text DEFAULT code(),
                  seller text DEFAULT code());
                """,
            query: "SELECT to_jsonb(o) - 'id' FROM orders o",
            up: #"{"buyer": "x", "region": "eu", "seller": "x"}"#, down: "{}"),
        RowCase(
            "checks of a domain, a constraint that is validated, and a view in between",
            from: """
                CREATE FUNCTION fine(integer) RETURNS boolean LANGUAGE sql AS 'SELECT true';
                CREATE TABLE a (id integer); ALTER TABLE a ADD CONSTRAINT c CHECK (fine(id)) NOT VALID;
                """,
            rows: "INSERT INTO a VALUES (1)",
            to: """
                CREATE TABLE z (id integer PRIMARY KEY);
                CREATE FUNCTION deep() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM z';
                CREATE VIEW blocked AS SELECT deep() AS many;
                CREATE FUNCTION fine(integer) RETURNS boolean LANGUAGE sql AS 'SELECT many = 0 FROM blocked';
                CREATE DOMAIN d AS integer DEFAULT 1 CHECK (fine(value));
                CREATE TABLE a (id integer, n d, CONSTRAINT c CHECK (fine(id)));
                """,
            query: "SELECT id FROM a", up: "1"),
        RowCase(
            "rows on their way to another table, and to a partition",
            from: """
                CREATE TABLE a (id integer); CREATE TABLE b (id integer) PARTITION BY RANGE (id);
                CREATE TABLE b1 PARTITION OF b FOR VALUES FROM (0) TO (9); CREATE TABLE c1 (id integer);
                CREATE TABLE c (id integer) PARTITION BY RANGE (id);
                """,
            rows: "INSERT INTO a VALUES (1); INSERT INTO b VALUES (2), (7); INSERT INTO c1 VALUES (3);",
            to: """
                CREATE TABLE z (id integer PRIMARY KEY);
                CREATE FUNCTION fine(integer) RETURNS boolean LANGUAGE sql
                  AS 'SELECT NOT EXISTS (SELECT FROM z WHERE z.id = $1)';
                CREATE TABLE a (id integer, CHECK (fine(id))) PARTITION BY RANGE (id);
                CREATE TABLE a1 PARTITION OF a FOR VALUES FROM (0) TO (9);
                CREATE TABLE b (id integer) PARTITION BY RANGE (id);
                CREATE TABLE b1 PARTITION OF b FOR VALUES FROM (0) TO (5);
                CREATE TABLE b0 PARTITION OF b FOR VALUES FROM (5) TO (9); ALTER TABLE b0 ADD CHECK (fine(id));
                CREATE TABLE c (id integer, CHECK (fine(id))) PARTITION BY RANGE (id);
                CREATE TABLE c1 PARTITION OF c FOR VALUES FROM (0) TO (9);
                """,
            query: "SELECT id FROM a UNION ALL SELECT id FROM b UNION ALL SELECT id FROM c1 ORDER BY 1",
            up: "1\n2\n3\n7"),
        RowCase(
            "a view and a column that change, and a table whose rows are filled",
            from: """
                CREATE TABLE a (id integer, n integer); CREATE TABLE b (id integer); CREATE TABLE z (id text);
                CREATE VIEW v AS SELECT id FROM z;
                """,
            rows: "INSERT INTO a VALUES (1, NULL); INSERT INTO b VALUES (1);",
            to: """
                CREATE TABLE a (id integer, n integer NOT NULL DEFAULT 0, m integer GENERATED ALWAYS AS (n * 2) STORED);
                CREATE TABLE z (id integer); CREATE VIEW v AS SELECT id, false AS blocked FROM z;
                CREATE FUNCTION fine(integer) RETURNS boolean LANGUAGE sql
                  AS 'SELECT NOT EXISTS (SELECT FROM v WHERE v.blocked AND v.id = $1) AND (SELECT max(m) FROM a) = 0';
                CREATE TABLE b (id integer, CHECK (fine(id)));
                """,
            query: "SELECT id FROM b", up: "1", decisions: .fills(["a.n": "0"])),
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
