/// What somebody calls otherwise by hand, and how the files read then.
enum RenamesByHand {
    private static let author = PostgresAdoptions.author
    private static let people = SQLiteAdoptions.people

    static let postgreSQL: [DriftAdoptionTests.Case] = [
        .init(
            name: "another name for a table that others refer to",
            files: [
                "author": """
                CREATE TABLE author (
                    id int CONSTRAINT author_key PRIMARY KEY
                );

                """,
                "book": """
                CREATE TABLE book (
                    author int CONSTRAINT book_author REFERENCES author (id)
                );

                """,
            ],
            hand: "ALTER TABLE author RENAME TO writer",
            after: [
                "author": """
                CREATE TABLE writer (
                    id int CONSTRAINT author_key PRIMARY KEY
                );

                """,
                "book": """
                CREATE TABLE book (
                    author int CONSTRAINT book_author REFERENCES writer (id)
                );

                """,
            ]),
        .init(
            name: "another name for a label and an attribute",
            files: [
                "types": """
                CREATE TYPE mood AS ENUM ('sad', 'ok');
                CREATE TYPE spot AS (x int, y int);

                """
            ],
            hand: """
                ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'; ALTER TYPE spot RENAME ATTRIBUTE x TO east
                """,
            after: [
                "types": """
                CREATE TYPE mood AS ENUM ('sad', 'fine');
                CREATE TYPE spot AS (east int, y int);

                """
            ]),
        .init(
            name: "another name for a type",
            files: [
                "types": "CREATE TYPE mood AS ENUM ('sad', 'ok');\n",
                "day": """
                CREATE TABLE day (
                    id int,
                    how mood DEFAULT 'ok'
                );

                """,
            ],
            hand: "ALTER TYPE mood RENAME TO feeling",
            after: [
                "day": """
                CREATE TABLE day (
                    id int,
                    how feeling DEFAULT 'ok'
                );

                """,
                "types": "CREATE TYPE feeling AS ENUM ('sad', 'ok');\n",
            ]),
        .init(
            name: "another name, and another type",
            files: [
                "tag": """
                CREATE TABLE tag (
                    n int,
                    m int,
                    word text
                );

                """
            ],
            hand: """
                ALTER TABLE tag RENAME n TO number; ALTER TABLE tag ALTER m TYPE bigint; CREATE INDEX tag_number ON tag (number)
                """,
            after: [
                "tag": """
                CREATE TABLE tag (
                    number int,
                    m bigint,
                    word text
                );

                CREATE INDEX tag_number ON tag (number);

                """
            ]),
        .init(
            name: "another name for a column that is called like its table",
            files: [
                "status": """
                -- What it may be.
                CREATE TABLE status (
                    status text, -- as it is now
                    at date
                );

                CREATE VIEW now AS SELECT status.status FROM status;

                """
            ],
            hand: "ALTER TABLE status RENAME status TO state",
            after: [
                "status": """
                -- What it may be.
                CREATE TABLE status (
                    state text, -- as it is now
                    at date
                );

                CREATE VIEW now AS
                SELECT state AS status
                FROM status;

                """
            ]),
    ]

    static let sqlite: [DriftAdoptionTests.Case] = [
        .init(
            name: "another name for a column",
            files: [
                "people": people + """
                    CREATE INDEX by_age ON people (age);
                    CREATE VIEW old AS SELECT name FROM people WHERE age > 60;

                    """
            ],
            hand: "ALTER TABLE people RENAME COLUMN age TO years",
            after: [
                "people": """
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL, -- as it is said
                    years INTEGER DEFAULT 0
                );
                CREATE INDEX by_age ON people (years);
                CREATE VIEW old AS SELECT name FROM people WHERE years > 60;

                """
            ]),
        .init(
            name: "another name for a table",
            files: [
                "people": people,
                "pet": """
                CREATE TABLE pet (
                    id INTEGER PRIMARY KEY,
                    owner INTEGER REFERENCES people (id)
                );
                CREATE TRIGGER t AFTER INSERT ON people BEGIN DELETE FROM pet; END;

                """,
            ],
            hand: "ALTER TABLE people RENAME TO persons",
            after: [
                "people": """
                CREATE TABLE persons (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL, -- as it is said
                    age INTEGER DEFAULT 0
                );

                """,
                "pet": """
                CREATE TABLE pet (
                    id INTEGER PRIMARY KEY,
                    owner INTEGER REFERENCES persons (id)
                );
                CREATE TRIGGER t AFTER INSERT ON persons BEGIN DELETE FROM pet; END;

                """,
            ]),
    ]
}
