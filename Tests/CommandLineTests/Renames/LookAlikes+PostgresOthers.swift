extension LookAlike {
    /// Tables, types and schemas on PostgreSQL, and what holds no values.
    static let othersOnPostgreSQL: [LookAlike] = [
        .init(
            name: "another table of the same columns",
            before: "CREATE TABLE invoice (id serial PRIMARY KEY, amount int NOT NULL);",
            after: "CREATE TABLE receipt (id serial PRIMARY KEY, amount int NOT NULL);",
            rows: "INSERT INTO invoice (amount) VALUES (20)",
            offers: ["table public.invoice=receipt"],
            goes: ["table public.invoice"],
            query: "SELECT count(*) FROM receipt", answer: "0"),
        .init(
            name: "a table with some of the columns",
            before: "CREATE TABLE customer (id int PRIMARY KEY, name text, mail text, phone text);",
            after: "CREATE TABLE supplier (id int PRIMARY KEY, name text, mail text);",
            rows: "INSERT INTO customer VALUES (1, 'Ada', 'a@b', '1')",
            offers: ["table public.customer=supplier"],
            goes: ["table public.customer"],
            query: "SELECT count(*) FROM supplier", answer: "0"),
        .init(
            name: "a table with another key",
            before: "CREATE TABLE stock (item int, place int, amount int, PRIMARY KEY (item, place));",
            after: "CREATE TABLE total (item int PRIMARY KEY, place int, amount int);",
            rows: "INSERT INTO stock VALUES (1, 1, 5), (1, 2, 6)",
            offers: ["table public.stock=total"],
            goes: ["table public.stock"],
            query: "SELECT count(*) FROM total", answer: "0"),
        .init(
            name: "a label in the place of another",
            before: """
                CREATE TYPE mood AS ENUM ('sad', 'calm', 'happy');
                CREATE TABLE day (m mood);
                """,
            after: """
                CREATE TYPE mood AS ENUM ('sad', 'angry', 'happy');
                CREATE TABLE day (m mood);
                """,
            rows: "INSERT INTO day VALUES ('sad')",
            offers: ["label public.mood.calm=angry"],
            goes: ["label public.mood.calm"],
            query: "SELECT m FROM day", answer: "sad"),
        .init(
            name: "another enum of the same labels",
            before: """
                CREATE TYPE size AS ENUM ('s', 'm', 'l');
                CREATE TABLE shirt (id int, size size);
                """,
            after: """
                CREATE TYPE grade AS ENUM ('s', 'm', 'l');
                CREATE TABLE shirt (id int, grade grade);
                """,
            rows: "INSERT INTO shirt VALUES (1, 's')",
            offers: ["enum public.size=grade", "column public.shirt.size=grade"],
            goes: ["enum public.size", "column public.shirt.size"],
            query: "SELECT grade FROM shirt", answer: ""),
        .init(
            name: "another domain of the same check",
            before: """
                CREATE DOMAIN cents AS int CHECK (VALUE >= 0);
                CREATE TABLE coin (id int, worth cents);
                """,
            after: """
                CREATE DOMAIN grams AS int CHECK (VALUE >= 0);
                CREATE TABLE coin (id int, mass grams);
                """,
            rows: "INSERT INTO coin VALUES (1, 5)",
            offers: ["domain public.cents=grams", "column public.coin.worth=mass"],
            goes: ["domain public.cents", "column public.coin.worth"],
            query: "SELECT mass FROM coin", answer: ""),
        .init(
            name: "a sequence that counts something else",
            before: """
                CREATE SEQUENCE invoices START 5;
                CREATE TABLE t (id int);
                """,
            after: """
                CREATE SEQUENCE receipts START 5;
                CREATE TABLE t (id int);
                """,
            rows: "SELECT nextval('invoices'), nextval('invoices')",
            goes: ["sequence public.invoices"],
            query: "SELECT last_value FROM receipts", answer: "5"),
        .init(
            name: "a schema that holds tables of the same names",
            before: """
                CREATE SCHEMA spring;
                CREATE TABLE spring.plan (id int, line text);
                """,
            after: """
                CREATE SCHEMA autumn;
                CREATE TABLE autumn.plan (id int, line text);
                """,
            rows: "INSERT INTO spring.plan VALUES (1, 'x')",
            offers: ["schema spring=autumn", "table spring.plan=autumn.plan"],
            goes: ["schema spring", "table spring.plan"],
            query: "SELECT count(*) FROM autumn.plan", answer: "0"),
        .init(
            name: "a table of the same name in another schema",
            before: """
                CREATE SCHEMA one;
                CREATE SCHEMA other;
                CREATE TABLE one.note (id int, line text);
                """,
            after: """
                CREATE SCHEMA one;
                CREATE SCHEMA other;
                CREATE TABLE other.note (id int, line text);
                """,
            rows: "INSERT INTO one.note VALUES (1, 'x')",
            offers: ["table one.note=other.note"],
            goes: ["table one.note"],
            query: "SELECT count(*) FROM other.note", answer: "0"),
        .init(
            name: "the partition of another year",
            before: """
                CREATE TABLE log (at int, line text) PARTITION BY LIST (at);
                CREATE TABLE log_2024 PARTITION OF log FOR VALUES IN (2024);
                """,
            after: """
                CREATE TABLE log (at int, line text) PARTITION BY LIST (at);
                CREATE TABLE log_2026 PARTITION OF log FOR VALUES IN (2026);
                """,
            rows: "INSERT INTO log VALUES (2024, 'x')",
            offers: ["table public.log_2024=log_2026"],
            goes: ["table public.log_2024"],
            query: "SELECT count(*) FROM log", answer: "0"),
        .init(
            name: "another child of the same parent",
            before: """
                CREATE TABLE vehicle (id int, wheels int);
                CREATE TABLE lorry (tons int) INHERITS (vehicle);
                """,
            after: """
                CREATE TABLE vehicle (id int, wheels int);
                CREATE TABLE coach (seats int) INHERITS (vehicle);
                """,
            rows: "INSERT INTO lorry VALUES (1, 6, 20)",
            offers: ["table public.lorry=coach", "column public.lorry.tons=seats"],
            goes: ["table public.lorry", "column public.lorry.tons"],
            query: "SELECT count(*) FROM vehicle", answer: "0"),
        .init(
            name: "views that take each other's queries",
            before: """
                CREATE TABLE t (n int);
                CREATE VIEW low AS SELECT n FROM t WHERE n < 5;
                CREATE VIEW high AS SELECT n FROM t WHERE n >= 5;
                """,
            after: """
                CREATE TABLE t (n int);
                CREATE VIEW low AS SELECT n FROM t WHERE n >= 5;
                CREATE VIEW high AS SELECT n FROM t WHERE n < 5;
                """,
            rows: "INSERT INTO t VALUES (1), (9)",
            query: "SELECT low.n, high.n FROM low, high", answer: "9|1"),
        .init(
            name: "a materialized view in the place of a table",
            before: """
                CREATE TABLE sale (amount int);
                CREATE TABLE sums (amount bigint);
                """,
            after: """
                CREATE TABLE sale (amount int);
                CREATE MATERIALIZED VIEW sums AS SELECT sum(amount) AS amount FROM sale;
                """,
            rows: "INSERT INTO sale VALUES (5); INSERT INTO sums VALUES (99)",
            goes: ["table public.sums"],
            query: "SELECT amount FROM sums", answer: "5"),
        .init(
            name: "functions that take each other's bodies",
            before: """
                CREATE FUNCTION up(int) RETURNS int LANGUAGE sql RETURN $1 + 1;
                CREATE FUNCTION down(int) RETURNS int LANGUAGE sql RETURN $1 - 1;
                """,
            after: """
                CREATE FUNCTION up(int) RETURNS int LANGUAGE sql RETURN $1 - 1;
                CREATE FUNCTION down(int) RETURNS int LANGUAGE sql RETURN $1 + 1;
                """,
            query: "SELECT up(5), down(5)", answer: "4|6"),
        .init(
            name: "a function with the body of one that goes",
            before: """
                CREATE FUNCTION tax(int) RETURNS int LANGUAGE sql RETURN $1 * 2;
                CREATE TABLE t (n int);
                CREATE VIEW v AS SELECT tax(n) AS n FROM t;
                """,
            after: """
                CREATE FUNCTION fee(int) RETURNS int LANGUAGE sql RETURN $1 * 2;
                CREATE TABLE t (n int);
                CREATE VIEW v AS SELECT fee(n) AS n FROM t;
                """,
            rows: "INSERT INTO t VALUES (4)",
            query: "SELECT n FROM v", answer: "8"),
        .init(
            name: "indexes that take each other's columns",
            before: """
                CREATE TABLE t (a int, b int);
                CREATE INDEX one ON t (a);
                CREATE INDEX other ON t (b);
                """,
            after: """
                CREATE TABLE t (a int, b int);
                CREATE INDEX one ON t (b);
                CREATE INDEX other ON t (a);
                """,
            rows: "INSERT INTO t VALUES (2, 3)",
            query: "SELECT a, b FROM t", answer: "2|3"),
        .init(
            name: "constraints that take each other's conditions",
            before: """
                CREATE TABLE t (a int, CONSTRAINT one CHECK (a > 0), CONSTRAINT other CHECK (a < 9));
                """,
            after: """
                CREATE TABLE t (a int, CONSTRAINT one CHECK (a < 9), CONSTRAINT other CHECK (a > 0));
                """,
            rows: "INSERT INTO t VALUES (2)",
            query: "SELECT a FROM t", answer: "2"),
        .init(
            name: "a trigger and a policy much like those that go",
            before: """
                CREATE TABLE t (a int);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
                CREATE TRIGGER early BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                CREATE POLICY few ON t USING (a > 1);
                """,
            after: """
                CREATE TABLE t (a int);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
                CREATE TRIGGER later AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                CREATE POLICY many ON t USING (a > 2);
                """,
            rows: "INSERT INTO t VALUES (2)",
            query: "SELECT tgname, polname FROM pg_trigger, pg_policy WHERE NOT tgisinternal", answer: "later|many"),
        .init(
            name: "columns that take each other's types",
            before: "CREATE TABLE t (id int, a int, b text);",
            after: "CREATE TABLE t (id int, a text, b int);",
            rows: "INSERT INTO t VALUES (1, 2, '3')",
            query: "SELECT a, b FROM t", answer: "2|3"),
        .init(
            name: "another composite type in the column",
            before: """
                CREATE TYPE addr AS (street text, zip text);
                CREATE TABLE t (id int, home addr);
                """,
            after: """
                CREATE TYPE route AS (street text, zip text);
                CREATE TABLE t (id int, called route);
                """,
            rows: "INSERT INTO t VALUES (1, ('a', 'b'))",
            offers: ["composite type public.addr=route", "column public.t.home=called"],
            goes: ["composite type public.addr", "column public.t.home"],
            query: "SELECT id, called FROM t", answer: "1|"),
    ]
}
