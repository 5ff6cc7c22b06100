import Testing

/// A database with rows, a script that is to run on it, and what is said of it before; `nil` where nothing is.
struct RowCase: CustomTestStringConvertible {
    enum Engine: String, CaseIterable { case postgresql, sqlite }

    let engines: [Engine]
    let tables: String
    let rows: String
    /// One script, or several that run one after the other.
    let scripts: [String]
    let says: String?

    init(
        _ tables: String, _ rows: String, _ scripts: String..., says: String?, on engines: [Engine] = Engine.allCases
    ) {
        self.tables = tables
        self.rows = rows
        self.scripts = scripts
        self.says = says
        self.engines = engines
    }

    var testDescription: String {
        "\(engines.map(\.rawValue).joined(separator: ", ")): \(scripts.joined(separator: " | "))"
    }
}

extension RowCase {
    private static let person = "CREATE TABLE person (id integer PRIMARY KEY, name text, age integer, mood text);"
    private static let three = """
        INSERT INTO person VALUES (1, 'ada', 36, 'fine'), (2, 'bob', 17, NULL), (3, 'ada', -1, NULL), (4, NULL, 40, 'fine');
        """
    private static let orders =
        "CREATE TABLE buyer (id integer PRIMARY KEY, code text UNIQUE); CREATE TABLE sale (id integer PRIMARY KEY, buyer integer, code text);"
    private static let sales = """
        INSERT INTO buyer VALUES (1, 'a'), (2, 'b');
        INSERT INTO sale VALUES (10, 1, 'a'), (11, 7, 'z'), (12, NULL, NULL), (13, 8, 'b');
        """

    /// The rows of a table that is built anew.
    private static func rebuilt(_ columns: String, copying list: String = "id, name, age, mood") -> String {
        """
        ALTER TABLE person RENAME TO person_old;
        CREATE TABLE person (\(columns));
        INSERT INTO person (\(list)) SELECT \(list) FROM person_old;
        DROP TABLE person_old;
        """
    }

    static let violations: [RowCase] = [
        // What comes of one part of a table, which has another name by then.
        RowCase(
            "CREATE TABLE m (id int, v text) PARTITION BY LIST (id); CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1, 2);",
            "INSERT INTO m VALUES (1, 'one'), (2, '2');",
            """
            ALTER TABLE m RENAME TO m_old; CREATE TABLE m (id int, v bigint);
            INSERT INTO m (id, v) SELECT id, v::bigint FROM ONLY m1; DROP TABLE m_old;
            """,
            says: "some rows of m have a value in v that does not fit bigint", on: [.postgresql]),
        // A value that is not there.
        RowCase(
            person, three, "ALTER TABLE person ALTER COLUMN mood SET NOT NULL;",
            says: "2 rows of person have mood NULL (id 2, 3)", on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ADD COLUMN email text NOT NULL;",
            says: "4 rows of person have no value for the new column email (id 1, 2, 3, 4)"),
        RowCase(
            person, three,
            "ALTER TABLE person ADD COLUMN email text; UPDATE person SET email = lower(name);\nALTER TABLE person ALTER email SET NOT NULL;",
            says: "1 row of person has email NULL (id 4)", on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (a integer, b text);", "INSERT INTO t VALUES (1, NULL), (NULL, 'x');",
            "ALTER TABLE t ADD PRIMARY KEY (a);", says: "1 row of t has a NULL", on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person RENAME COLUMN mood TO feeling;",
            "ALTER TABLE person RENAME TO human;", "ALTER TABLE human ALTER COLUMN feeling SET NOT NULL;",
            says: "2 rows of human have feeling NULL (id 2, 3)", on: [.postgresql]),
        RowCase(
            person, three, rebuilt("id integer PRIMARY KEY, name text NOT NULL, age integer, mood text"),
            says: "1 row of person has name NULL (id 4)", on: [.sqlite]),
        RowCase(
            person, three,
            rebuilt("id integer PRIMARY KEY, name text, age integer NOT NULL, mood text", copying: "id, name"),
            says: "4 rows of person have age NULL (id 1, 2, 3, 4)", on: [.sqlite]),
        RowCase(
            "CREATE DOMAIN feeling AS text; CREATE TABLE a (id integer PRIMARY KEY, f feeling); CREATE TABLE b (g feeling);",
            "INSERT INTO a VALUES (1, 'ok'), (5, NULL);", "ALTER DOMAIN feeling SET NOT NULL;",
            says: "1 row of public.a has f NULL (id 5)", on: [.postgresql]),
        // Values that are there more than once.
        RowCase(
            person, three, "CREATE UNIQUE INDEX person_name ON person (name);",
            says: "2 rows of person have the same name as another (id 1, 3)"),
        RowCase(
            person, three, "ALTER TABLE person ADD CONSTRAINT person_key UNIQUE (name);",
            says: "2 rows of person have the same name as another (id 1, 3)", on: [.postgresql]),
        RowCase(
            person, "INSERT INTO person VALUES (1, 'Ada', 1, 'x'), (2, 'ADA', 2, 'x'), (3, 'ada', 3, NULL);",
            "CREATE UNIQUE INDEX person_name ON person (lower(name)) WHERE mood IS NOT NULL;",
            says: "2 rows of person have the same lower(name) as another (id 1, 2)"),
        RowCase(
            person, three, "CREATE UNIQUE INDEX person_pair ON person (mood, (age > 0));",
            says: "2 rows of person have the same mood, (age > 0) as another (id 1, 4)"),
        RowCase(
            person, three,
            "UPDATE person SET name = 'ada' WHERE name IS NULL;\nCREATE UNIQUE INDEX person_name ON person (name);",
            says: "3 rows of person have the same name as another (id 1, 3, 4)"),
        RowCase(
            person, three, rebuilt("id integer PRIMARY KEY, name text UNIQUE, age integer, mood text"),
            says: "2 rows of person have the same name as another (id 1, 3)", on: [.sqlite]),
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, a text);", "INSERT INTO t VALUES (1, 'x'), (2, 'X');",
            "ALTER TABLE t RENAME TO u; CREATE TABLE t (id integer PRIMARY KEY, a text COLLATE NOCASE UNIQUE); INSERT INTO t SELECT * FROM u; DROP TABLE u;",
            says: "2 rows of t have the same a as another (id 1, 2)", on: [.sqlite]),
        RowCase(
            "CREATE TABLE slot (id integer PRIMARY KEY, room integer, during int4range);",
            "INSERT INTO slot VALUES (1, 1, '[1,5)'), (2, 2, '[4,9)'), (3, 1, '[8,9)');",
            "ALTER TABLE slot ADD EXCLUDE USING gist (during WITH &&);",
            says: "3 rows of slot have the same during && as another (id 1, 2, 3)", on: [.postgresql]),
        // A condition.
        RowCase(
            person, three, "ALTER TABLE person ADD CONSTRAINT adult CHECK (age >= 18);",
            says: "2 rows of person break adult: CHECK (age >= 18) (id 2, 3)", on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ADD CONSTRAINT adult CHECK (age >= 18) NOT VALID;",
            "ALTER TABLE person VALIDATE CONSTRAINT adult;",
            says: "2 rows of person break adult: CHECK (age >= 18) (id 2, 3)", on: [.postgresql]),
        RowCase(
            person + "ALTER TABLE person ADD CONSTRAINT adult CHECK (age >= 18) NOT VALID;",
            "ALTER TABLE person DROP CONSTRAINT adult;" + three
                + "ALTER TABLE person ADD CONSTRAINT adult CHECK (age >= 18) NOT VALID;",
            "ALTER TABLE person VALIDATE CONSTRAINT adult;",
            says: "2 rows of person break adult: CHECK ((age >= 18)) (id 2, 3)", on: [.postgresql]),
        RowCase(
            person, three, rebuilt("id integer PRIMARY KEY, name text, age integer CHECK (age >= 18), mood text"),
            says: "2 rows of person break CHECK (age >= 18) (id 2, 3)", on: [.sqlite]),
        RowCase(
            person, three, "ALTER TABLE person ADD COLUMN kind text DEFAULT 'x' CHECK (kind <> 'x' OR age > 0);",
            says: "1 row of person breaks CHECK (kind <> 'x' OR age > 0) (id 3)"),
        RowCase(
            person, three, "ALTER TABLE person ADD CONSTRAINT rate CHECK (100 / (age + 1) > 0);",
            says: "some rows of person break rate: CHECK (100 / (age + 1) > 0)", on: [.postgresql]),
        RowCase(
            "CREATE DOMAIN positive AS integer; CREATE TABLE a (id integer PRIMARY KEY, n positive);",
            "INSERT INTO a VALUES (1, 4), (2, -4);", "ALTER DOMAIN positive ADD CONSTRAINT sign CHECK (VALUE > 0);",
            says: "1 row of public.a breaks sign: VALUE > 0 (id 2)", on: [.postgresql]),
        // What is referred to.
        RowCase(
            orders, sales, "ALTER TABLE sale ADD FOREIGN KEY (buyer) REFERENCES buyer;",
            says: "2 rows of sale have a buyer that buyer does not have (id 11, 13)", on: [.postgresql]),
        RowCase(
            orders, sales,
            "ALTER TABLE sale ADD CONSTRAINT c FOREIGN KEY (code) REFERENCES public.buyer (code) ON DELETE SET NULL;",
            says: "1 row of sale has a code that public.buyer does not have (id 11)", on: [.postgresql]),
        RowCase(
            orders, sales, "DELETE FROM buyer WHERE id = 1;",
            "ALTER TABLE sale ADD FOREIGN KEY (buyer) REFERENCES buyer;",
            says: "3 rows of sale have a buyer that buyer does not have (id 10, 11, 13)", on: [.postgresql]),
        RowCase(
            orders, sales,
            "CREATE TABLE shop (id integer PRIMARY KEY); ALTER TABLE sale ADD FOREIGN KEY (buyer) REFERENCES shop;",
            says: "3 rows of sale have a buyer that shop does not have (id 10, 11, 13)", on: [.postgresql]),
        RowCase(
            orders, sales,
            "ALTER TABLE sale RENAME TO sale_old; CREATE TABLE sale (id integer PRIMARY KEY, buyer integer REFERENCES buyer, code text); INSERT INTO sale SELECT * FROM sale_old; DROP TABLE sale_old;",
            says: "2 rows of sale have a buyer that buyer does not have (id 11, 13)", on: [.sqlite]),
        // Values that do not fit another type.
        RowCase(
            person, three, "ALTER TABLE person ALTER COLUMN name TYPE varchar(2);",
            says: "3 rows of person have a value in name that does not fit varchar(2) (id 1, 2, 3)", on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ALTER name TYPE integer USING name::integer;",
            says: "3 rows of person have a value in name that does not fit integer (id 1, 2, 3)", on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (id uuid PRIMARY KEY, n integer);",
            "INSERT INTO t VALUES ('00000000-0000-0000-0000-000000000001', 40000), ('00000000-0000-0000-0000-000000000002', 4);",
            "ALTER TABLE t ALTER n TYPE smallint;",
            says: "1 row of t has a value in n that does not fit smallint (id 00000000-0000-0000-0000-000000000001)",
            on: [.postgresql]),
        RowCase(
            "CREATE TYPE size AS ENUM ('s', 'm', 'l'); CREATE TABLE t (id integer PRIMARY KEY, s size);",
            "INSERT INTO t VALUES (1, 's'), (2, 'l');",
            "ALTER TYPE size RENAME TO size_old; CREATE TYPE size AS ENUM ('s', 'm'); ALTER TABLE t ALTER s TYPE size USING s::text::size; DROP TYPE size_old;",
            says: "1 row of t has a value in s that does not fit size (id 2)", on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ADD COLUMN half integer GENERATED ALWAYS AS (10 / (age + 1)) STORED;",
            says: "1 row of person has a value in half that does not fit integer (id 3)", on: [.postgresql]),
        // An index without a name, a constraint without one.
        RowCase(
            person, three, "CREATE UNIQUE INDEX ON person (name);",
            says: "2 rows of person have the same name as another (id 1, 3)", on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ADD CHECK (age >= 18) NOT VALID;",
            "ALTER TABLE person VALIDATE CONSTRAINT person_age_check;",
            says: "2 rows of person break CHECK (age >= 18) (id 2, 3)", on: [.postgresql]),
        // What the table asks by now is asked of other values, too.
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, at timestamp UNIQUE);",
            "INSERT INTO t VALUES (1, '2024-01-01 10:00'), (2, '2024-01-01 11:00');",
            "ALTER TABLE t ALTER at TYPE date;", says: "2 rows of t have the same at as another (id 1, 2)",
            on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, n text NOT NULL);", "INSERT INTO t VALUES (1, '4'), (2, '');",
            "ALTER TABLE t ALTER n TYPE integer USING nullif(n, '')::integer;", says: "1 row of t has n NULL (id 2)",
            on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, n integer);", "INSERT INTO t VALUES (1, 40000), (2, 4);",
            "CREATE TABLE u (id integer PRIMARY KEY, n smallint);\nINSERT INTO u SELECT id, n FROM t;",
            says: "some rows of u have a value in n that does not fit smallint", on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (id text PRIMARY KEY, a text);", "INSERT INTO t VALUES ('1', 'x'), ('abc', 'y');",
            "ALTER TABLE t RENAME TO u; CREATE TABLE t (id INTEGER PRIMARY KEY, a text);\nINSERT INTO t SELECT id, a FROM u; DROP TABLE u;",
            says: "1 row of t has a value in id that does not fit INTEGER", on: [.sqlite]),
        RowCase(
            person, three, "ALTER TABLE person ADD COLUMN v varchar(2) DEFAULT 'abc';",
            says: "4 rows of person have a value in v that does not fit varchar(2) (id 1, 2, 3, 4)", on: [.postgresql]),
        RowCase(
            "CREATE TABLE base (id integer PRIMARY KEY, a integer); CREATE TABLE child () INHERITS (base);",
            "INSERT INTO base VALUES (1, 1); INSERT INTO child VALUES (2, NULL);",
            "ALTER TABLE base ALTER a SET NOT NULL;", says: "1 row of base has a NULL (id 2)", on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, name text COLLATE NOCASE);",
            "INSERT INTO t VALUES (1, 'a'), (2, 'A'), (3, NULL);",
            "UPDATE t SET name = 'x' WHERE name IS NULL;\nCREATE UNIQUE INDEX i ON t (name);",
            says: "2 rows of t have the same name as another (id 1, 2)", on: [.sqlite]),
        RowCase(
            person, three,
            "ALTER TABLE person ADD COLUMN tags text[] DEFAULT ARRAY['a', 'b'] NOT NULL, ALTER mood SET NOT NULL;",
            says: "2 rows of person have mood NULL (id 2, 3)", on: [.postgresql]),
    ]

    static let clean: [RowCase] = [
        RowCase(
            "CREATE DOMAIN amount AS integer DEFAULT 4; " + person, three,
            "ALTER TABLE person ADD COLUMN n amount NOT NULL;",
            says: nil, on: [.postgresql]),
        RowCase(
            person, three,
            "CREATE TABLE n (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name text); INSERT INTO n (name) SELECT name FROM person;",
            says: nil, on: [.sqlite]),
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, a integer, g integer GENERATED ALWAYS AS (a * 2) STORED);",
            "INSERT INTO t (id, a) VALUES (1, NULL), (2, 3);",
            "UPDATE t SET a = 0 WHERE a IS NULL; CREATE UNIQUE INDEX i ON t (g);", says: nil),
        RowCase(
            "CREATE TABLE t (id integer PRIMARY KEY, price numeric(10,2));",
            "INSERT INTO t VALUES (1, 9.99), (2, 1.11);",
            "UPDATE t SET price = price * 1.075; ALTER TABLE t ADD CHECK (price = round(price, 2));", says: nil,
            on: [.postgresql]),
        RowCase(
            "CREATE TABLE t (a text, b text);", "INSERT INTO t VALUES ('1', 'x'), ('2', 'y');",
            "ALTER TABLE t ALTER a TYPE text USING b, ALTER b TYPE integer USING a::integer;", says: nil,
            on: [.postgresql]),
        RowCase(
            person + "CREATE UNIQUE INDEX by_id ON person (id);", three,
            "CREATE UNIQUE INDEX IF NOT EXISTS by_id ON person (name);",
            says: nil),
        RowCase(person, three, "ALTER TABLE person ALTER COLUMN age SET NOT NULL;", says: nil, on: [.postgresql]),
        RowCase(person, "", "ALTER TABLE person ADD COLUMN email text NOT NULL;", says: nil),
        RowCase(person, three, "ALTER TABLE person ADD COLUMN email text NOT NULL DEFAULT 'x';", says: nil),
        RowCase(
            person, three,
            "ALTER TABLE person ADD COLUMN email text; UPDATE person SET email = coalesce(name, 'x'); ALTER TABLE person ALTER email SET NOT NULL;",
            says: nil, on: [.postgresql]),
        RowCase(
            person, three, "UPDATE person SET mood = 'none' WHERE mood IS NULL;",
            "ALTER TABLE person ALTER mood SET NOT NULL;",
            says: nil, on: [.postgresql]),
        RowCase(
            person, three, "DELETE FROM person WHERE mood IS NULL;", "ALTER TABLE person ALTER mood SET NOT NULL;",
            says: nil,
            on: [.postgresql]),
        RowCase(
            person, three, "DELETE FROM person; ALTER TABLE person ALTER mood SET NOT NULL;", says: nil,
            on: [.postgresql]),
        RowCase(
            person, three, "TRUNCATE person; ALTER TABLE person ADD UNIQUE (name);", says: nil, on: [.postgresql]),
        RowCase(person, three, "CREATE UNIQUE INDEX i ON person (id, name);", says: nil),
        RowCase(person, three, "CREATE UNIQUE INDEX i ON person (name) WHERE mood = 'fine';", says: nil),
        RowCase(person, three, "CREATE UNIQUE INDEX i ON person (name, age DESC);", says: nil),
        RowCase(person, three, "CREATE INDEX i ON person (mood);", says: nil),
        RowCase(
            person, three, "DELETE FROM person WHERE id = 3;\nCREATE UNIQUE INDEX i ON person (name);", says: nil),
        RowCase(
            person, three, "UPDATE person SET name = name || id;\nCREATE UNIQUE INDEX i ON person (name);", says: nil),
        RowCase(person, three, "ALTER TABLE person ADD CHECK (age < 100);", says: nil, on: [.postgresql]),
        RowCase(person, three, "ALTER TABLE person ADD CHECK (age > 20) NOT VALID;", says: nil, on: [.postgresql]),
        RowCase(
            person, three, "UPDATE person SET age = 20 WHERE age < 20; ALTER TABLE person ADD CHECK (age >= 20);",
            says: nil,
            on: [.postgresql]),
        RowCase(
            person, three, rebuilt("id integer PRIMARY KEY, name text, age integer NOT NULL, mood text"), says: nil),
        RowCase(
            person, three,
            rebuilt("id integer PRIMARY KEY, name text, age integer CHECK (age > -5), mood text, UNIQUE (id, name)"),
            says: nil),
        RowCase(
            person, three,
            rebuilt(
                "id integer PRIMARY KEY, name text, age integer, mood text DEFAULT 'x' NOT NULL",
                copying: "id, name, age"),
            says: nil),
        RowCase(
            orders, sales,
            "DELETE FROM sale WHERE buyer NOT IN (1, 2); ALTER TABLE sale ADD FOREIGN KEY (buyer) REFERENCES buyer;",
            says: nil, on: [.postgresql]),
        RowCase(
            orders, sales,
            "UPDATE sale SET buyer = NULL WHERE NOT EXISTS (SELECT 1 FROM buyer b WHERE b.id = sale.buyer); ALTER TABLE sale ADD FOREIGN KEY (buyer) REFERENCES buyer;",
            says: nil, on: [.postgresql]),
        RowCase(
            orders + "CREATE TABLE shop (id integer PRIMARY KEY, buyer integer REFERENCES buyer);", sales,
            "ALTER TABLE shop RENAME TO s; CREATE TABLE shop (id integer PRIMARY KEY, buyer integer REFERENCES buyer, sale integer REFERENCES sale); INSERT INTO shop (id, buyer) SELECT id, buyer FROM s; DROP TABLE s;",
            says: nil, on: [.sqlite]),
        RowCase(person, three, "ALTER TABLE person ALTER age TYPE bigint;", says: nil, on: [.postgresql]),
        RowCase(person, three, "ALTER TABLE person ALTER name TYPE varchar(3);", says: nil, on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ALTER mood TYPE integer USING length(mood);", says: nil,
            on: [.postgresql]),
        RowCase(
            "CREATE TYPE size AS ENUM ('s', 'm', 'l'); CREATE TABLE t (id integer PRIMARY KEY, s size);",
            "INSERT INTO t VALUES (1, 's'), (2, NULL);",
            "ALTER TYPE size RENAME TO size_old; CREATE TYPE size AS ENUM ('s', 'm'); ALTER TABLE t ALTER s TYPE size USING s::text::size; DROP TYPE size_old;",
            says: nil, on: [.postgresql]),
        RowCase(
            person, three,
            "CREATE TABLE extra (id integer PRIMARY KEY, note text NOT NULL CHECK (note <> ''), UNIQUE (note));",
            says: nil),
        RowCase(
            person, three, "CREATE TABLE extra (a integer);", "INSERT INTO extra VALUES (1);",
            "DROP TABLE person; CREATE TABLE person (id integer PRIMARY KEY, name text NOT NULL);", says: nil),
        RowCase(
            person, three, "ALTER TABLE person ADD COLUMN key integer GENERATED ALWAYS AS IDENTITY UNIQUE;", says: nil,
            on: [.postgresql]),
        RowCase(
            person, three, "ALTER TABLE person ADD COLUMN twice integer GENERATED ALWAYS AS (age * 2) STORED;",
            says: nil,
            on: [.postgresql]),
        RowCase(
            "CREATE DOMAIN positive AS integer; CREATE TABLE a (n positive);", "INSERT INTO a VALUES (4);",
            "ALTER DOMAIN positive ADD CHECK (VALUE > 0); ALTER DOMAIN positive SET NOT NULL;", says: nil,
            on: [.postgresql]),
        RowCase(
            "CREATE TABLE m (id integer, d date) PARTITION BY RANGE (d); CREATE TABLE m1 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');",
            "INSERT INTO m VALUES (1, '2024-03-01'), (2, '2024-04-01');", "ALTER TABLE m ADD PRIMARY KEY (id, d);",
            says: nil,
            on: [.postgresql]),
        RowCase(
            "CREATE TABLE base (id integer); CREATE TABLE child () INHERITS (base);",
            "INSERT INTO base VALUES (1); INSERT INTO child VALUES (1);", "ALTER TABLE base ADD UNIQUE (id);",
            says: nil,
            on: [.postgresql]),
    ]
}
