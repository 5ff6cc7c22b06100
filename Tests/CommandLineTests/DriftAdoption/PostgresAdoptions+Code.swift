extension PostgresAdoptions {
    /// Functions, views, and whole tables.
    static let code: [DriftAdoptionTests.Case] = [
        .init(
            name: "the body of a function",
            files: [
                "total": """
                CREATE FUNCTION total(a int, b int) RETURNS int
                    LANGUAGE plpgsql
                    AS $body$
                BEGIN
                    RETURN a + b;
                END
                $body$;

                """
            ],
            hand: """
                CREATE OR REPLACE FUNCTION total(a int, b int) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                    RETURN a - b;
                END
                $$
                """,
            after: [
                "total": """
                CREATE FUNCTION total(a int, b int) RETURNS int
                    LANGUAGE plpgsql
                    AS $body$
                BEGIN
                    RETURN a - b;
                END
                $body$;

                """
            ]),
        .init(
            name: "more than the body of a function",
            files: [
                "total": """
                CREATE FUNCTION total(a int, b int) RETURNS int
                    LANGUAGE plpgsql
                    AS $body$
                BEGIN
                    RETURN a + b;
                END
                $body$;

                """
            ],
            hand: """
                CREATE OR REPLACE FUNCTION total(a int, b int) RETURNS int LANGUAGE sql STABLE AS $$ SELECT a - b $$
                """,
            after: [
                "total": """
                CREATE FUNCTION total(a integer, b integer)
                RETURNS integer
                LANGUAGE sql
                STABLE
                AS $$ SELECT a - b $$;

                """
            ]),
        .init(
            name: "a function whose body is a string",
            files: [
                "one": "CREATE FUNCTION one() RETURNS text LANGUAGE sql AS ' SELECT ''one'' ';\n"
            ],
            hand: """
                CREATE OR REPLACE FUNCTION one() RETURNS text LANGUAGE sql AS $$ SELECT 'it''s' $$
                """,
            after: [
                "one": """
                CREATE FUNCTION one() RETURNS text LANGUAGE sql AS ' SELECT ''it''''s'' ';

                """
            ]),
        .init(
            name: "a view",
            files: [
                "author": author,
                "old": """
                CREATE VIEW old AS SELECT id, name FROM author WHERE born < '1800-01-01';

                """,
            ],
            hand: """
                CREATE OR REPLACE VIEW old AS SELECT id, name FROM author WHERE born < '1900-01-01'
                """,
            after: [
                "old": """
                CREATE VIEW old AS
                SELECT id,
                    name
                FROM author
                WHERE born < '1900-01-01';

                """
            ]),
        .init(
            name: "a new view",
            files: [
                "author": author,
                "old": "CREATE VIEW old AS SELECT id, name FROM author;\n",
            ],
            hand: "CREATE VIEW young AS SELECT id FROM author",
            after: [
                "young": """
                CREATE VIEW young AS
                SELECT id
                FROM author;

                """
            ]),
        .init(
            name: "a new table in a folder",
            files: [
                "tables/author": author,
                "tables/tag": "CREATE TABLE tag (n int);\n",
            ],
            hand: "CREATE TABLE shelf (id int PRIMARY KEY, room text)",
            after: [
                "tables/shelf": """
                CREATE TABLE shelf (
                    id integer NOT NULL,
                    room text,
                    CONSTRAINT shelf_pkey PRIMARY KEY (id)
                );

                """
            ]),
        .init(
            name: "a new table where one file has all",
            files: [
                "schema": author + """

                    CREATE TABLE tag (n int);

                    """
            ],
            hand: "CREATE TABLE shelf (id int PRIMARY KEY, room text)",
            after: [
                "schema": author + """

                    CREATE TABLE tag (n int);

                    CREATE TABLE shelf (
                        id integer NOT NULL,
                        room text,
                        CONSTRAINT shelf_pkey PRIMARY KEY (id)
                    );

                    """
            ]),
        .init(
            name: "a table goes",
            files: [
                "author": author,
                "tag": """
                CREATE TABLE tag (n int);
                CREATE INDEX tag_n ON tag (n);

                """,
            ],
            hand: "DROP TABLE tag",
            after: [
                "tag": nil
            ]),
        .init(
            name: "a table goes from a file of all",
            files: [
                "schema": author + """

                    -- Words.
                    CREATE TABLE tag (n int);
                    CREATE INDEX tag_n ON tag (n);

                    CREATE TABLE shelf (id int);

                    """
            ],
            hand: "DROP TABLE tag",
            after: [
                "schema": author + """

                    CREATE TABLE shelf (id int);

                    """
            ]),
    ]
}
