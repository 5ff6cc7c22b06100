/// What somebody does by hand to a SQLite file, and how the files read then.
enum SQLiteAdoptions {
    static let people = """
        CREATE TABLE people (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL, -- as it is said
            age INTEGER DEFAULT 0
        );

        """

    static let cases: [DriftAdoptionTests.Case] = [
        .init(
            name: "a column",
            files: [
                "people": people
            ],
            hand: "ALTER TABLE people ADD COLUMN nick TEXT DEFAULT 'x'",
            after: [
                "people": """
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL, -- as it is said
                    age INTEGER DEFAULT 0,
                    nick TEXT DEFAULT 'x'
                );

                """
            ]),
        .init(
            name: "a column goes",
            files: [
                "people": people
            ],
            hand: "ALTER TABLE people DROP COLUMN age",
            after: [
                "people": """
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    name TEXT NOT NULL -- as it is said
                );

                """
            ]),
        .init(
            name: "a column in the middle goes",
            files: [
                "people": people
            ],
            hand: "ALTER TABLE people DROP COLUMN name",
            after: [
                "people": """
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    age INTEGER DEFAULT 0
                );

                """
            ]),
        .init(
            name: "an index, a trigger and a view",
            files: [
                "people": people
            ],
            hand: """
                CREATE INDEX p ON people (name); CREATE TRIGGER t AFTER INSERT ON people BEGIN UPDATE people SET age = 1; END; CREATE VIEW v AS SELECT name FROM people
                """,
            after: [
                "people": people + """

                    CREATE INDEX p ON people (name);

                    CREATE TRIGGER t AFTER INSERT ON people BEGIN UPDATE people SET age = 1; END;

                    CREATE VIEW v AS SELECT name FROM people;

                    """
            ]),
        .init(
            name: "an index goes",
            files: [
                "people": people + """
                    CREATE INDEX p ON people (name);
                    CREATE INDEX q ON people (age);

                    """
            ],
            hand: "DROP INDEX p",
            after: [
                "people": people + "CREATE INDEX q ON people (age);\n"
            ]),
        .init(
            name: "a view is another one",
            files: [
                "people": people,
                "v": "CREATE VIEW v AS SELECT name FROM people;\n",
            ],
            hand: "DROP VIEW v; CREATE VIEW v AS SELECT id FROM people",
            after: [
                "v": "CREATE VIEW v AS SELECT id FROM people;\n"
            ]),
        .init(
            name: "a table made anew with other types",
            files: [
                "people": people
            ],
            hand: """
                CREATE TABLE n (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL DEFAULT '', age INTEGER CHECK (age >= 0)); DROP TABLE people; ALTER TABLE n RENAME TO people
                """,
            after: [
                "people": """
                CREATE TABLE people (
                    id INTEGER PRIMARY KEY,
                    name VARCHAR(80) NOT NULL DEFAULT '', -- as it is said
                    age INTEGER CHECK (age >= 0)
                );

                """
            ]),
        .init(
            name: "a table comes and one goes",
            files: [
                "people": people,
                "gone": "CREATE TABLE gone (id INTEGER);\n",
            ],
            hand: "CREATE TABLE place (id INTEGER PRIMARY KEY); DROP TABLE gone",
            after: [
                "gone": nil,
                "place": "CREATE TABLE place (id INTEGER PRIMARY KEY);\n",
            ]),
        .init(
            name: "everything in one file",
            files: [
                "schema": people + """

                    CREATE TABLE other (id INTEGER);

                    """
            ],
            hand: """
                CREATE TABLE place (id INTEGER PRIMARY KEY); CREATE INDEX p ON people (name)
                """,
            after: [
                "schema": people + """

                    CREATE INDEX p ON people (name);

                    CREATE TABLE other (id INTEGER);

                    CREATE TABLE place (id INTEGER PRIMARY KEY);

                    """
            ]),
        .init(
            name: "a virtual table",
            files: [
                "people": people
            ],
            hand: "CREATE VIRTUAL TABLE f USING fts5(word)",
            after: [
                "people": people + """

                    CREATE VIRTUAL TABLE f USING fts5(word);

                    """
            ]),
        .init(
            name: "a STRICT table",
            files: [
                "s": "CREATE TABLE s (a INT) STRICT;\n"
            ],
            hand: "ALTER TABLE s ADD COLUMN b ANY",
            after: [
                "s": "CREATE TABLE s (a INT, b ANY) STRICT;\n"
            ]),
        .init(
            name: "a foreign key",
            files: [
                "people": people,
                "pet": """
                CREATE TABLE pet (
                  id INTEGER PRIMARY KEY,
                  UNIQUE (id)
                );

                """,
            ],
            hand: "ALTER TABLE pet ADD COLUMN owner INTEGER REFERENCES people (id)",
            after: [
                "pet": """
                CREATE TABLE pet (
                  id INTEGER PRIMARY KEY,
                  owner INTEGER REFERENCES people (id),
                  UNIQUE (id)
                );

                """
            ]),
        .init(
            name: "a trigger is another one",
            files: [
                "people": people + """
                    CREATE TRIGGER t AFTER INSERT ON people BEGIN UPDATE people SET age = 1; END;

                    """
            ],
            hand: """
                DROP TRIGGER t; CREATE TRIGGER t AFTER INSERT ON people BEGIN UPDATE people SET age = 2; END
                """,
            after: [
                "people": people + """
                    CREATE TRIGGER t AFTER INSERT ON people BEGIN UPDATE people SET age = 2; END;

                    """
            ]),
        .init(
            name: "a word without its case",
            files: [
                "people": people
            ],
            hand: "CREATE INDEX \"People Name\" ON PEOPLE (NAME)",
            after: [
                "people": people + """

                    CREATE INDEX "People Name" ON PEOPLE (NAME);

                    """
            ]),
        .init(
            name: "a file with returns",
            files: [
                "t": "CREATE TABLE t (\r\n    a INT,\r\n    b TEXT\r\n);\r\n"
            ],
            hand: "ALTER TABLE t ADD COLUMN z INT; CREATE INDEX t_a ON t (a)",
            after: [
                "t":
                    "CREATE TABLE t (\r\n    a INT,\r\n    b TEXT,\r\n    z INT\r\n);\r\n\r\nCREATE INDEX t_a ON t (a);\r\n"
            ]),
        .init(
            name: "a statement that shares its line",
            files: [
                "t": "CREATE TABLE gone (a INT); CREATE TABLE kept (b INT);\n"
            ],
            hand: "DROP TABLE gone",
            after: [
                "t": "CREATE TABLE kept (b INT);\n"
            ]),
    ]
}
