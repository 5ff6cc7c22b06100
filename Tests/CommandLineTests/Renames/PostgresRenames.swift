/// Renames on PostgreSQL, each with rows.
enum PostgresRenames {
    static let cases: [RenameTests.Case] = [
        .init(
            name: "a table with a serial key",
            before: "CREATE TABLE users (id serial PRIMARY KEY, name text);\n",
            after: "-- autogen:renamed-from users\nCREATE TABLE people (id serial PRIMARY KEY, name text);\n",
            renames: ["table users=people"], rows: "INSERT INTO users (name) VALUES ('Ada'), ('Bob')",
            old: "SELECT * FROM users ORDER BY id", new: "SELECT * FROM people ORDER BY id"),
        .init(
            name: "a table to another schema that is new",
            before: "CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE);\n",
            after: """
                CREATE SCHEMA app;
                -- autogen:renamed-from public.users
                CREATE TABLE app.people (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text UNIQUE);

                """,
            renames: ["table public.users=app.people"], rows: "INSERT INTO users (name) VALUES ('Ada'), ('Bob')",
            old: "SELECT * FROM users ORDER BY id", new: "SELECT * FROM app.people ORDER BY id"),
        .init(
            name: "a schema",
            before: """
                CREATE SCHEMA shop;
                CREATE TYPE shop.mood AS ENUM ('sad', 'ok');
                CREATE TABLE shop.item (id int PRIMARY KEY, mood shop.mood DEFAULT 'ok');
                CREATE VIEW shop.sad AS SELECT * FROM shop.item WHERE mood = 'sad';
                CREATE FUNCTION shop.total(i shop.item) RETURNS int LANGUAGE sql RETURN i.id;

                """,
            after: """
                -- autogen:renamed-from shop
                CREATE SCHEMA store;
                CREATE TYPE store.mood AS ENUM ('sad', 'ok');
                CREATE TABLE store.item (id int PRIMARY KEY, mood store.mood DEFAULT 'ok');
                CREATE VIEW store.sad AS SELECT * FROM store.item WHERE mood = 'sad';
                CREATE FUNCTION store.total(i store.item) RETURNS int LANGUAGE sql RETURN i.id;

                """,
            renames: ["schema shop=store"], rows: "INSERT INTO shop.item VALUES (1, 'sad')",
            old: "SELECT *, shop.total(i) FROM shop.item i", new: "SELECT *, store.total(i) FROM store.item i"),
        .init(
            name: "a column with all that names it",
            before: """
                CREATE TABLE users (id int PRIMARY KEY, nm text NOT NULL CHECK (length(nm) > 0), up text GENERATED ALWAYS AS (upper(nm)) STORED);
                CREATE INDEX users_nm ON users (lower(nm)) WHERE nm <> '';
                CREATE VIEW names AS SELECT id, nm FROM users;
                CREATE POLICY own ON users USING (nm = current_user);
                CREATE FUNCTION named(int) RETURNS text LANGUAGE sql RETURN (SELECT nm FROM users WHERE id = $1);

                """,
            after: """
                CREATE TABLE users (
                    id int PRIMARY KEY,
                    name text NOT NULL CHECK (length(name) > 0),  -- autogen:renamed-from nm
                    up text GENERATED ALWAYS AS (upper(name)) STORED
                );
                CREATE INDEX users_name ON users (lower(name)) WHERE name <> '';
                CREATE VIEW names AS SELECT id, name FROM users;
                CREATE POLICY own ON users USING (name = current_user);
                CREATE FUNCTION named(int) RETURNS text LANGUAGE sql RETURN (SELECT name FROM users WHERE id = $1);

                """,
            renames: ["column users.nm=name"], rows: "INSERT INTO users VALUES (1, 'Ada')",
            old: "SELECT *, named(id) FROM users", new: "SELECT *, named(id) FROM users"),
        .init(
            name: "two columns that take each other's names",
            before: "CREATE TABLE t (a text, b text);\n", after: "CREATE TABLE t (b text, a text);\n",
            renames: ["t.a=b", "t.b=a"], rows: "INSERT INTO t VALUES ('x', 'y')", old: "SELECT a, b FROM t",
            new: "SELECT b, a FROM t", isByOptionOnly: true),
        .init(
            name: "two tables and two types that take each other's names",
            before: """
                CREATE TYPE x AS ENUM ('one');
                CREATE TYPE y AS ENUM ('two');
                CREATE TABLE a (v x);
                CREATE TABLE b (w y);

                """,
            after: """
                CREATE TYPE y AS ENUM ('one');
                CREATE TYPE x AS ENUM ('two');
                CREATE TABLE b (v y);
                CREATE TABLE a (w x);

                """,
            renames: ["table a=b", "table b=a", "enum x=y", "enum y=x"],
            rows: "INSERT INTO a VALUES ('one'); INSERT INTO b VALUES ('two')", old: "SELECT v, w FROM a, b",
            new: "SELECT v, w FROM b, a", isByOptionOnly: true),
        .init(
            name: "a chain over three tables",
            before: "CREATE TABLE a (x int);\nCREATE TABLE b (y int);\nCREATE TABLE c (z int);\n",
            after: "CREATE TABLE b (x int);\nCREATE TABLE c (y int);\nCREATE TABLE d (z int);\n",
            renames: ["table a=b", "table b=c", "table c=d"],
            rows: "INSERT INTO a VALUES (1); INSERT INTO b VALUES (2); INSERT INTO c VALUES (3)",
            old: "SELECT x, y, z FROM a, b, c", new: "SELECT x, y, z FROM b, c, d", isByOptionOnly: true),
        .init(
            name: "a partitioned table, its partitions and their column",
            before: """
                CREATE TABLE log (id int, at date NOT NULL, msg text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
                CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                CREATE TABLE log_rest PARTITION OF log DEFAULT;
                CREATE INDEX log_msg ON log (msg);

                """,
            after: """
                -- autogen:renamed-from log
                CREATE TABLE event (
                    id int,
                    at date NOT NULL,
                    message text,  -- autogen:renamed-from msg
                    PRIMARY KEY (id, at)
                ) PARTITION BY RANGE (at);
                -- autogen:renamed-from log_1
                CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
                -- autogen:renamed-from log_rest
                CREATE TABLE event_rest PARTITION OF event DEFAULT;
                CREATE INDEX event_message ON event (message);

                """,
            renames: ["table log=event", "table log_1=event_1", "table log_rest=event_rest", "log.msg=message"],
            rows: "INSERT INTO log VALUES (1, '2020-05-05', 'a'), (2, '2022-01-01', 'b')",
            old: "SELECT * FROM log ORDER BY id", new: "SELECT * FROM event ORDER BY id"),
        .init(
            name: "an inherited table and its column",
            before: "CREATE TABLE base (id int, nm text);\nCREATE TABLE child (more int) INHERITS (base);\n",
            after: """
                -- autogen:renamed-from base
                CREATE TABLE origin (
                    id int,
                    name text  -- autogen:renamed-from nm
                );
                -- autogen:renamed-from child
                CREATE TABLE heir (more int) INHERITS (origin);

                """,
            renames: ["table base=origin", "table child=heir", "base.nm=name"],
            rows: "INSERT INTO child VALUES (1, 'Ada', 2)", old: "SELECT * FROM child", new: "SELECT * FROM heir"),
        .init(
            name: "a foreign table",
            before: """
                CREATE EXTENSION postgres_fdw;
                CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
                CREATE FOREIGN TABLE there (id int, nm text) SERVER far;

                """,
            after: """
                CREATE EXTENSION postgres_fdw;
                CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw;
                -- autogen:renamed-from there
                CREATE FOREIGN TABLE yonder (
                    id int,
                    name text  -- autogen:renamed-from nm
                ) SERVER far;

                """,
            renames: ["table there=yonder", "there.nm=name"], old: "SELECT 1", new: "SELECT 1"),
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
                CREATE TYPE reach AS RANGE (subtype = float8, multirange_type_name = span_multirange);
                CREATE TABLE t (s reach);

                """,
            renames: ["range type span=reach"], rows: "INSERT INTO t VALUES ('[1,2)')", old: "SELECT s FROM t",
            new: "SELECT s FROM t"),
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
            old: "SELECT x FROM m", new: "SELECT y FROM n"),
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
            new: "SELECT y FROM w"),
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
            new: "SELECT * FROM t"),
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
            new: "SELECT whole(1)"),
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
            ], rows: "INSERT INTO t VALUES (1)", old: "SELECT a FROM t", new: "SELECT a FROM t"),
        .init(
            name: "with another type and NOT NULL", before: "CREATE TABLE t (age int);\n",
            after: """
                CREATE TABLE t (
                    years bigint NOT NULL DEFAULT 0  -- autogen:renamed-from age
                );

                """,
            renames: ["t.age=years"], rows: "INSERT INTO t VALUES (40)", old: "SELECT age FROM t",
            new: "SELECT years FROM t"),
        .init(
            name: "a column whose old name another takes",
            before: "CREATE TABLE t (id int, state text);\n",
            after: "CREATE TABLE t (id int, state int, old_state text);\n", renames: ["t.state=old_state"],
            rows: "INSERT INTO t VALUES (1, 'x')", old: "SELECT id, state FROM t", new: "SELECT id, old_state FROM t",
            isByOptionOnly: true),
        .init(
            name: "a referenced key over two tables",
            before: """
                CREATE TABLE a (x int, y int, PRIMARY KEY (x, y));
                CREATE TABLE b (x int, y int, FOREIGN KEY (x, y) REFERENCES a ON DELETE CASCADE);

                """,
            after: """
                -- autogen:renamed-from a
                CREATE TABLE place (
                    col int,  -- autogen:renamed-from x
                    line int,  -- autogen:renamed-from y
                    PRIMARY KEY (col, line)
                );
                CREATE TABLE b (
                    col int,  -- autogen:renamed-from x
                    line int,  -- autogen:renamed-from y
                    FOREIGN KEY (col, line) REFERENCES place ON DELETE CASCADE
                );

                """,
            renames: ["table a=place", "a.x=col", "a.y=line", "b.x=col", "b.y=line"],
            rows: "INSERT INTO a VALUES (1, 2); INSERT INTO b VALUES (1, 2)",
            old: "SELECT * FROM a JOIN b USING (x, y)",
            new: "SELECT * FROM place JOIN b USING (col, line)"),
        .init(
            name: "names that need quotes", before: "CREATE TABLE \"My Table\" (\"a \"\"b\" text);\n",
            after: """
                -- autogen:renamed-from "My Table"
                CREATE TABLE "Your Table" (
                    "c.d" text  -- autogen:renamed-from "a ""b"
                );

                """,
            renames: ["table \"My Table\"=\"Your Table\"", "\"My Table\".\"a \"\"b\"=\"c.d\""],
            rows: "INSERT INTO \"My Table\" VALUES ('x')", old: "SELECT * FROM \"My Table\"",
            new: "SELECT * FROM \"Your Table\""),
        .init(
            name: "a table that a publication holds",
            before:
                "CREATE TABLE t (id int PRIMARY KEY, nm text);\nCREATE PUBLICATION pub FOR TABLE t (id, nm) WHERE (id > 0);\n",
            after: """
                -- autogen:renamed-from t
                CREATE TABLE u (
                    id int PRIMARY KEY,
                    name text  -- autogen:renamed-from nm
                );
                CREATE PUBLICATION pub FOR TABLE u (id, name) WHERE (id > 0);

                """,
            renames: ["table t=u", "t.nm=name"], rows: "INSERT INTO t VALUES (1, 'Ada')", old: "SELECT * FROM t",
            new: "SELECT * FROM u"),
        .init(
            name: "with comments and grants",
            before: """
                CREATE TABLE t (nm text);
                COMMENT ON TABLE t IS 'people';
                COMMENT ON COLUMN t.nm IS 'how one is called';
                GRANT SELECT (nm) ON t TO PUBLIC;

                """,
            after: """
                -- autogen:renamed-from t
                CREATE TABLE people (
                    name text  -- autogen:renamed-from nm
                );
                COMMENT ON TABLE people IS 'people';
                COMMENT ON COLUMN people.name IS 'how one is called';
                GRANT SELECT (name) ON people TO PUBLIC;

                """,
            renames: ["table t=people", "t.nm=name"], rows: "INSERT INTO t VALUES ('Ada')", old: "SELECT * FROM t",
            new: "SELECT * FROM people"),
    ]
}
