import AutogenRevisions

/// Statements of all kinds on the tables of ``setup``, whose locks, rewrites and scans are measured twice.
enum MeasuredStatements {
    static let setup = """
        CREATE SCHEMA lab;
        SET search_path = lab;
        SET timezone = 'America/New_York';
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE DOMAIN level AS int CONSTRAINT level_min CHECK (VALUE > 0);
        CREATE DOMAIN plain AS text;
        CREATE TYPE pair AS (a int, b text);
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$;
        CREATE FUNCTION stamp() RETURNS text LANGUAGE sql STABLE AS $$SELECT 'x'$$;
        CREATE FUNCTION draw() RETURNS int LANGUAGE plpgsql VOLATILE AS $$BEGIN RETURN 4; END$$;
        CREATE SEQUENCE numbers;
        CREATE TABLE parents (id int PRIMARY KEY);
        CREATE TABLE children (id int, parent int REFERENCES parents ON DELETE CASCADE);
        INSERT INTO parents VALUES (1), (2);
        INSERT INTO children VALUES (1, 1), (2, 2);
        CREATE FUNCTION fill() RETURNS void LANGUAGE plpgsql AS $$BEGIN UPDATE lab.children SET id = id + 1; END$$;
        CREATE TABLE teams (id int PRIMARY KEY, name varchar(50) NOT NULL, code text, lead int);
        CREATE TABLE people (
            id int PRIMARY KEY, team_id int CONSTRAINT people_team REFERENCES teams, name varchar(50), email text,
            score numeric(8, 2), born timestamp(3), seen timestamptz, ip cidr, mood mood, level level, bits bit varying(5),
            note text, uid uuid, doc json, docb jsonb, small smallint, day date, list int[], duo pair, said plain,
            CONSTRAINT people_small CHECK (small > 0));
        CREATE INDEX people_name ON people (name);
        CREATE UNIQUE INDEX people_email ON people (email);
        ALTER TABLE people ADD CONSTRAINT people_uid UNIQUE (uid);
        CREATE TRIGGER people_touch BEFORE UPDATE ON people FOR EACH ROW EXECUTE FUNCTION touch();
        CREATE POLICY people_all ON people USING (true);
        CREATE STATISTICS people_stats ON name, email FROM people;
        CREATE TABLE notes (id int PRIMARY KEY, person_id int, body text, team_id int);
        ALTER TABLE notes ADD CONSTRAINT notes_person FOREIGN KEY (person_id) REFERENCES people NOT VALID;
        ALTER TABLE notes ADD CONSTRAINT notes_body CHECK (body <> '') NOT VALID;
        ALTER TABLE notes ADD CONSTRAINT notes_team CHECK (team_id IS NOT NULL);
        CREATE TABLE visits (id bigint, day date NOT NULL, person_id int) PARTITION BY RANGE (day);
        CREATE TABLE visits_2025 PARTITION OF visits FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
        CREATE TABLE visits_2026 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE TABLE visits_2027 (id bigint, day date NOT NULL, person_id int);
        CREATE TABLE spans (id int, at int NOT NULL) PARTITION BY RANGE (at);
        CREATE TABLE spans_low PARTITION OF spans FOR VALUES FROM (0) TO (10);
        CREATE TABLE spans_rest PARTITION OF spans DEFAULT;
        CREATE TABLE base (id int, msg text);
        CREATE TABLE child () INHERITS (base);
        CREATE MATERIALIZED VIEW totals AS SELECT code, count(*) AS n FROM teams GROUP BY code;
        CREATE UNIQUE INDEX totals_code ON totals (code);
        CREATE VIEW names AS SELECT name, code FROM teams;
        CREATE TABLE counted (id int GENERATED ALWAYS AS IDENTITY, twice int GENERATED ALWAYS AS (2) STORED, v serial);
        INSERT INTO teams SELECT n, 'team' || n, 'c' || n, n FROM generate_series(1, 3) n;
        INSERT INTO people (id, team_id, name, email, score, small, level, note, born, day)
            SELECT n, n, 'p' || n, 'e' || n, n, n, n, 'n' || n, '2026-01-01', '2026-01-01' FROM generate_series(1, 3) n;
        INSERT INTO notes SELECT n, n, 'b' || n, n FROM generate_series(1, 3) n;
        INSERT INTO visits SELECT n, '2025-05-01', n FROM generate_series(1, 3) n;
        INSERT INTO visits_2027 VALUES (1, '2027-05-01', 1);
        INSERT INTO spans SELECT n, n FROM generate_series(8, 12) n;
        INSERT INTO base VALUES (1, 'a');
        INSERT INTO child VALUES (2, 'b');
        INSERT INTO counted (v) VALUES (DEFAULT), (DEFAULT);
        """

    /// As many that the server looks for an index where there is one.
    static let manyRows = """
        INSERT INTO teams SELECT n, 'team' || n, 'c' || n, n FROM generate_series(4, 20000) n;
        INSERT INTO people (id, team_id, name, email, small, level)
            SELECT n, n, 'p' || n, 'e' || n, 1, 1 FROM generate_series(4, 20000) n;
        INSERT INTO notes SELECT n, n, 'b' || n, n FROM generate_series(4, 20000) n;
        INSERT INTO parents SELECT n FROM generate_series(3, 20000) n;
        ANALYZE;
        """

    /// A revision that upgrades by it.
    static func script(_ sql: String) throws -> RevisionScript {
        try RevisionScript(
            parsing: """
                -- revision: r1
                -- down-revision: none
                -- dialect: postgresql
                -- transaction: yes

                -- upgrade
                \(sql)

                -- downgrade
                """, file: "r1.sql")
    }

    /// Each stands alone in an upgrade.
    static let all: [String] = columns + types + constraints + indexes + tables + partitions + others + rows

    static let columns = [
        "ALTER TABLE lab.people ADD COLUMN extra int",
        "ALTER TABLE lab.people ADD COLUMN extra int NOT NULL DEFAULT 3",
        "ALTER TABLE lab.people ADD COLUMN extra timestamptz DEFAULT now()",
        "ALTER TABLE lab.people ADD COLUMN extra text DEFAULT lab.stamp()",
        "ALTER TABLE lab.people ADD COLUMN extra uuid DEFAULT gen_random_uuid()",
        "ALTER TABLE lab.people ADD COLUMN extra timestamptz DEFAULT clock_timestamp()",
        "ALTER TABLE lab.people ADD COLUMN extra int DEFAULT lab.draw()",
        "ALTER TABLE lab.people ADD COLUMN extra int DEFAULT nextval('lab.numbers')",
        "ALTER TABLE lab.people ADD COLUMN extra bigserial",
        "ALTER TABLE lab.people ADD COLUMN extra int GENERATED ALWAYS AS IDENTITY",
        "ALTER TABLE lab.people ADD COLUMN extra int GENERATED ALWAYS AS (small * 2) STORED",
        "ALTER TABLE lab.people ADD COLUMN extra lab.level",
        "ALTER TABLE lab.people ADD COLUMN extra lab.level DEFAULT 1",
        "ALTER TABLE lab.people ADD COLUMN extra lab.plain",
        "ALTER TABLE lab.people ADD COLUMN extra lab.mood DEFAULT 'ok'",
        "ALTER TABLE lab.people ADD COLUMN extra int CHECK (extra > 0)",
        "ALTER TABLE lab.people ADD COLUMN extra int REFERENCES lab.teams",
        "ALTER TABLE lab.people ADD COLUMN extra int UNIQUE",
        "ALTER TABLE lab.people ADD COLUMN extra int, ADD COLUMN more text DEFAULT 'x'",
        "ALTER TABLE lab.people DROP COLUMN note",
        "ALTER TABLE lab.people DROP COLUMN team_id",
        "ALTER TABLE lab.people DROP COLUMN name",
        "ALTER TABLE lab.people ALTER COLUMN note SET DEFAULT 'x'",
        "ALTER TABLE lab.people ALTER COLUMN note DROP DEFAULT",
        "ALTER TABLE lab.people ALTER COLUMN note SET NOT NULL",
        "ALTER TABLE lab.notes ALTER COLUMN team_id SET NOT NULL",
        "ALTER TABLE lab.teams ALTER COLUMN name DROP NOT NULL",
        "ALTER TABLE lab.people ALTER COLUMN note SET STATISTICS 500",
        "ALTER TABLE lab.people ALTER COLUMN note SET STORAGE EXTERNAL",
        "ALTER TABLE lab.people ALTER COLUMN note SET (n_distinct = 5)",
        "ALTER TABLE lab.people ALTER COLUMN note SET COMPRESSION pglz",
        "ALTER TABLE lab.people RENAME COLUMN note TO remark",
        "ALTER TABLE lab.counted ALTER COLUMN id SET GENERATED BY DEFAULT",
        "ALTER TABLE lab.counted ALTER COLUMN id DROP IDENTITY",
        "ALTER TABLE lab.counted ALTER COLUMN twice DROP EXPRESSION",
        "ALTER TABLE lab.teams ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY",
    ]

    static let types = [
        "ALTER TABLE lab.people ALTER COLUMN name TYPE varchar(80)",
        "ALTER TABLE lab.people ALTER COLUMN name TYPE varchar(20)",
        "ALTER TABLE lab.people ALTER COLUMN name TYPE text",
        "ALTER TABLE lab.people ALTER COLUMN note TYPE varchar(100)",
        "ALTER TABLE lab.people ALTER COLUMN note TYPE varchar",
        "ALTER TABLE lab.people ALTER COLUMN name TYPE char(50)",
        "ALTER TABLE lab.people ALTER COLUMN score TYPE numeric(12, 2)",
        "ALTER TABLE lab.people ALTER COLUMN score TYPE numeric(12, 4)",
        "ALTER TABLE lab.people ALTER COLUMN score TYPE numeric",
        "ALTER TABLE lab.people ALTER COLUMN score TYPE numeric(6, 2)",
        "ALTER TABLE lab.people ALTER COLUMN born TYPE timestamp(6)",
        "ALTER TABLE lab.people ALTER COLUMN born TYPE timestamp(0)",
        "ALTER TABLE lab.people ALTER COLUMN born TYPE timestamptz",
        "ALTER TABLE lab.people ALTER COLUMN born TYPE timestamptz USING born AT TIME ZONE 'UTC'",
        "ALTER TABLE lab.people ALTER COLUMN seen TYPE timestamp",
        "ALTER TABLE lab.people ALTER COLUMN seen TYPE timestamptz(3)",
        "ALTER TABLE lab.people ALTER COLUMN ip TYPE inet",
        "ALTER TABLE lab.people ALTER COLUMN bits TYPE bit varying(9)",
        "ALTER TABLE lab.people ALTER COLUMN bits TYPE bit varying(3)",
        "ALTER TABLE lab.people ALTER COLUMN small TYPE int",
        "ALTER TABLE lab.people ALTER COLUMN team_id TYPE bigint",
        "ALTER TABLE lab.people ALTER COLUMN id TYPE bigint",
        "ALTER TABLE lab.teams ALTER COLUMN id TYPE bigint",
        "ALTER TABLE lab.people ALTER COLUMN day TYPE text",
        "ALTER TABLE lab.people ALTER COLUMN doc TYPE jsonb",
        "ALTER TABLE lab.people ALTER COLUMN docb TYPE json",
        "ALTER TABLE lab.people ALTER COLUMN mood TYPE text",
        "ALTER TABLE lab.people ALTER COLUMN day TYPE timestamp",
        "ALTER TABLE lab.people ALTER COLUMN level TYPE int",
        "ALTER TABLE lab.people ALTER COLUMN small TYPE lab.level USING small::int",
        "ALTER TABLE lab.people ALTER COLUMN said TYPE text",
        "ALTER TABLE lab.people ALTER COLUMN note TYPE lab.plain",
        "ALTER TABLE lab.people ALTER COLUMN name TYPE varchar(50) COLLATE \"C\"",
        "ALTER TABLE lab.people ALTER COLUMN note TYPE text COLLATE \"C\"",
        "ALTER TABLE lab.people ALTER COLUMN email TYPE varchar(200)",
        "ALTER TABLE lab.people ALTER COLUMN email TYPE varchar",
        "ALTER TABLE lab.people ALTER COLUMN list TYPE bigint[]",
        "ALTER TABLE lab.people ALTER COLUMN name TYPE varchar(80), ALTER COLUMN born TYPE timestamp(6)",
    ]

    static let constraints = [
        "ALTER TABLE lab.people ADD CONSTRAINT c CHECK (id > 0)",
        "ALTER TABLE lab.people ADD CONSTRAINT c CHECK (id > 0) NOT VALID",
        "ALTER TABLE lab.notes VALIDATE CONSTRAINT notes_body",
        "ALTER TABLE lab.notes VALIDATE CONSTRAINT notes_person",
        "ALTER TABLE lab.people ADD CONSTRAINT c UNIQUE (note)",
        "ALTER TABLE lab.people ADD CONSTRAINT c UNIQUE USING INDEX people_email",
        "ALTER TABLE lab.base ADD CONSTRAINT c PRIMARY KEY (id)",
        "ALTER TABLE lab.people ADD CONSTRAINT c EXCLUDE USING btree (note WITH =)",
        "ALTER TABLE lab.notes ADD CONSTRAINT c FOREIGN KEY (team_id) REFERENCES lab.teams",
        "ALTER TABLE lab.notes ADD CONSTRAINT c FOREIGN KEY (team_id) REFERENCES lab.teams NOT VALID",
        "ALTER TABLE lab.teams ADD CONSTRAINT c FOREIGN KEY (lead) REFERENCES lab.teams",
        "ALTER TABLE lab.visits ADD CONSTRAINT c FOREIGN KEY (person_id) REFERENCES lab.people",
        "ALTER TABLE lab.visits ADD CONSTRAINT c CHECK (id > 0)",
        "ALTER TABLE lab.people DROP CONSTRAINT people_small",
        "ALTER TABLE lab.people DROP CONSTRAINT people_team",
        "ALTER TABLE lab.people DROP CONSTRAINT people_uid",
        "ALTER TABLE lab.people RENAME CONSTRAINT people_small TO people_tiny",
        "ALTER TABLE lab.people ALTER CONSTRAINT people_team DEFERRABLE",
        "ALTER TABLE lab.base ADD CONSTRAINT c CHECK (id > 0)",
        "ALTER DOMAIN lab.level ADD CONSTRAINT c CHECK (VALUE < 100)",
        "ALTER DOMAIN lab.level ADD CONSTRAINT c CHECK (VALUE < 100) NOT VALID",
        "ALTER DOMAIN lab.level DROP CONSTRAINT level_min",
        "ALTER DOMAIN lab.plain SET DEFAULT 'x'",
    ]

    static let indexes = [
        "CREATE INDEX i ON lab.people (note)",
        "CREATE UNIQUE INDEX i ON lab.people (note)",
        "CREATE INDEX i ON lab.people (lower(note)) WHERE id > 1",
        "CREATE INDEX i ON lab.visits (person_id)",
        "CREATE INDEX i ON ONLY lab.visits (person_id)",
        "CREATE INDEX i ON lab.totals (n)",
        "DROP INDEX lab.people_name",
        "ALTER INDEX lab.people_name RENAME TO people_title",
        "ALTER INDEX lab.people_name SET (fillfactor = 70)",
        "REINDEX INDEX lab.people_name",
        "REINDEX TABLE lab.people",
        "CLUSTER lab.people USING people_name",
        "ALTER TABLE lab.people CLUSTER ON people_name",
        "CREATE STATISTICS lab.s ON id, note FROM lab.people",
        "DROP STATISTICS lab.people_stats",
    ]

    static let tables = [
        "CREATE TABLE lab.fresh (id int PRIMARY KEY)",
        "CREATE TABLE lab.fresh (id int REFERENCES lab.teams)",
        "CREATE TABLE lab.fresh (LIKE lab.people INCLUDING ALL)",
        "CREATE TABLE lab.fresh AS SELECT * FROM lab.people",
        "CREATE TABLE lab.fresh () INHERITS (lab.base)",
        "DROP TABLE lab.notes",
        "DROP TABLE lab.child",
        "TRUNCATE lab.notes",
        "ALTER TABLE lab.notes RENAME TO remarks",
        "ALTER TABLE lab.child SET UNLOGGED",
        "ALTER TABLE lab.notes SET UNLOGGED",
        "ALTER TABLE lab.people SET (fillfactor = 80)",
        "ALTER TABLE lab.people SET (autovacuum_enabled = false)",
        "ALTER TABLE lab.people SET (user_catalog_table = false)",
        "ALTER TABLE lab.people REPLICA IDENTITY FULL",
        "ALTER TABLE lab.people ENABLE ROW LEVEL SECURITY",
        "ALTER TABLE lab.people FORCE ROW LEVEL SECURITY",
        "ALTER TABLE lab.people DISABLE TRIGGER people_touch",
        "ALTER TABLE lab.people DISABLE TRIGGER USER",
        "ALTER TABLE lab.child NO INHERIT lab.base",
        "ALTER TABLE lab.visits_2027 ADD COLUMN extra int",
        "ALTER TABLE lab.base ADD COLUMN extra int",
        "COMMENT ON TABLE lab.people IS 'x'",
        "COMMENT ON COLUMN lab.people.note IS 'x'",
        "GRANT SELECT ON lab.people TO PUBLIC",
        "CREATE SCHEMA other",
    ]

    static let partitions = [
        "CREATE TABLE lab.visits_2028 PARTITION OF lab.visits FOR VALUES FROM ('2028-01-01') TO ('2029-01-01')",
        "ALTER TABLE lab.visits ATTACH PARTITION lab.visits_2027 FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')",
        "ALTER TABLE lab.visits DETACH PARTITION lab.visits_2025",
        "DROP TABLE lab.visits_2025",
        "ALTER TABLE lab.visits ADD COLUMN extra int",
        "ALTER TABLE lab.visits ADD COLUMN extra uuid DEFAULT gen_random_uuid()",
        "ALTER TABLE lab.visits ALTER COLUMN id TYPE int",
        "ALTER TABLE lab.visits ALTER COLUMN person_id TYPE bigint",
        "ALTER TABLE lab.visits ALTER COLUMN person_id SET NOT NULL",
        "CREATE TABLE lab.spans_high PARTITION OF lab.spans FOR VALUES FROM (20) TO (30)",
        "ALTER TABLE lab.spans DETACH PARTITION lab.spans_rest",
    ]

    static let others = [
        "ALTER TYPE lab.mood ADD VALUE 'happy'",
        "ALTER TYPE lab.mood RENAME VALUE 'sad' TO 'down'",
        "ALTER TYPE lab.pair ADD ATTRIBUTE c int",
        "CREATE TRIGGER t AFTER INSERT ON lab.people FOR EACH ROW EXECUTE FUNCTION lab.touch()",
        "DROP TRIGGER people_touch ON lab.people",
        "CREATE POLICY p ON lab.people USING (id > 0)",
        "DROP POLICY people_all ON lab.people",
        "CREATE RULE r AS ON DELETE TO lab.people DO INSTEAD NOTHING",
        "CREATE OR REPLACE VIEW lab.names AS SELECT name, code, lead FROM lab.teams",
        "CREATE VIEW lab.fresh AS SELECT * FROM lab.people",
        "DROP VIEW lab.names",
        "ALTER VIEW lab.names RENAME COLUMN name TO title",
        "CREATE MATERIALIZED VIEW lab.fresh AS SELECT name FROM lab.people",
        "REFRESH MATERIALIZED VIEW lab.totals",
        "REFRESH MATERIALIZED VIEW CONCURRENTLY lab.totals",
        "DROP MATERIALIZED VIEW lab.totals",
        "ALTER SEQUENCE lab.numbers INCREMENT 2",
        "CREATE OR REPLACE FUNCTION lab.stamp() RETURNS text LANGUAGE sql STABLE AS $$SELECT 'y'$$",
        "DROP FUNCTION lab.draw()",
        "LOCK TABLE lab.people IN SHARE MODE",
    ]

    static let rows = [
        "UPDATE lab.people SET note = 'x'",
        "UPDATE lab.people SET note = 'x' WHERE id = 2",
        "DELETE FROM lab.notes",
        "DELETE FROM lab.notes WHERE id = 2",
        "INSERT INTO lab.notes SELECT id + 100000, id, name, team_id FROM lab.people",
        "INSERT INTO lab.base VALUES (7, 'x')",
        "UPDATE lab.people SET note = t.code FROM lab.teams t WHERE t.id = people.team_id",
        "SELECT count(*) FROM lab.people",
        "INSERT INTO lab.base SELECT id, name FROM lab.people WHERE id = 5",
        "INSERT INTO lab.base SELECT id FROM lab.people",
        "SELECT lab.fill()",
        "DELETE FROM lab.parents WHERE id = 2",
        "WITH gone AS (DELETE FROM lab.notes WHERE body <> '' RETURNING id) INSERT INTO lab.base SELECT id FROM gone",
        "DELETE FROM lab.notes WHERE person_id IN (SELECT id FROM lab.people WHERE email = 'e2')",
    ]
}
