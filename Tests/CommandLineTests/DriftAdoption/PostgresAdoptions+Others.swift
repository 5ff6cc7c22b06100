extension PostgresAdoptions {
    /// Types, what is said about tables, and what columns can be beside.
    static let others: [DriftAdoptionTests.Case] = [
        .init(
            name: "a label comes",
            files: [
                "mood": "CREATE TYPE mood AS ENUM ('bad', 'good');\n"
            ],
            hand: "ALTER TYPE mood ADD VALUE 'so so' BEFORE 'good'",
            after: [
                "mood": "CREATE TYPE mood AS ENUM ('bad', 'so so', 'good');\n"
            ]),
        .init(
            name: "a trigger",
            files: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                """,
                "touch": """
                CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;

                """,
            ],
            hand: """
                CREATE TRIGGER touch BEFORE UPDATE ON author FOR EACH ROW EXECUTE FUNCTION touch()
                """,
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                CREATE TRIGGER touch BEFORE UPDATE ON author FOR EACH ROW EXECUTE FUNCTION touch();

                """
            ]),
        .init(
            name: "comments",
            files: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                COMMENT ON TABLE author IS 'who writes';

                """
            ],
            hand: """
                COMMENT ON TABLE author IS 'who wrote'; COMMENT ON COLUMN author.born IS 'the day'
                """,
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                COMMENT ON COLUMN author.born IS 'the day';

                COMMENT ON TABLE author IS 'who wrote';

                """
            ]),
        .init(
            name: "a policy and row security",
            files: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                """
            ],
            hand: """
                ALTER TABLE author ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON author USING (name = 'x')
                """,
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                ALTER TABLE author ENABLE ROW LEVEL SECURITY;

                CREATE POLICY own ON author USING (name = 'x');

                """
            ]),
        .init(
            name: "a grant",
            files: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                """
            ],
            hand: "GRANT SELECT ON author TO PUBLIC",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date  -- may be unknown
                );

                GRANT SELECT ON TABLE author TO PUBLIC;

                """
            ]),
        .init(
            name: "an identity column",
            files: [
                "tag": "CREATE TABLE tag (n int);\n"
            ],
            hand: "ALTER TABLE tag ADD id bigint GENERATED BY DEFAULT AS IDENTITY",
            after: [
                "tag": "CREATE TABLE tag (n int, id bigint GENERATED BY DEFAULT AS IDENTITY);\n"
            ]),
        .init(
            name: "a generated column",
            files: [
                "tag": "CREATE TABLE tag (n int);\n"
            ],
            hand: "ALTER TABLE tag ADD twice int GENERATED ALWAYS AS (n * 2) STORED",
            after: [
                "tag": """
                CREATE TABLE tag (n int, twice integer GENERATED ALWAYS AS (n * 2) STORED);

                """
            ]),
        .init(
            name: "a sequence and a default that uses it",
            files: [
                "tag": "CREATE TABLE tag (n int);\n"
            ],
            hand: """
                CREATE SEQUENCE numbers START 5; ALTER TABLE tag ALTER n SET DEFAULT nextval('numbers')
                """,
            after: [
                "tag": """
                CREATE TABLE tag (n int DEFAULT nextval('numbers'));

                CREATE SEQUENCE numbers START WITH 5;

                """
            ]),
        .init(
            name: "a partition",
            files: [
                "log": """
                CREATE TABLE log (k text, n int) PARTITION BY LIST (k);
                CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');

                """
            ],
            hand: "CREATE TABLE log_b PARTITION OF log FOR VALUES IN ('b')",
            after: [
                "log": """
                CREATE TABLE log (k text, n int) PARTITION BY LIST (k);
                CREATE TABLE log_a PARTITION OF log FOR VALUES IN ('a');
                CREATE TABLE log_b PARTITION OF log FOR VALUES IN ('b');

                """
            ]),
        .init(
            name: "a constraint that is not valid",
            files: [
                "tag": "CREATE TABLE tag (n int);\n"
            ],
            hand: "ALTER TABLE tag ADD CONSTRAINT few CHECK (n < 10) NOT VALID",
            after: [
                "tag": """
                CREATE TABLE tag (n int);

                ALTER TABLE tag ADD CONSTRAINT few CHECK (n < 10) NOT VALID;

                """
            ]),
        .init(
            name: "qualified names",
            files: [
                "shop": """
                CREATE SCHEMA shop;
                CREATE TABLE shop.t (
                    n int
                );

                """
            ],
            hand: "CREATE INDEX t_n ON shop.t (n); ALTER TABLE shop.t ADD m text",
            after: [
                "shop": """
                CREATE SCHEMA shop;
                CREATE TABLE shop.t (
                    n int,
                    m text
                );

                CREATE INDEX t_n ON shop.t (n);

                """
            ]),
        .init(
            name: "a storage parameter",
            files: [
                "tag": "CREATE TABLE tag (n int);\n"
            ],
            hand: "ALTER TABLE tag SET (fillfactor = 70)",
            after: [
                "tag": """
                CREATE TABLE tag (n int);

                ALTER TABLE tag SET (fillfactor='70');

                """
            ]),
        .init(
            name: "a domain",
            files: [
                "mail": "CREATE DOMAIN mail AS text CONSTRAINT ok CHECK (value ~ '@');\n"
            ],
            hand: """
                ALTER DOMAIN mail SET DEFAULT 'x@y'; ALTER DOMAIN mail DROP CONSTRAINT ok; ALTER DOMAIN mail ADD CONSTRAINT ok CHECK (value ~ '@.')
                """,
            after: [
                "mail": """
                CREATE DOMAIN mail AS text DEFAULT 'x@y'
                    CONSTRAINT ok CHECK (VALUE ~ '@.');

                """
            ]),
        .init(
            name: "an alter in the file",
            files: [
                "tag": """
                CREATE TABLE tag (n int);
                ALTER TABLE tag ADD CONSTRAINT few CHECK (n < 10);

                """
            ],
            hand: "ALTER TABLE tag DROP CONSTRAINT few; ALTER TABLE tag ADD m int",
            after: [
                "tag": "CREATE TABLE tag (n int, m integer);\n"
            ]),
    ]
}
