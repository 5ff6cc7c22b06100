extension PostgresRenames {
    /// Types, views, routines, and what belongs to a table besides its columns.
    static let others: [RenameTests.Case] = [
        .init(
            name: "an enum, and one of its labels",
            before: """
                CREATE TYPE mood AS ENUM ('sad', 'so so', 'happy');
                CREATE TABLE t (m mood DEFAULT 'so so', ms mood[] CHECK (ms <> '{sad}'), CHECK (m <> 'sad'));
                CREATE INDEX t_m ON t (m) WHERE m = 'so so';
                CREATE VIEW v AS SELECT m FROM t WHERE m = 'so so';

                """,
            after: """
                -- autogen:renamed-from mood
                CREATE TYPE feeling AS ENUM (
                    'sad',
                    'fine',  -- autogen:renamed-from "so so"
                    'happy'
                );
                CREATE TABLE t (m feeling DEFAULT 'fine', ms feeling[] CHECK (ms <> '{sad}'), CHECK (m <> 'sad'));
                CREATE INDEX t_m ON t (m) WHERE m = 'fine';
                CREATE VIEW v AS SELECT m FROM t WHERE m = 'fine';

                """,
            renames: ["enum mood=feeling", "label mood.\"so so\"=fine"],
            rows: "INSERT INTO t VALUES (DEFAULT, '{happy}'), ('happy', NULL)", old: "SELECT m = 'so so', ms FROM t",
            new: "SELECT m = 'fine', ms FROM t"),
        .init(
            name: "labels that take each other's names",
            before: "CREATE TYPE e AS ENUM ('a', 'b', 'c');\nCREATE TABLE t (v e);\n",
            after: "CREATE TYPE e AS ENUM ('b', 'a', 'c');\nCREATE TABLE t (v e);\n",
            renames: ["label e.a=b", "label e.b=a"], rows: "INSERT INTO t VALUES ('a'), ('b')",
            old: "SELECT v = 'a' FROM t", new: "SELECT v = 'b' FROM t", isByOptionOnly: true),
        .init(
            name: "a label wherever it is used",
            before: """
                CREATE TYPE mood AS ENUM ('sad', 'ok', 'great');
                CREATE DOMAIN feeling AS mood DEFAULT 'sad' CHECK (VALUE <> 'great');
                CREATE TABLE t (
                    id integer PRIMARY KEY, m mood DEFAULT 'sad' CHECK (m <> 'sad' OR id < 9), f feeling,
                    past mood[] DEFAULT '{sad,ok}', low boolean GENERATED ALWAYS AS (m = 'sad') STORED
                );
                CREATE INDEX t_sad ON t (id) WHERE m = 'sad';
                CREATE POLICY p ON t USING (m <> 'sad');
                CREATE FUNCTION f(m mood) RETURNS boolean LANGUAGE sql RETURN m = 'sad';
                CREATE TABLE s (s mood) PARTITION BY LIST (s);
                CREATE TABLE s1 PARTITION OF s FOR VALUES IN ('sad', 'ok');

                """,
            after: """
                CREATE TYPE mood AS ENUM (
                    'it''s blue',  -- autogen:renamed-from sad
                    'ok', 'great'
                );
                CREATE DOMAIN feeling AS mood DEFAULT 'it''s blue' CHECK (VALUE <> 'great');
                CREATE TABLE t (
                    id integer PRIMARY KEY, m mood DEFAULT 'it''s blue' CHECK (m <> 'it''s blue' OR id < 9),
                    f feeling, past mood[] DEFAULT '{it''s blue,ok}',
                    low boolean GENERATED ALWAYS AS (m = 'it''s blue') STORED
                );
                CREATE INDEX t_sad ON t (id) WHERE m = 'it''s blue';
                CREATE POLICY p ON t USING (m <> 'it''s blue');
                CREATE FUNCTION f(m mood) RETURNS boolean LANGUAGE sql RETURN m = 'it''s blue';
                CREATE TABLE s (s mood) PARTITION BY LIST (s);
                CREATE TABLE s1 PARTITION OF s FOR VALUES IN ('it''s blue', 'ok');

                """,
            renames: ["label mood.sad=\"it's blue\""],
            rows:
                "INSERT INTO t VALUES (1, 'sad', 'sad', DEFAULT), (2, 'great', NULL, DEFAULT); INSERT INTO s VALUES ('sad')",
            old: "SELECT id, m = 'sad', f::text = 'sad', past[1] = 'sad', low, f(m), s = 'sad' FROM t, s ORDER BY id",
            new:
                "SELECT id, m = 'it''s blue', f::text = 'it''s blue', past[1] = 'it''s blue', low, f(m), s = 'it''s blue' FROM t, s ORDER BY id"
        ),
        .init(
            name: "a composite type and its attribute",
            before: "CREATE TYPE addr AS (street text, zip text);\nCREATE TABLE t (home addr, homes addr[]);\n",
            after: """
                -- autogen:renamed-from addr
                CREATE TYPE address AS (
                    road text,  -- autogen:renamed-from street
                    zip text
                );
                CREATE TABLE t (home address, homes address[]);

                """,
            renames: ["composite type addr=address", "attribute addr.street=road"],
            rows: "INSERT INTO t VALUES (('x', '1'), ARRAY[('y', '2')::addr])",
            old: "SELECT (home).street, homes FROM t",
            new: "SELECT (home).road, homes FROM t"),
        .init(
            name: "a typed table's attribute",
            before: "CREATE TYPE row_of AS (id int, nm text);\nCREATE TABLE t OF row_of;\n",
            after: """
                CREATE TYPE row_of AS (
                    id int,
                    name text  -- autogen:renamed-from nm
                );
                CREATE TABLE t OF row_of;

                """,
            renames: ["attribute row_of.nm=name", "t.nm=name"], rows: "INSERT INTO t VALUES (1, 'Ada')",
            old: "SELECT * FROM t", new: "SELECT * FROM t"),
        .init(
            name: "a domain and its check",
            before:
                "CREATE DOMAIN cash AS numeric(10,2) CONSTRAINT positive CHECK (VALUE >= 0);\nCREATE TABLE t (c cash);\n",
            after: """
                -- autogen:renamed-from cash
                CREATE DOMAIN money2 AS numeric(10,2)
                    CONSTRAINT not_negative CHECK (VALUE >= 0);  -- autogen:renamed-from positive
                CREATE TABLE t (c money2);

                """,
            renames: ["domain cash=money2", "domain constraint cash.positive=not_negative"],
            rows: "INSERT INTO t VALUES (5)", old: "SELECT c FROM t", new: "SELECT c FROM t"),
        .init(
            name: "a range type",
            before: "CREATE TYPE span AS RANGE (subtype = float8);\nCREATE TABLE t (s span);\n",
            after: """
                -- autogen:renamed-from span
                CREATE TYPE reach AS RANGE (subtype = float8);
                CREATE TABLE t (s reach);

                """,
            renames: ["range type span=reach"], rows: "INSERT INTO t VALUES ('[1,2)')", old: "SELECT s FROM t",
            new: "SELECT s FROM t", holdsValues: false),
        .init(
            name: "a sequence",
            before: "CREATE SEQUENCE numbers START 10;\nCREATE TABLE t (id bigint DEFAULT nextval('numbers'));\n",
            after: """
                -- autogen:renamed-from numbers
                CREATE SEQUENCE counter START 10;
                CREATE TABLE t (id bigint DEFAULT nextval('counter'));

                """,
            renames: ["sequence numbers=counter"], rows: "INSERT INTO t DEFAULT VALUES",
            old: "SELECT id, last_value FROM t, numbers", new: "SELECT id, last_value FROM t, counter"),
        .init(
            name: "a materialized view and its column",
            before:
                "CREATE TABLE t (a int);\nCREATE MATERIALIZED VIEW m AS SELECT a AS x FROM t;\nCREATE UNIQUE INDEX m_x ON m (x);\n",
            after: """
                CREATE TABLE t (a int);
                -- autogen:renamed-from m
                CREATE MATERIALIZED VIEW n AS
                    SELECT a AS y  -- autogen:renamed-from x
                    FROM t;
                CREATE UNIQUE INDEX n_y ON n (y);

                """,
            renames: ["materialized view m=n", "column m.x=y"],
            rows: "INSERT INTO t VALUES (1); REFRESH MATERIALIZED VIEW m",
            old: "SELECT x FROM m", new: "SELECT y FROM n", holdsValues: false),
        .init(
            name: "a view and its column",
            before: "CREATE TABLE t (a int);\nCREATE VIEW v AS SELECT a AS x FROM t;\nGRANT SELECT ON v TO PUBLIC;\n",
            after: """
                CREATE TABLE t (a int);
                -- autogen:renamed-from v
                CREATE VIEW w AS
                    SELECT a AS y  -- autogen:renamed-from x
                    FROM t;
                GRANT SELECT ON w TO PUBLIC;

                """,
            renames: ["view v=w", "column v.x=y"], rows: "INSERT INTO t VALUES (1)", old: "SELECT x FROM v",
            new: "SELECT y FROM w", holdsValues: false),
        .init(
            name: "a function that a default calls",
            before: """
                CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
                CREATE TABLE t (id int, code text DEFAULT next_code());

                """,
            after: """
                -- autogen:renamed-from next_code
                CREATE FUNCTION new_code() RETURNS text LANGUAGE sql AS $$ SELECT 'x' $$;
                CREATE TABLE t (id int, code text DEFAULT new_code());

                """,
            renames: ["function next_code.\"\"=new_code"], rows: "INSERT INTO t VALUES (1)", old: "SELECT * FROM t",
            new: "SELECT * FROM t", holdsValues: false),
        .init(
            name: "a function that takes rows of a renamed table",
            before: """
                CREATE TABLE users (id int, nm text);
                CREATE FUNCTION label(u users) RETURNS text LANGUAGE sql RETURN u.nm;
                CREATE VIEW v AS SELECT label(u) FROM users u;

                """,
            after: """
                -- autogen:renamed-from users
                CREATE TABLE people (
                    id int,
                    name text  -- autogen:renamed-from nm
                );
                CREATE FUNCTION label(u people) RETURNS text LANGUAGE sql RETURN u.name;
                CREATE VIEW v AS SELECT label(u) FROM people u;

                """,
            renames: ["table users=people", "users.nm=name"], rows: "INSERT INTO users VALUES (1, 'Ada')",
            old: "SELECT * FROM v", new: "SELECT * FROM v"),
        .init(
            name: "an aggregate and a procedure",
            before: """
                CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
                CREATE PROCEDURE work(int) LANGUAGE sql AS $$ SELECT 1 $$;

                """,
            after: """
                -- autogen:renamed-from total
                CREATE AGGREGATE whole (int) (SFUNC = int4pl, STYPE = int, INITCOND = '0');
                -- autogen:renamed-from work
                CREATE PROCEDURE labour(int) LANGUAGE sql AS $$ SELECT 1 $$;

                """,
            renames: ["aggregate total.integer=whole", "function work.integer=labour"], old: "SELECT total(1)",
            new: "SELECT whole(1)", holdsValues: false),
        .init(
            name: "a constraint, an index, a trigger, a policy",
            before: """
                CREATE TABLE t (a int CONSTRAINT a_ok CHECK (a > 0), CONSTRAINT t_key UNIQUE (a));
                CREATE INDEX t_idx ON t (a);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
                CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                CREATE POLICY p ON t USING (a > 1);
                CREATE STATISTICS st ON a, (a + 1) FROM t;

                """,
            after: """
                CREATE TABLE t (
                    a int
                        CONSTRAINT a_fine CHECK (a > 0),  -- autogen:renamed-from a_ok
                    -- autogen:renamed-from t_key
                    CONSTRAINT t_once UNIQUE (a)
                );
                -- autogen:renamed-from t_idx
                CREATE INDEX t_index ON t (a);
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
                -- autogen:renamed-from trg
                CREATE TRIGGER fire BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
                -- autogen:renamed-from p
                CREATE POLICY rule ON t USING (a > 1);
                -- autogen:renamed-from st
                CREATE STATISTICS stats ON a, (a + 1) FROM t;

                """,
            renames: [
                "constraint t.a_ok=a_fine", "constraint t.t_key=t_once", "index t_idx=t_index", "trigger t.trg=fire",
                "policy t.p=rule", "statistics st=stats",
            ], rows: "INSERT INTO t VALUES (1)", old: "SELECT a FROM t", new: "SELECT a FROM t", holdsValues: false),
    ]
}
