import Testing

/// Columns that hold rows of another table, while that changes.
@Suite struct RowTypeColumnRowTests {
    @Test(arguments: [
        RowCase(
            "a row, rows in an array, and what is built upon them",
            from: """
                CREATE TABLE addr (street text, zip int);
                CREATE TABLE person (id int PRIMARY KEY, home addr NOT NULL DEFAULT ROW('x', 0)::addr, others addr[],
                  CHECK ((home).zip >= 0));
                CREATE INDEX homes ON person (((home).street));
                CREATE VIEW streets AS SELECT id, (home).street FROM person;
                """,
            rows: """
                INSERT INTO addr VALUES ('own', 1);
                INSERT INTO person VALUES (1, ROW('a, "b"', 7), ARRAY[ROW('c', 8), NULL, ROW(NULL, 9)]::addr[]);
                """,
            to: """
                CREATE TABLE addr (street varchar(20), zip bigint);
                CREATE TABLE person (id int PRIMARY KEY, home addr NOT NULL DEFAULT ROW('x', 0)::addr, others addr[],
                  CHECK ((home).zip >= 0));
                CREATE INDEX homes ON person (((home).street));
                CREATE VIEW streets AS SELECT id, (home).street FROM person;
                """,
            query: "SELECT home::text || others::text || (SELECT a::text FROM addr a) FROM person",
            up: #"("a, ""b""",7){"(c,8)",NULL,"(,9)"}(own,1)"#),
        RowCase(
            "a column comes, another goes, and one gets another type; the holder is held in turn",
            from: """
                CREATE TABLE addr (street text, zip int, gone text);
                CREATE TABLE person (id int, home addr);
                CREATE TABLE firm (boss person);
                """,
            rows:
                "INSERT INTO firm VALUES (ROW(1, ROW('a', 7, 'g'))); INSERT INTO person VALUES (2, ROW('b', 8, NULL));",
            to: """
                CREATE TABLE addr (street text, zip text, came int);
                CREATE TABLE person (id int, home addr);
                CREATE TABLE firm (boss person);
                """,
            query:
                "SELECT ((boss).home).street || ((boss).home).zip::text || (SELECT ((p.home)).zip FROM person p) FROM firm",
            up: "a78"),
        RowCase(
            "a column that is computed comes to a table whose rows others hold",
            from: "CREATE TABLE addr (zip int); CREATE TABLE person (home addr);",
            rows: "INSERT INTO addr VALUES (3)",
            to: """
                CREATE TABLE addr (zip int, twice int GENERATED ALWAYS AS (zip * 2) STORED);
                CREATE TABLE person (home addr);
                """,
            query: "SELECT zip FROM addr", up: "3"),
    ])
    func reachesBothStates(_ rowCase: RowCase) async throws { try await rowCase.check() }
}
