import Testing

/// Values whose type, collation or function is made anew under its name.
@Suite struct SuccessorRowTests {
    @Test(arguments: [
        RowCase(
            "domains of numbers and of truths",
            from: """
                CREATE DOMAIN amount AS numeric; CREATE DOMAIN given AS boolean;
                CREATE TABLE gift (a amount, many amount[], g given, plain amount);
                """,
            rows: "INSERT INTO gift VALUES (3.5, '{1.4,2.6}', true, 7.5)",
            to: """
                CREATE DOMAIN amount AS integer; CREATE DOMAIN given AS integer;
                CREATE TABLE gift (a amount, many amount[], g given, plain integer);
                """,
            query: "SELECT * FROM gift", up: "4|{1,3}|1|8", down: "4|{1,3}|t|8", says: ["data loss"]),
        RowCase(
            "an attribute whose text says something else",
            from: """
                CREATE TYPE size AS (width numeric, high boolean); CREATE TABLE box (s size, more size[]);
                """,
            rows: "INSERT INTO box VALUES (ROW(2.5, true), ARRAY[ROW(1.5, false)::size])",
            to: "CREATE TYPE size AS (width integer, high integer); CREATE TABLE box (s size, more size[]);",
            query: "SELECT s::text, more::text FROM box", up: "(3,1)|{\"(2,0)\"}", down: "(3,t)|{\"(2,f)\"}"),
        RowCase(
            "a collation of columns, domains, composite types and ranges",
            from: """
                CREATE COLLATION order_of (provider = libc, locale = 'C');
                CREATE DOMAIN label AS text COLLATE order_of; CREATE TYPE pair AS (a text COLLATE order_of, b integer);
                CREATE TYPE span AS RANGE (subtype = text, collation = order_of);
                CREATE TABLE page (t text COLLATE order_of, l label, p pair, s span);
                CREATE INDEX page_t ON page (t); CREATE INDEX page_other ON page ((t || 'x') COLLATE order_of);
                """,
            rows: "INSERT INTO page VALUES ('t', 'l', ROW('a', 1), '[a,b)')",
            to: """
                CREATE COLLATION order_of (provider = libc, locale = 'POSIX');
                CREATE DOMAIN label AS text COLLATE order_of; CREATE TYPE pair AS (a text COLLATE order_of, b integer);
                CREATE TYPE span AS RANGE (subtype = text, collation = order_of);
                CREATE TABLE page (t text COLLATE order_of, l label, p pair, s span);
                CREATE INDEX page_t ON page (t); CREATE INDEX page_other ON page ((t || 'x') COLLATE order_of);
                """,
            query: "SELECT t, l, p::text, s::text FROM page", up: "t|l|(a,1)|[a,b)"),
        RowCase(
            "labels come to an enum while a composite type of it changes",
            from: """
                CREATE TYPE mood AS ENUM ('calm'); CREATE TYPE day AS (m mood, n integer); CREATE TABLE diary (d day);
                """,
            rows: "INSERT INTO diary VALUES (ROW('calm', 1))",
            to: """
                CREATE TYPE mood AS ENUM ('calm', 'wild'); CREATE TYPE day AS (m mood, n text); CREATE TABLE diary (d day);
                """,
            query: "SELECT d::text FROM diary", up: "(calm,1)"),
        RowCase(
            "a multirange has the name of a type that goes",
            from: """
                CREATE TYPE span AS RANGE (subtype = integer); CREATE TYPE spans AS ENUM ('x');
                CREATE TABLE page (s span, e spans);
                """,
            rows: "INSERT INTO page VALUES ('[1,3)', 'x')",
            to: """
                CREATE TYPE span AS RANGE (subtype = bigint, multirange_type_name = spans); CREATE TYPE other AS ENUM ('x');
                CREATE TABLE page (s span, e other);
                """,
            query: "SELECT s::text, e::text FROM page", up: "[1,3)|x"),
        RowCase(
            "a computed column becomes one that must have a value",
            from: "CREATE TABLE t (a integer, g integer GENERATED ALWAYS AS (a) STORED);",
            rows: "INSERT INTO t VALUES (1), (NULL)",
            to: "CREATE TABLE t (a integer, g integer DEFAULT 7 NOT NULL);",
            query: "SELECT a, g FROM t ORDER BY a", up: "1|1\nNULL|7", down: "1|1\nNULL|NULL"),
        RowCase(
            "the value for NULL comes from a function that is made anew with another result",
            from: """
                CREATE FUNCTION usual() RETURNS text LANGUAGE sql AS $$ SELECT 'a' $$;
                CREATE TABLE t (v text DEFAULT usual());
                """,
            rows: "INSERT INTO t VALUES (NULL), ('2')",
            to: """
                CREATE FUNCTION usual() RETURNS integer LANGUAGE sql AS $$ SELECT 1 $$;
                CREATE TABLE t (v integer DEFAULT usual() NOT NULL);
                """,
            query: "SELECT v FROM t ORDER BY v", up: "1\n2"),
        RowCase(
            "rows of a table that is divided from now on, in a column and in a function",
            from: """
                CREATE TABLE item (id integer);
                CREATE FUNCTION id_of(item) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                CREATE TABLE past (was item, all_of item[]);
                """,
            rows: "INSERT INTO past VALUES (ROW(1), ARRAY[ROW(2)::item])",
            to: """
                CREATE TABLE item (id integer) PARTITION BY RANGE (id);
                CREATE FUNCTION id_of(item) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                CREATE TABLE past (was item, all_of item[]);
                """,
            query: "SELECT was::text, all_of::text FROM past", up: "(1)|{(2)}"),
        RowCase(
            "the parents of a table in another order",
            from: "CREATE TABLE a (x int); CREATE TABLE b (y int); CREATE TABLE c () INHERITS (a, b);",
            rows: "INSERT INTO c VALUES (1, 2)",
            to: "CREATE TABLE a (x int); CREATE TABLE b (y int); CREATE TABLE c () INHERITS (b, a);",
            query: "SELECT x, y FROM c", up: "1|2"),
        RowCase(
            "two exclusions in the same words",
            from: "CREATE TABLE t (id integer);", rows: "INSERT INTO t VALUES (1)",
            to: """
                CREATE TABLE t (id integer); CREATE TABLE u (r int4range);
                ALTER TABLE u ADD CONSTRAINT one EXCLUDE USING gist (r WITH &&);
                ALTER TABLE u ADD CONSTRAINT two EXCLUDE USING gist (r WITH &&);
                """,
            query: "SELECT id FROM t", up: "1"),
        RowCase(
            "an event trigger's function names what comes with it",
            from: """
                CREATE TABLE seen (what text);
                CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql
                    AS $$ BEGIN INSERT INTO seen VALUES (tg_tag); END $$;
                CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION see();
                """,
            rows: "TRUNCATE seen",
            to: """
                CREATE TABLE seen (what text, nr integer);
                CREATE FUNCTION see() RETURNS event_trigger LANGUAGE plpgsql
                    AS $$ BEGIN INSERT INTO seen (what, nr) VALUES (tg_tag, 1); END $$;
                CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION see();
                """,
            query: "SELECT count(*) > 0 FROM seen", up: "t"),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
