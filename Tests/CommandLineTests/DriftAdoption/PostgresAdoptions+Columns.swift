/// What somebody does by hand to tables of PostgreSQL, and how the files read then.
enum PostgresAdoptions {
    /// A table with comments of several kinds.
    static let author = """
        -- Who writes.
        CREATE TABLE author (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            -- as it stands on the cover
            name text NOT NULL,
            born date  -- may be unknown
        );

        """

    static let cases: [DriftAdoptionTests.Case] = columns + constraints + code + others + manners

    static let columns: [DriftAdoptionTests.Case] = [
        .init(
            name: "a column after the last, which has a comment behind it",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ADD died date",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date,  -- may be unknown
                    died date
                );

                """
            ]),
        .init(
            name: "a column before the constraints",
            files: [
                "tag": """
                CREATE TABLE tag (
                    name text,
                    note text,
                    CONSTRAINT tag_pkey PRIMARY KEY (name)
                );

                """
            ],
            hand: "ALTER TABLE tag ADD colour text NOT NULL DEFAULT 'red'",
            after: [
                "tag": """
                CREATE TABLE tag (
                    name text,
                    note text,
                    colour text DEFAULT 'red' NOT NULL,
                    CONSTRAINT tag_pkey PRIMARY KEY (name)
                );

                """
            ]),
        .init(
            name: "two columns",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ADD died date, ADD prize int",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date,  -- may be unknown
                    died date,
                    prize integer
                );

                """
            ]),
        .init(
            name: "a column in one line",
            files: [
                "tag": "CREATE TABLE tag (name text PRIMARY KEY);\n"
            ],
            hand: "ALTER TABLE tag ADD colour varchar(20)",
            after: [
                "tag": """
                CREATE TABLE tag (name text PRIMARY KEY, colour character varying(20));

                """
            ]),
        .init(
            name: "a column that goes, with its comment",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author DROP name",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    born date  -- may be unknown
                );

                """
            ]),
        .init(
            name: "the last column goes",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author DROP born",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL
                );

                """
            ]),
        .init(
            name: "a column of one line goes",
            files: [
                "tag": "CREATE TABLE tag (a int, b int, c int);\n"
            ],
            hand: "ALTER TABLE tag DROP b",
            after: [
                "tag": "CREATE TABLE tag (a int, c int);\n"
            ]),
        .init(
            name: "the last column of one line goes",
            files: [
                "tag": "CREATE TABLE tag (a int, b int, c int);\n"
            ],
            hand: "ALTER TABLE tag DROP c",
            after: [
                "tag": "CREATE TABLE tag (a int, b int);\n"
            ]),
        .init(
            name: "another type",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ALTER name TYPE varchar(80)",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name character varying(80) NOT NULL,
                    born date  -- may be unknown
                );

                """
            ]),
        .init(
            name: "another type with parentheses",
            files: [
                "bill": """
                CREATE TABLE bill (
                    total numeric(10, 2) NOT NULL DEFAULT 0
                );

                """
            ],
            hand: "ALTER TABLE bill ALTER total TYPE numeric(12, 4)",
            after: [
                "bill": """
                CREATE TABLE bill (
                    total numeric(12,4) NOT NULL DEFAULT 0
                );

                """
            ]),
        .init(
            name: "not null comes",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ALTER born SET NOT NULL",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL,
                    born date NOT NULL  -- may be unknown
                );

                """
            ]),
        .init(
            name: "not null goes",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ALTER name DROP NOT NULL",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text,
                    born date  -- may be unknown
                );

                """
            ]),
        .init(
            name: "a default comes",
            files: [
                "author": author
            ],
            hand: "ALTER TABLE author ALTER name SET DEFAULT 'anon'",
            after: [
                "author": """
                -- Who writes.
                CREATE TABLE author (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    -- as it stands on the cover
                    name text NOT NULL DEFAULT 'anon',
                    born date  -- may be unknown
                );

                """
            ]),
        .init(
            name: "a default changes",
            files: [
                "bill": """
                CREATE TABLE bill (total numeric(10, 2) DEFAULT 0 NOT NULL, at timestamptz DEFAULT now());

                """
            ],
            hand: "ALTER TABLE bill ALTER total SET DEFAULT 1",
            after: [
                "bill": """
                CREATE TABLE bill (total numeric(10, 2) DEFAULT 1 NOT NULL, at timestamptz DEFAULT now());

                """
            ]),
        .init(
            name: "a default goes",
            files: [
                "bill": """
                CREATE TABLE bill (total numeric(10, 2) DEFAULT 0 NOT NULL, at timestamptz DEFAULT now() NOT NULL);

                """
            ],
            hand: "ALTER TABLE bill ALTER at DROP DEFAULT",
            after: [
                "bill": """
                CREATE TABLE bill (total numeric(10, 2) DEFAULT 0 NOT NULL, at timestamptz NOT NULL);

                """
            ]),
    ]
}
