import Testing

/// Types that stay in name and become another kind of type, and domains inside of other types.
@Suite struct TypeKindRowTests {
    @Test(arguments: [
        RowCase(
            "a domain becomes an enum and an enum a domain",
            from: """
                CREATE DOMAIN mood AS text CHECK (VALUE IN ('well', 'ill'));
                CREATE TYPE state AS ENUM ('new', 'done');
                CREATE TABLE t (m mood DEFAULT 'ill', s state DEFAULT 'new', more state[]);
                CREATE FUNCTION place(s state) RETURNS int LANGUAGE sql IMMUTABLE RETURN length(s::text);
                """,
            rows: "INSERT INTO t VALUES ('well', 'done', '{new,done}')",
            to: """
                CREATE TYPE mood AS ENUM ('well', 'ill');
                CREATE DOMAIN state AS text CHECK (VALUE IN ('new', 'done'));
                CREATE TABLE t (m mood DEFAULT 'ill', s state DEFAULT 'new', more state[]);
                CREATE FUNCTION place(s state) RETURNS int LANGUAGE sql IMMUTABLE RETURN length(s::text);
                """,
            query: "SELECT * FROM t", up: "well|done|{new,done}"),
        RowCase(
            "a function of another body takes a type of another kind",
            from: """
                CREATE TYPE state AS ENUM ('new', 'done');
                CREATE TABLE t (s state);
                CREATE FUNCTION place(s state) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
                """,
            rows: "INSERT INTO t VALUES ('done')",
            to: """
                CREATE DOMAIN state AS text CHECK (VALUE IN ('new', 'done'));
                CREATE TABLE t (s state);
                CREATE FUNCTION place(s state) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
                """,
            query: "SELECT * FROM t", up: "done"),
        RowCase(
            "ranges and composites become domains and enums",
            from: """
                CREATE TYPE a AS (x int);
                CREATE TYPE b AS RANGE (subtype = int);
                CREATE DOMAIN c AS int CHECK (VALUE > 0);
                CREATE TABLE t (a a, b b, c c);
                """,
            rows: "INSERT INTO t VALUES (NULL, '[1,2)', 2)",
            to: """
                CREATE TYPE a AS ENUM ('1', '2');
                CREATE DOMAIN b AS int4range;
                CREATE TYPE c AS ENUM ('1', '2');
                CREATE TABLE t (a a, b b, c c);
                """,
            query: "SELECT * FROM t", up: "NULL|[1,2)|2"),
        RowCase(
            "a domain inside of arrays gets a constraint",
            from: """
                CREATE DOMAIN code AS text CHECK (VALUE <> '');
                CREATE TABLE t (one code, more code[] DEFAULT '{}');
                """,
            rows: "INSERT INTO t VALUES ('a', '{b,c}')",
            to: """
                CREATE DOMAIN code AS text CHECK (VALUE <> '') CONSTRAINT short CHECK (length(VALUE) < 9);
                CREATE TABLE t (one code, more code[] DEFAULT '{}');
                """,
            query: "SELECT * FROM t", up: "a|{b,c}"),
        RowCase(
            "a domain inside of a composite type, of a range and of another domain begins to refuse NULL",
            from: """
                CREATE DOMAIN code AS int;
                CREATE TYPE item AS (c code, n int);
                CREATE TYPE codes AS RANGE (subtype = code);
                CREATE DOMAIN list AS code[];
                CREATE TABLE t (l item, r codes, d list);
                """,
            rows: "INSERT INTO t VALUES ('(1,2)', '[1,3)', '{4}')",
            to: """
                CREATE DOMAIN code AS int NOT NULL;
                CREATE TYPE item AS (c code, n int);
                CREATE TYPE codes AS RANGE (subtype = code);
                CREATE DOMAIN list AS code[];
                CREATE TABLE t (l item, r codes, d list);
                """,
            query: "SELECT * FROM t", up: "(1,2)|[1,3)|{4}"),
        RowCase(
            "a domain of columns alone is altered where it is",
            from: "CREATE DOMAIN code AS text; CREATE TABLE t (c code);", rows: "INSERT INTO t VALUES ('a')",
            to:
                "CREATE DOMAIN code AS text NOT NULL CONSTRAINT short CHECK (length(VALUE) < 9); CREATE TABLE t (c code);",
            query: "SELECT * FROM t", up: "a", omits: ["RENAME", "ALTER TABLE"]),
    ])
    func rows(_ test: RowCase) async throws { try await test.check() }
}
