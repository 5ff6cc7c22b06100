extension PostgresAdoptions {
    /// Constraints and indexes.
    static let constraints: [DriftAdoptionTests.Case] = [
        .init(
            name: "a check comes",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ADD CONSTRAINT author_name CHECK (length(name) > 1)",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date,  -- may be unknown
                    CONSTRAINT author_name CHECK (length(name) > 1)
                );

                """
            ]),
        .init(
            name: "a named check changes",
            files: [
                "tag": """
                CREATE TABLE tag (
                    n int,
                    CONSTRAINT few CHECK (n < 10)
                );

                """
            ],
            hand: "ALTER TABLE tag DROP CONSTRAINT few, ADD CONSTRAINT few CHECK (n < 20)",
            after: [
                "tag": """
                CREATE TABLE tag (
                    n int,
                    CONSTRAINT few CHECK (n < 20)
                );

                """
            ]),
        .init(
            name: "a key of a column goes",
            files: [
                "tag": """
                CREATE TABLE tag (
                    id int PRIMARY KEY,
                    name text NOT NULL UNIQUE,
                    n int
                );

                """
            ],
            hand: "ALTER TABLE tag DROP CONSTRAINT tag_name_key",
            after: [
                "tag": """
                CREATE TABLE tag (
                    id int PRIMARY KEY,
                    name text NOT NULL,
                    n int
                );

                """
            ]),
        .init(
            name: "a foreign key in a column goes",
            files: [
                "author": author,
                "book": """
                CREATE TABLE book (
                    id int PRIMARY KEY,
                    author bigint NOT NULL REFERENCES author (id) ON DELETE SET NULL,
                    title text
                );

                """,
            ],
            hand: "ALTER TABLE book DROP CONSTRAINT book_author_fkey",
            after: [
                "book": """
                CREATE TABLE book (
                    id int PRIMARY KEY,
                    author bigint NOT NULL,
                    title text
                );

                """
            ]),
        .init(
            name: "a foreign key comes",
            files: [
                "author": author,
                "book": """
                CREATE TABLE book (
                    id int PRIMARY KEY,
                    author bigint
                );

                """,
            ],
            hand: "ALTER TABLE book ADD FOREIGN KEY (author) REFERENCES author",
            after: [
                "book": """
                CREATE TABLE book (
                    id int PRIMARY KEY,
                    author bigint,
                    CONSTRAINT book_author_fkey FOREIGN KEY (author) REFERENCES author(id)
                );

                """
            ]),
        .init(
            name: "an unnamed key of the table goes",
            files: [
                "tag": """
                CREATE TABLE tag (
                    a int,
                    b int,
                    UNIQUE (a, b)
                );

                """
            ],
            hand: "ALTER TABLE tag DROP CONSTRAINT tag_a_b_key",
            after: [
                "tag": """
                CREATE TABLE tag (
                    a int,
                    b int
                );

                """
            ]),
        .init(
            name: "an index beside its table",
            files: [
                "author": author
            ],
            hand: "CREATE INDEX author_born ON author (born DESC) WHERE born IS NOT NULL",
            after: [
                "author": author + """

                    CREATE INDEX author_born ON author (born DESC) WHERE born IS NOT NULL;

                    """
            ]),
        .init(
            name: "an index where indexes have a file",
            files: [
                "author": author,
                "indexes": """
                CREATE INDEX author_name ON author (name);
                CREATE INDEX author_born ON author (born);

                """,
                "tag": "CREATE TABLE tag (n int);\n",
            ],
            hand: "CREATE INDEX tag_n ON tag (n)",
            after: [
                "indexes": """
                CREATE INDEX author_name ON author (name);
                CREATE INDEX author_born ON author (born);
                CREATE INDEX tag_n ON tag (n);

                """
            ]),
        .init(
            name: "an index goes with its comment",
            files: [
                "author": author + """

                    -- for the search
                    CREATE INDEX author_name ON author (name);

                    CREATE INDEX author_born ON author (born);

                    """
            ],
            hand: "DROP INDEX author_name",
            after: [
                "author": author + """

                    CREATE INDEX author_born ON author (born);

                    """
            ]),
        .init(
            name: "an index is another one",
            files: [
                "author": author + """

                    CREATE INDEX author_name ON author (name);

                    """
            ],
            hand: """
                DROP INDEX author_name; CREATE UNIQUE INDEX author_name ON author (lower(name))
                """,
            after: [
                "author": author + """

                    CREATE UNIQUE INDEX author_name ON author (lower(name));

                    """
            ]),
    ]
}
