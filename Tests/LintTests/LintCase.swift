import Autogen
import AutogenSchema

/// A script, and what the rules are to say of it.
struct LintCase: Sendable, CustomStringConvertible {
    let sql: String
    /// `LINE CODE`, by line and code.
    let found: [String]
    var dialect = Dialect.postgresql
    /// Rules that are off unless a setting turns them on.
    var on: [String] = []
    var off: [String] = []
    /// That of the project; `nil` is the usual one.
    var lockTimeout: Duration?
    var naming = NamingConvention()
    /// What there is before it, in place of the usual tables.
    var start: String?

    var description: String { sql }

    static let postgresTables = """
        CREATE TABLE team (id int PRIMARY KEY, name varchar(20), code text CHECK (code <> ''));
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
        CREATE TABLE booking (id int NOT NULL, room int, during int4range, level int DEFAULT 1 NOT NULL);
        CREATE UNIQUE INDEX booking_id ON booking (id);
        CREATE UNIQUE INDEX booking_room ON booking (room);
        CREATE TYPE mood AS ENUM ('sad', 'fine');
        CREATE SEQUENCE numbers;
        CREATE MATERIALIZED VIEW counts AS SELECT count(*) FROM booking;
        CREATE FUNCTION total(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
        INSERT INTO team SELECT n FROM generate_series(1, 3) n;
        INSERT INTO person SELECT n, n, n::text, n::text, n FROM generate_series(1, 3) n;
        INSERT INTO visit_new VALUES (1, '2026-01-02');

        """

    static let sqliteTables = """
        CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE person (id INTEGER PRIMARY KEY, team_id INTEGER, name TEXT);
        CREATE TABLE ticket (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT);
        CREATE INDEX ticket_name ON ticket (name);
        CREATE TRIGGER ticket_touch AFTER UPDATE ON ticket BEGIN SELECT 1; END;
        INSERT INTO team VALUES (1, 'a');
        INSERT INTO person VALUES (1, 1, 'b');

        """

    static let all: [LintCase] = postgres + partitions + clients + rows + access + design + convention + names + sqlite

    private static let postgres = [
        LintCase(sql: "CREATE INDEX i ON person (age);", found: ["1 index-blocks-writes"]),
        LintCase(sql: "CREATE UNIQUE INDEX i ON team (code);", found: ["1 index-blocks-writes"]),
        LintCase(sql: "CREATE TABLE fresh (id int);\nCREATE INDEX i ON fresh (id);", found: []),
        LintCase(sql: "DROP INDEX person_name;", found: []),
        LintCase(sql: "DROP INDEX person_name;", found: ["1 drop-index-blocks"], on: ["drop-index-blocks"]),
        LintCase(sql: "ALTER TABLE person ADD COLUMN z int;\nALTER SEQUENCE numbers AS integer;", found: []),
        LintCase(
            sql: "ALTER TABLE team ADD COLUMN a int;\nALTER TABLE booking ADD COLUMN k text NOT NULL;",
            found: ["2 insert-needs-column", "2 undecided-fill"]),
        LintCase(
            sql: "ALTER TABLE booking ALTER COLUMN level DROP DEFAULT;", found: ["1 insert-needs-column"]),
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
        LintCase(sql: "ALTER DOMAIN level ADD CHECK (VALUE < 9);", found: ["1 domain-scans"]),
        LintCase(
            sql: "DROP VIEW names;\nALTER TABLE team ALTER COLUMN name TYPE text;", found: []),
        LintCase(sql: "ALTER TABLE person ADD COLUMN at timestamptz DEFAULT now();", found: []),
        LintCase(
            sql: "ALTER TABLE person ADD COLUMN token uuid DEFAULT gen_random_uuid();", found: ["1 column-rewrites"]),
        LintCase(sql: "ALTER TABLE person ADD COLUMN n bigserial;", found: ["1 column-rewrites"]),
        LintCase(sql: "ALTER TABLE team SET UNLOGGED;", found: ["1 storage-rewrites"]),
        LintCase(
            sql: "ALTER TABLE visit ATTACH PARTITION visit_new FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');",
            found: ["1 attach-scans"]),
        LintCase(
            sql: "ALTER TABLE visit DETACH PARTITION visit_old;", found: ["1 detach-blocks"], on: ["detach-blocks"]),
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
        LintCase(sql: "TRUNCATE team CASCADE;", found: []),
        LintCase(
            sql: "TRUNCATE a CASCADE;", found: ["1 truncate-cascades"],
            start: "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a);"),
        LintCase(
            sql: "TRUNCATE TABLE a, b CASCADE;", found: [],
            start: "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int REFERENCES a);"),
        LintCase(
            sql: "ALTER TABLE booking ADD COLUMN k int NOT NULL;\nALTER TABLE booking ALTER COLUMN k SET DEFAULT 1;",
            found: ["1 undecided-fill"]),
        LintCase(
            sql: "ALTER TABLE booking ADD COLUMN k int NOT NULL;\nALTER TABLE booking RENAME COLUMN k TO j;",
            found: ["1 insert-needs-column", "1 undecided-fill"]),
        LintCase(sql: "ALTER TABLE booking ADD COLUMN k serial NOT NULL;", found: ["1 column-rewrites"]),
        // What another rule knows better is told where that is off.
        LintCase(
            sql: "ALTER TABLE team ADD COLUMN a int;\nUPDATE person SET age = 3;", found: ["2 locked-meanwhile"],
            off: ["backfill-with-change"]),
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

    private static let partitions = [
        LintCase(sql: "CREATE INDEX i ON visit (id);", found: ["1 partitioned-index-blocks"]),
        LintCase(sql: "CREATE INDEX i ON ONLY visit (id);", found: []),
        LintCase(
            sql: "ALTER TABLE booking ADD CONSTRAINT e EXCLUDE USING gist (during WITH &&);",
            found: ["1 exclusion-builds-index"]),
        LintCase(
            sql: "ALTER TABLE booking ADD CONSTRAINT k PRIMARY KEY USING INDEX booking_room;",
            found: ["1 primary-key-scans"]),
        LintCase(sql: "ALTER TABLE booking ADD CONSTRAINT k PRIMARY KEY USING INDEX booking_id;", found: []),
        LintCase(
            sql: "ALTER TABLE team ALTER COLUMN code TYPE varchar;\nREFRESH MATERIALIZED VIEW counts;",
            found: ["1 type-checks-rows", "2 locked-meanwhile", "2 slow-under-lock"]),
        LintCase(
            sql: "ALTER TABLE team ALTER COLUMN id TYPE bigint;\nALTER TABLE team SET UNLOGGED;",
            found: ["1 type-rewrites", "2 scanned-twice", "2 storage-rewrites"]),
        LintCase(
            sql: "ALTER TABLE team ADD COLUMN a int;\nALTER TABLE team ADD COLUMN b int;", found: [],
            on: ["scanned-twice"]),
        LintCase(
            sql: "ALTER TABLE team ADD COLUMN a int;", found: ["1 no-lock-timeout"], on: ["no-lock-timeout"],
            lockTimeout: .zero),
        LintCase(sql: "ALTER TABLE team ADD COLUMN a int;", found: [], on: ["no-lock-timeout"]),
        LintCase(
            sql: "SET LOCAL lock_timeout = '2s';\nALTER TABLE team ADD COLUMN a int;", found: [],
            on: ["no-lock-timeout"], lockTimeout: .zero),
        LintCase(
            sql:
                "CREATE TRIGGER t BEFORE INSERT ON team FOR EACH ROW EXECUTE FUNCTION touch();\nCREATE TABLE fresh (id int);\nCREATE TRIGGER t BEFORE INSERT ON fresh FOR EACH ROW EXECUTE FUNCTION touch();",
            found: ["1 trigger-blocks-writes"], on: ["trigger-blocks-writes"]),
    ]

    private static let clients = [
        LintCase(sql: "ALTER TYPE mood RENAME VALUE 'fine' TO 'good';", found: ["1 rename-breaks-clients"]),
        LintCase(sql: "ALTER TYPE mood RENAME TO humour;", found: ["1 rename-breaks-clients"]),
        LintCase(
            sql: "CREATE TYPE fresh AS ENUM ('a');\nALTER TYPE fresh RENAME TO fresher;", found: []),
        LintCase(
            sql: "ALTER TABLE booking ADD COLUMN a int;\nALTER TABLE booking ALTER COLUMN a SET NOT NULL;",
            found: ["2 insert-needs-column", "2 not-null-scans"]),
        LintCase(sql: "ALTER TABLE team ADD COLUMN a int NOT NULL DEFAULT 1;", found: []),
        LintCase(
            sql: "DROP VIEW names;\nDROP FUNCTION total;\nDROP SEQUENCE numbers;\nCREATE SEQUENCE numbers;",
            found: ["1 drop-breaks-callers", "2 drop-breaks-callers"], on: ["drop-breaks-callers"]),
        LintCase(
            sql:
                "ALTER TABLE team ADD CONSTRAINT c CHECK (id > 0) NOT VALID;\nCREATE TABLE fresh (id int CHECK (id > 0));",
            found: ["1 writes-restricted"], on: ["writes-restricted"]),
        LintCase(
            sql:
                "ALTER TABLE person ALTER COLUMN name DROP NOT NULL;\nALTER TABLE person RENAME COLUMN name TO called;",
            found: ["1 null-comes", "2 rename-breaks-clients"], on: ["null-comes"]),
        LintCase(
            sql: "ALTER TABLE booking ALTER COLUMN level SET DEFAULT 2;\nALTER TABLE team ADD COLUMN a int DEFAULT 1;",
            found: ["1 default-changed"], on: ["default-changed"]),
        LintCase(
            sql: "ALTER TYPE mood ADD VALUE 'so so' BEFORE 'fine';\nCREATE TYPE fresh AS ENUM ('a');",
            found: ["1 enum-value-added"], on: ["enum-value-added"]),
        LintCase(
            sql:
                "ALTER TABLE person DROP CONSTRAINT aged;\nALTER TABLE team ADD CONSTRAINT c CHECK (id > 0) NOT VALID;\nALTER TABLE team RENAME CONSTRAINT c TO d;",
            found: ["1 guarantee-dropped"], on: ["guarantee-dropped"]),
        // A value of an enum can't be used in the transaction that adds it.
        LintCase(
            sql: "ALTER TYPE mood ADD VALUE 'so so';\nCREATE TABLE fresh (m mood DEFAULT 'so so');",
            found: ["2 refused"]),
    ]

    private static let rows = [
        LintCase(
            sql: "DELETE FROM team;\nALTER TABLE team ADD COLUMN a int NOT NULL;",
            found: ["1 backfill-with-change", "2 insert-needs-column", "2 undecided-fill"]),
        LintCase(sql: "CREATE TABLE fresh (id int);\nALTER TABLE fresh ADD COLUMN a int NOT NULL;", found: []),
        LintCase(
            sql:
                "CREATE UNIQUE INDEX i ON booking (during);\nCREATE TABLE fresh (id int UNIQUE);\nALTER TABLE booking ADD COLUMN a int UNIQUE;",
            found: ["1 index-blocks-writes", "1 rows-may-refuse", "3 constraint-builds-index"], on: ["rows-may-refuse"]),
        LintCase(sql: "ALTER TABLE team REPLICA IDENTITY FULL;", found: ["1 replica-identity-changed"]),
        LintCase(sql: "ALTER TABLE booking REPLICA IDENTITY USING INDEX booking_id;", found: []),
        LintCase(sql: "ALTER TABLE team SET (autovacuum_enabled = off);", found: ["1 autovacuum-off"]),
        LintCase(sql: "ALTER TABLE team SET (fillfactor = 80);", found: []),
        LintCase(
            sql: "ALTER SEQUENCE numbers RESTART;\nALTER SEQUENCE numbers INCREMENT 2;",
            found: ["1 sequence-restarted"], on: ["sequence-restarted"]),
        LintCase(
            sql:
                "CREATE TABLE person_new (LIKE person);\nINSERT INTO person_new SELECT * FROM person;\nDROP TABLE person;\nALTER TABLE person_new RENAME TO person;\nCREATE INDEX person_name ON person (name);",
            found: ["3 lost-with-copy", "3 lost-with-copy"]),
        LintCase(sql: "DROP TRIGGER person_touch ON person;", found: []),
    ]

    private static let access = [
        LintCase(sql: "ALTER TABLE team ENABLE ROW LEVEL SECURITY;", found: ["1 row-security-without-policy"]),
        LintCase(
            sql: "ALTER TABLE team ENABLE ROW LEVEL SECURITY;\nCREATE POLICY p ON team USING (true);", found: []),
        LintCase(
            sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';",
            found: ["1 definer-search-path"]),
        LintCase(
            sql: "CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = '' AS 'SELECT 1';",
            found: []),
        LintCase(
            sql:
                "CREATE FUNCTION f(t text) RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE 'DROP TABLE ' || t; END$$;\nCREATE FUNCTION g(t text) RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE format('DROP TABLE %I', t); END$$;",
            found: ["1 dynamic-sql"]),
        // It was so before.
        LintCase(
            sql:
                "CREATE OR REPLACE FUNCTION open(t text) RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE 'DELETE FROM ' || t; END$$;",
            found: [],
            start:
                "CREATE FUNCTION open(t text) RETURNS void LANGUAGE plpgsql AS $$BEGIN EXECUTE 'DROP TABLE ' || t; END$$;\n\n"
        ),
        LintCase(
            sql: "GRANT SELECT ON team TO PUBLIC;\nCREATE TABLE fresh (id int);\nGRANT SELECT ON fresh TO PUBLIC;",
            found: ["1 access-changed"], on: ["access-changed"]),
        LintCase(
            sql: "ALTER EXTENSION plpgsql UPDATE;", found: ["1 extension-updated"], on: ["extension-updated"],
            start: "CREATE TABLE a (id int);\n\n"),
        // A script that an extension brings runs for nobody who has functions of their own.
        LintCase(sql: "\nALTER EXTENSION plpgsql UPDATE;", found: ["-6 refused"]),
    ]

    private static let design = [
        LintCase(
            sql: "CREATE TABLE fresh (a varchar(20), b varchar(5)[], c varchar, d text);",
            found: ["1 varchar-limit", "1 varchar-limit"], on: ["varchar-limit"]),
        LintCase(
            sql: "CREATE TABLE fresh (id int PRIMARY KEY);\nCREATE TABLE other (id bigint PRIMARY KEY);",
            found: ["1 small-key"], on: ["small-key"]),
        LintCase(
            sql: "CREATE TABLE fresh (id bigserial);\nCREATE TABLE other (id bigint GENERATED ALWAYS AS IDENTITY);",
            found: ["1 serial-column"], on: ["serial-column"]),
        LintCase(
            sql: "CREATE TYPE fresh AS ENUM ('a');\nALTER TYPE mood ADD VALUE 'good';", found: ["1 enum-created"],
            on: ["enum-created"]),
        LintCase(
            sql: "CREATE DOMAIN a AS int CHECK (VALUE > 0);\nCREATE DOMAIN b AS int;", found: ["1 domain-check"],
            on: ["domain-check"]),
        LintCase(
            sql:
                "CREATE TABLE fresh (a int, b int, c int, d int);\nCREATE INDEX i ON fresh (a, b, c, d);\nCREATE INDEX j ON fresh (a, b, c);",
            found: ["2 wide-index"], on: ["wide-index"]),
        LintCase(
            sql:
                "CREATE TABLE fresh (a boolean, b bigint, c boolean, d bigint);\nCREATE TABLE other (b bigint, d bigint, a boolean, c boolean);",
            found: ["1 column-order"], on: ["column-order"]),
        LintCase(
            sql: "CREATE TABLE fresh (id int);\nCREATE TABLE public.other (id int);", found: ["1 unqualified-name"],
            on: ["unqualified-name"]),
        LintCase(
            sql: "CREATE TABLE fresh (a json[]);\nALTER TABLE visit_new ALTER COLUMN day TYPE timestamp;",
            found: ["1 json-column", "2 timestamp-without-zone", "2 type-rewrites"]),
    ]

    private static let convention = [
        LintCase(
            sql:
                "CREATE TABLE fresh (id int);\nCREATE INDEX i ON fresh (id);\nCREATE INDEX fresh_id_idx ON fresh (id);",
            found: ["2 name-against-convention"], naming: NamingConvention([.index: "{table}_{columns}_idx"]))
    ]

    /// What has another name is not new, and what is found stands at the statement that it comes from.
    private static let names = [
        LintCase(
            sql:
                "ALTER TABLE team RENAME TO crew;\nALTER TABLE crew RENAME COLUMN code TO sign;\nCREATE VIEW team AS SELECT * FROM crew;",
            found: ["2 rename-breaks-clients"], on: ["varchar-limit", "small-key"]),
        LintCase(
            sql:
                "CREATE TABLE kin () INHERITS (team);\nCREATE TABLE visit_2027 PARTITION OF visit FOR VALUES FROM ('2027-01-01') TO ('2028-01-01');",
            found: [], on: ["varchar-limit"]),
        LintCase(
            sql:
                "CREATE TABLE one (a int);\nCREATE TABLE two (a int);\nALTER TABLE two ADD COLUMN b json;\nALTER TABLE two RENAME TO three;\nALTER TABLE three RENAME COLUMN b TO c;",
            found: ["3 json-column"]),
        LintCase(
            sql:
                "CREATE SCHEMA app;\nCREATE TABLE app.team (id int);\nALTER TABLE app.team ADD CONSTRAINT c CHECK (id > 0) NOT VALID;\nALTER TABLE team ADD CONSTRAINT c CHECK (id > 0) NOT VALID;\nALTER TABLE app.team VALIDATE CONSTRAINT c;",
            found: []),
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
        LintCase(
            sql:
                "CREATE TABLE t2 (id INTEGER PRIMARY KEY, name TEXT) STRICT;\nINSERT INTO t2 SELECT id, name FROM ticket;\nDROP TABLE ticket;\nALTER TABLE t2 RENAME TO ticket;",
            found: [
                "1 autoincrement-lost", "1 strict-conversion", "2 table-copied", "3 lost-with-copy", "3 lost-with-copy",
            ], dialect: .sqlite),
        LintCase(sql: "DROP TRIGGER ticket_touch;\nDROP INDEX ticket_name;", found: [], dialect: .sqlite),
        LintCase(
            sql: "CREATE TABLE fresh (id INTEGER PRIMARY KEY AUTOINCREMENT) STRICT;", found: [], dialect: .sqlite),
        LintCase(sql: "PRAGMA ignore_check_constraints = 1;", found: ["1 checks-switched-off"], dialect: .sqlite),
        LintCase(sql: "PRAGMA ignore_check_constraints = 0;", found: [], dialect: .sqlite),
        LintCase(
            sql:
                "CREATE TABLE a (id INTEGER PRIMARY KEY);\nCREATE TABLE b (id TEXT PRIMARY KEY, name TEXT UNIQUE);\nCREATE TABLE c (id TEXT PRIMARY KEY);",
            found: ["1 synced-key", "2 synced-key"], dialect: .sqlite, on: ["synced-key"]),
    ]
}
