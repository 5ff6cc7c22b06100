extension PostgresAdoptions {
    /// Files that are written in other manners, and tables that hang together.
    static let manners: [DriftAdoptionTests.Case] = [
        .init(
            name: "labels and attributes beside comments",
            files: [
                "types": """
                CREATE TYPE mood AS ENUM (
                    'a', -- first
                    'b'  -- second
                );
                CREATE TYPE spot AS (
                    x int, /* east */
                    y int
                );

                """
            ],
            hand: """
                ALTER TYPE mood ADD VALUE 'so so' AFTER 'a'; ALTER TYPE mood ADD VALUE 'c'; ALTER TYPE spot ADD ATTRIBUTE z int; ALTER TYPE spot ALTER ATTRIBUTE x TYPE bigint
                """,
            after: [
                "types": """
                CREATE TYPE mood AS ENUM (
                    'a', -- first
                    'so so',
                    'b',  -- second
                    'c'
                );
                CREATE TYPE spot AS (
                    x bigint, /* east */
                    y int,
                    z integer
                );

                """
            ]),
        .init(
            name: "columns in the order of the database, before the constraints",
            files: [
                "t": """
                CREATE TABLE t (
                    a int,
                    b text
                );

                """
            ],
            hand: """
                ALTER TABLE t ADD z int, ADD c int, ADD m text; ALTER TABLE t ADD CONSTRAINT a_check CHECK (a > 0)
                """,
            after: [
                "t": """
                CREATE TABLE t (
                    a int,
                    b text,
                    z integer,
                    c integer,
                    m text,
                    CONSTRAINT a_check CHECK (a > 0)
                );

                """
            ]),
        .init(
            name: "a file with returns",
            files: [
                "t": "CREATE TABLE t (\r\n    a int,\r\n    b text\r\n);\r\n"
            ],
            hand: """
                ALTER TABLE t ADD z int; CREATE INDEX t_a ON t (a); ALTER TABLE t DROP b
                """,
            after: [
                "t": "CREATE TABLE t (\r\n    a int,\r\n    z integer\r\n);\r\n\r\nCREATE INDEX t_a ON t (a);\r\n"
            ]),
        .init(
            name: "a statement that shares its line",
            files: [
                "t": "CREATE TABLE gone (a int); CREATE TABLE kept (b int);\n"
            ],
            hand: "DROP TABLE gone",
            after: [
                "t": "CREATE TABLE kept (b int);\n"
            ]),
        .init(
            name: "no semicolon at the end",
            files: [
                "t": "CREATE TABLE t (a int)"
            ],
            hand: "CREATE INDEX t_a ON t (a)",
            after: [
                "t": """
                CREATE TABLE t (a int);

                CREATE INDEX t_a ON t (a);
                """
            ]),
        .init(
            name: "a column of a partitioned table",
            files: [
                "log": """
                CREATE TABLE log (
                    k text,
                    n int
                ) PARTITION BY LIST (k);
                CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');

                """
            ],
            hand: "ALTER TABLE log ADD at timestamptz; CREATE INDEX log_n ON log (n)",
            after: [
                "log": """
                CREATE TABLE log (
                    k text,
                    n int,
                    at timestamp with time zone
                ) PARTITION BY LIST (k);

                CREATE INDEX log_n ON log (n);
                CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');

                """
            ]),
        .init(
            name: "a key of a partitioned table",
            files: [
                "log": """
                CREATE TABLE log (
                    k text,
                    n int
                ) PARTITION BY LIST (k);
                CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');

                """
            ],
            hand: "ALTER TABLE log ADD PRIMARY KEY (k)",
            after: [
                "log": """
                CREATE TABLE log (
                    k text NOT NULL,
                    n int,
                    CONSTRAINT log_pkey PRIMARY KEY (k)
                ) PARTITION BY LIST (k);
                CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');

                """
            ]),
        .init(
            name: "a column of a parent",
            files: [
                "base": """
                CREATE TABLE base (
                    a int
                );
                CREATE TABLE kid (
                    b int
                ) INHERITS (base);

                """
            ],
            hand: "ALTER TABLE base ADD c int",
            after: [
                "base": """
                CREATE TABLE base (
                    a int,
                    c integer
                );
                CREATE TABLE kid (
                    b int
                ) INHERITS (base);

                """
            ]),
        .init(
            name: "a column goes with its key and its check",
            files: [
                "t": """
                CREATE TABLE t (
                    a int,
                    b int UNIQUE CHECK (b > 0),
                    c int -- three
                );
                CREATE INDEX t_b ON t (b);
                COMMENT ON INDEX t_b IS 'x';

                """
            ],
            hand: "ALTER TABLE t DROP b",
            after: [
                "t": """
                CREATE TABLE t (
                    a int,
                    c int -- three
                );

                """
            ]),
        .init(
            name: "a heading stays",
            files: [
                "t": """
                -- Copyright of the shop.
                CREATE INDEX t_a ON t (a);

                CREATE TABLE t (a int);

                """
            ],
            hand: "DROP INDEX t_a",
            after: [
                "t": """
                -- Copyright of the shop.
                CREATE TABLE t (a int);

                """
            ]),
        .init(
            name: "a table in a file without statements",
            files: [
                "tag": "CREATE TABLE tag (n int);\n",
                "shelf": "-- to come\n",
            ],
            hand: "CREATE TABLE shelf (id int)",
            after: [
                "tag": """
                CREATE TABLE tag (n int);

                CREATE TABLE shelf (
                    id integer
                );

                """
            ]),
        .init(
            name: "a new function",
            files: [
                "tag": "CREATE TABLE tag (n int);\n",
                "one": "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;\n",
            ],
            hand: """
                CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS $$ SELECT 2 * n $$
                """,
            after: [
                "twice": """
                CREATE FUNCTION twice(n integer)
                RETURNS integer
                LANGUAGE sql
                AS $$ SELECT 2 * n $$;

                """
            ]),
        .init(
            name: "a reference that is checked late goes",
            files: [
                "author": "CREATE TABLE author (id int PRIMARY KEY);\n",
                "book": """
                CREATE TABLE book (
                    author int REFERENCES author DEFERRABLE INITIALLY DEFERRED NOT NULL,
                    period text, -- as it is told
                    include int
                );

                """,
            ],
            hand: "ALTER TABLE book DROP CONSTRAINT book_author_fkey",
            after: [
                "book": """
                CREATE TABLE book (
                    author int NOT NULL,
                    period text, -- as it is told
                    include int
                );

                """
            ]),
        .init(
            name: "a key that takes NULL once goes",
            files: [
                "tag": """
                CREATE TABLE tag (
                    a int UNIQUE NULLS NOT DISTINCT,
                    period text
                );

                """
            ],
            hand: """
                ALTER TABLE tag DROP CONSTRAINT tag_a_key, ALTER a SET DEFAULT 1; ALTER TABLE tag ALTER period TYPE varchar(9)
                """,
            after: [
                "tag": """
                CREATE TABLE tag (
                    a int DEFAULT 1,
                    period character varying(9)
                );

                """
            ]),
    ]
}
