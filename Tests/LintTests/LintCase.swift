import AutogenSchema

/// A script, and what the rules are to say of it.
struct LintCase: Sendable, CustomStringConvertible {
    let sql: String
    /// `LINE CODE`, by line and code.
    let found: [String]
    var dialect = Dialect.postgresql

    var description: String { sql }

    static let postgresTables = """
        CREATE TABLE team (id int PRIMARY KEY, name varchar(20), code text);
        CREATE TABLE person (id int PRIMARY KEY, team_id int, name text NOT NULL, mail text, age int);
        CREATE INDEX person_name ON person (name);
        CREATE UNIQUE INDEX person_mail ON person (mail);
        ALTER TABLE person ADD CONSTRAINT aged CHECK (age > 0) NOT VALID;
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
        CREATE TRIGGER person_touch BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE TABLE visit (id int, day date NOT NULL) PARTITION BY RANGE (day);
        CREATE TABLE visit_old PARTITION OF visit FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE TABLE visit_new (id int, day date NOT NULL);
        CREATE DOMAIN level AS int;
        CREATE TABLE grade (id int, level level);
        CREATE VIEW names AS SELECT name FROM team;
        INSERT INTO team SELECT n FROM generate_series(1, 3) n;
        INSERT INTO person SELECT n, n, n::text, n::text, n FROM generate_series(1, 3) n;
        INSERT INTO visit_new VALUES (1, '2026-01-02');

        """

    static let sqliteTables = """
        CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE person (id INTEGER PRIMARY KEY, team_id INTEGER, name TEXT);
        INSERT INTO team VALUES (1, 'a');
        INSERT INTO person VALUES (1, 1, 'b');

        """

    static let all: [LintCase] = postgres + sqlite

    private static let postgres = [
        LintCase(sql: "CREATE INDEX i ON person (age);", found: ["1 index-blocks-writes"]),
        LintCase(sql: "CREATE UNIQUE INDEX i ON team (code);", found: ["1 index-blocks-writes"]),
        LintCase(sql: "CREATE TABLE fresh (id int);\nCREATE INDEX i ON fresh (id);", found: []),
        LintCase(sql: "DROP INDEX person_name;", found: ["1 drop-index-blocks"]),
        LintCase(sql: "REINDEX TABLE person;", found: ["1 reindex-blocks"]),
        LintCase(sql: "ALTER TABLE person ADD CONSTRAINT c CHECK (id > 0);", found: ["1 check-scans"]),
        LintCase(sql: "ALTER TABLE person ADD CONSTRAINT c CHECK (id > 0) NOT VALID;", found: []),
        LintCase(
            sql: "ALTER TABLE person ADD CONSTRAINT f FOREIGN KEY (team_id) REFERENCES team;",
            found: ["1 foreign-key-scans", "1 foreign-key-without-index"]),
        LintCase(
            sql: "ALTER TABLE person ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES team NOT VALID;", found: []),
        LintCase(sql: "ALTER TABLE person ALTER COLUMN mail SET NOT NULL;", found: ["1 not-null-scans"]),
        LintCase(sql: "ALTER TABLE team ADD CONSTRAINT u UNIQUE (code);", found: ["1 constraint-builds-index"]),
        LintCase(sql: "ALTER TABLE person ADD CONSTRAINT u UNIQUE USING INDEX person_mail;", found: []),
        LintCase(sql: "ALTER TABLE team ALTER COLUMN id TYPE bigint;", found: ["1 type-rewrites"]),
        LintCase(sql: "ALTER TABLE person ALTER COLUMN mail TYPE varchar;", found: []),
        LintCase(sql: "ALTER DOMAIN level ADD CHECK (VALUE < 9);", found: ["1 slow-under-lock"]),
        LintCase(
            sql: "DROP VIEW names;\nALTER TABLE team ALTER COLUMN name TYPE text;", found: ["1 drop-breaks-clients"]),
        LintCase(sql: "ALTER TABLE person ADD COLUMN at timestamptz DEFAULT now();", found: []),
        LintCase(
            sql: "ALTER TABLE person ADD COLUMN token uuid DEFAULT gen_random_uuid();", found: ["1 column-rewrites"]),
        LintCase(sql: "ALTER TABLE person ADD COLUMN n bigserial;", found: ["1 column-rewrites"]),
        LintCase(sql: "ALTER TABLE team SET UNLOGGED;", found: ["1 storage-rewrites"]),
        LintCase(
            sql: "ALTER TABLE visit ATTACH PARTITION visit_new FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            found: ["1 attach-scans"]),
        LintCase(sql: "ALTER TABLE visit DETACH PARTITION visit_old;", found: ["1 detach-blocks"]),
        LintCase(
            sql: "ALTER TABLE team ADD COLUMN a int;\nUPDATE person SET age = 3;",
            found: ["2 backfill-with-change"]),
        LintCase(sql: "UPDATE person SET age = 3;", found: []),
        LintCase(sql: "ALTER TABLE team ADD COLUMN a int;\nUPDATE person SET age = 3 WHERE id = 2;", found: []),
        LintCase(
            sql: """
                ALTER TABLE team ADD CONSTRAINT c CHECK (id > 0) NOT VALID;
                ALTER TABLE team VALIDATE CONSTRAINT c;
                """, found: ["2 validated-at-once"]),
        LintCase(sql: "ALTER TABLE person VALIDATE CONSTRAINT aged;", found: []),
        LintCase(sql: "ALTER TABLE person RENAME COLUMN age TO years;", found: ["1 rename-breaks-clients"]),
        LintCase(sql: "ALTER TABLE person RENAME TO people;", found: ["1 rename-breaks-clients"]),
        LintCase(
            sql: "ALTER TABLE person RENAME TO people;\nCREATE VIEW person AS SELECT * FROM people;", found: []),
        LintCase(sql: "DROP VIEW names;\nCREATE VIEW names AS SELECT code AS name FROM team;", found: []),
        LintCase(sql: "ALTER TABLE person ADD CONSTRAINT c CHECK (mail IS NOT NULL);", found: ["1 check-scans"]),
        LintCase(
            sql: "ALTER TABLE team ADD COLUMN a int;\nCREATE INDEX i ON person (age);",
            found: ["2 index-blocks-writes", "2 locked-meanwhile"]),
        LintCase(
            sql: "CREATE TABLE child (t int REFERENCES team);\nCREATE INDEX c ON child (t) WHERE t > 5;",
            found: ["1 foreign-key-without-index"]),
        LintCase(sql: "ALTER TABLE person RENAME CONSTRAINT aged TO of_age;", found: []),
        LintCase(sql: "ALTER TABLE person DROP COLUMN age;", found: ["1 drop-breaks-clients"]),
        LintCase(sql: "DROP TABLE person;", found: ["1 drop-breaks-clients"]),
        LintCase(sql: "TRUNCATE team CASCADE;", found: ["1 truncate-cascades"]),
        LintCase(sql: "TRUNCATE team;", found: []),
        LintCase(sql: "ALTER TABLE person DISABLE TRIGGER person_touch;", found: ["1 checks-switched-off"]),
        LintCase(
            sql: "CREATE TABLE child (id int PRIMARY KEY, team_id int REFERENCES team);",
            found: ["1 foreign-key-without-index"]),
        LintCase(
            sql: "CREATE TABLE child (team_id int REFERENCES team);\nCREATE INDEX c ON child (team_id);", found: []),
        LintCase(
            sql: """
                CREATE TABLE fresh (
                    a json, b timestamp, c char(3), d money, e jsonb, f timestamptz, g text, h numeric);
                """, found: ["1 json-column", "1 money-column", "1 padded-text", "1 timestamp-without-zone"]),
        LintCase(
            sql: "CREATE TABLE \(String(repeating: "n", count: 64)) (id int);", found: ["1 name-too-long"]),
        // A comment lets a finding pass, with the reason.
        LintCase(
            sql: "-- autogen:allow index-blocks-writes nobody writes to it\nCREATE INDEX i ON person (age);", found: []),
        LintCase(
            sql: "-- autogen:allow index-blocks-writes\nCREATE INDEX i ON person (age);",
            found: ["1 allow", "2 index-blocks-writes"]),
        LintCase(
            sql: "-- autogen:allow index-block-writes it is small\nCREATE INDEX i ON person (age);",
            found: ["1 allow", "2 index-blocks-writes"]),
        LintCase(sql: "-- autogen:allow type-rewrites it is small\nCREATE TABLE fresh (id int);", found: ["1 allow"]),
    ]

    private static let sqlite = [
        LintCase(
            sql:
                "CREATE TABLE other (id INTEGER PRIMARY KEY, name TEXT NOT NULL);\nINSERT INTO other SELECT id, name FROM team;",
            found: ["2 table-copied"], dialect: .sqlite),
        LintCase(sql: "ALTER TABLE team ADD COLUMN a TEXT;", found: [], dialect: .sqlite),
        LintCase(
            sql: "CREATE TABLE child (id INTEGER PRIMARY KEY, team_id INTEGER REFERENCES team);",
            found: ["1 foreign-key-without-index"], dialect: .sqlite),
        LintCase(
            sql: "CREATE TABLE child (team_id INTEGER PRIMARY KEY REFERENCES team);", found: [], dialect: .sqlite),
    ]
}
