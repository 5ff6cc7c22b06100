import AutogenSchema

/// A revision on each of two branches that part behind the same one.
struct BranchPair: Sendable, CustomStringConvertible {
    let description: String
    let dialect: Dialect
    let base: String
    let ours: String
    let theirs: String
    /// Whether it matters which runs first.
    let conflicts: Bool

    private static let postgresTables = """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE TABLE team (id int PRIMARY KEY, name text, code varchar(20), size int DEFAULT 1);
        CREATE TABLE person (id int PRIMARY KEY, team_id int, name text, mail text);
        CREATE VIEW names AS SELECT name FROM person;
        CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE INDEX person_name ON person (name);
        """
    private static let sqliteTables = """
        CREATE TABLE team (id INTEGER PRIMARY KEY, name TEXT, code TEXT, size INTEGER DEFAULT 1);
        CREATE TABLE person (id INTEGER PRIMARY KEY, team_id INTEGER, name TEXT, mail TEXT);
        CREATE VIEW names AS SELECT name FROM person;
        CREATE INDEX person_name ON person (name);
        """

    private static func postgres(_ name: String, _ ours: String, _ theirs: String, conflicts: Bool) -> BranchPair {
        BranchPair(
            description: name, dialect: .postgresql, base: postgresTables, ours: ours, theirs: theirs,
            conflicts: conflicts)
    }

    private static func sqlite(_ name: String, _ ours: String, _ theirs: String, conflicts: Bool) -> BranchPair {
        BranchPair(
            description: name, dialect: .sqlite, base: sqliteTables, ours: ours, theirs: theirs, conflicts: conflicts)
    }

    static let all: [BranchPair] = postgresCommuting + postgresConflicting + sqliteCommuting + sqliteConflicting

    private static let postgresCommuting = [
        ("columns of two tables", "ALTER TABLE team ADD a int", "ALTER TABLE person ADD b int"),
        ("columns of one table", "ALTER TABLE team ADD a int", "ALTER TABLE team ADD b text NOT NULL DEFAULT 'x'"),
        ("two tables", "CREATE TABLE x (id int)", "CREATE TABLE y (id int)"),
        ("indexes of one table", "CREATE INDEX i ON team (name)", "CREATE INDEX j ON team (code)"),
        ("a column and an index", "ALTER TABLE team ADD a int", "CREATE INDEX j ON team (code)"),
        ("a column goes, another comes", "ALTER TABLE team DROP size", "ALTER TABLE team ADD note text"),
        ("a type and a default", "ALTER TABLE team ALTER code TYPE text", "ALTER TABLE team ALTER size SET DEFAULT 2"),
        ("constraints", "ALTER TABLE team ADD CHECK (size > 0)", "ALTER TABLE team ADD UNIQUE (name)"),
        (
            "functions", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 2'"
        ),
        (
            "a foreign key and a table", "ALTER TABLE person ADD FOREIGN KEY (team_id) REFERENCES team",
            "CREATE TABLE z (id int REFERENCES team)"
        ),
        ("views", "CREATE VIEW v AS SELECT id FROM team", "CREATE VIEW w AS SELECT id FROM person"),
        ("the same comment", "COMMENT ON TABLE team IS 'x'", "COMMENT ON TABLE team IS 'x'"),
        ("grants", "GRANT SELECT ON team TO PUBLIC", "GRANT INSERT ON team TO PUBLIC"),
        ("rows", "UPDATE team SET size = 3", "UPDATE person SET name = 'x'"),
    ].map { postgres($0, $1, $2, conflicts: false) }

    private static let postgresConflicting = [
        ("the same column", "ALTER TABLE team ADD a int", "ALTER TABLE team ADD a text"),
        ("the same table", "CREATE TABLE x (id int)", "CREATE TABLE x (id bigint)"),
        ("a column goes that an index is made over", "ALTER TABLE team DROP code", "CREATE INDEX i ON team (code)"),
        ("another name and a column", "ALTER TABLE team RENAME TO crew", "ALTER TABLE team ADD a int"),
        ("two new names", "ALTER TABLE team RENAME name TO title", "ALTER TABLE team RENAME name TO label"),
        ("two defaults", "ALTER TABLE team ALTER size SET DEFAULT 2", "ALTER TABLE team ALTER size SET DEFAULT 3"),
        (
            "two bodies", "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
            "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 3'"
        ),
        ("two types", "ALTER TABLE team ALTER code TYPE varchar(30)", "ALTER TABLE team ALTER code TYPE text"),
        ("labels at the end", "ALTER TYPE mood ADD VALUE 'happy'", "ALTER TYPE mood ADD VALUE 'calm'"),
        ("a table goes that a column comes to", "DROP TABLE team", "ALTER TABLE team ADD a int"),
        ("a type under a view", "ALTER TABLE person DROP mail", "CREATE VIEW v AS SELECT mail FROM person"),
        ("two comments", "COMMENT ON TABLE team IS 'x'", "COMMENT ON TABLE team IS 'y'"),
        ("the same index", "CREATE INDEX i ON team (name)", "CREATE INDEX i ON team (code)"),
    ].map { postgres($0, $1, $2, conflicts: true) }

    private static let sqliteCommuting = [
        ("columns of two tables", "ALTER TABLE team ADD a INTEGER", "ALTER TABLE person ADD b INTEGER"),
        ("columns of one table", "ALTER TABLE team ADD a INTEGER", "ALTER TABLE team ADD b TEXT DEFAULT 'x'"),
        ("two tables", "CREATE TABLE x (id INTEGER)", "CREATE TABLE y (id INTEGER)"),
        ("indexes of one table", "CREATE INDEX i ON team (name)", "CREATE INDEX j ON team (code)"),
        ("a column goes, another comes", "ALTER TABLE team DROP COLUMN size", "ALTER TABLE team ADD note TEXT"),
        ("a table and an index", "CREATE TABLE x (id INTEGER)", "CREATE INDEX j ON team (code)"),
        ("views", "CREATE VIEW v AS SELECT id FROM team", "CREATE VIEW w AS SELECT id FROM person"),
        (
            "triggers", "CREATE TRIGGER t AFTER INSERT ON team BEGIN SELECT 1; END",
            "CREATE TRIGGER u AFTER INSERT ON person BEGIN SELECT 1; END"
        ),
        ("rows", "UPDATE team SET size = 3", "UPDATE person SET name = 'x'"),
        ("a table made anew and another", rebuilt, "ALTER TABLE person ADD b INTEGER"),
        ("an index goes, a table comes", "DROP INDEX person_name", "CREATE TABLE x (id INTEGER)"),
    ].map { sqlite($0, $1, $2, conflicts: false) }

    private static let sqliteConflicting = [
        ("the same column", "ALTER TABLE team ADD a INTEGER", "ALTER TABLE team ADD a TEXT"),
        ("the same table", "CREATE TABLE x (id INTEGER)", "CREATE TABLE x (id TEXT)"),
        (
            "a column goes that an index is made over", "ALTER TABLE team DROP COLUMN code",
            "CREATE INDEX i ON team (code)"
        ),
        ("another name and a column", "ALTER TABLE team RENAME TO crew", "ALTER TABLE team ADD a INTEGER"),
        ("two new names", "ALTER TABLE team RENAME name TO title", "ALTER TABLE team RENAME name TO label"),
        ("a table made anew and a column", rebuilt, "ALTER TABLE team ADD a INTEGER"),
        ("a table goes that a column comes to", "DROP TABLE team", "ALTER TABLE team ADD a INTEGER"),
        ("the same index", "CREATE INDEX i ON team (name)", "CREATE INDEX i ON team (code)"),
        (
            "a view made anew by both", "DROP VIEW names; CREATE VIEW names AS SELECT id FROM person",
            "DROP VIEW names; CREATE VIEW names AS SELECT mail FROM person"
        ),
        ("a table made anew and an index of it", rebuilt, "CREATE INDEX i ON team (code)"),
        (
            "the same trigger", "CREATE TRIGGER t AFTER INSERT ON team BEGIN SELECT 1; END",
            "CREATE TRIGGER t AFTER INSERT ON team BEGIN SELECT 2; END"
        ),
        ("a name that both take", "ALTER TABLE team RENAME TO crew", "CREATE TABLE crew (id INTEGER)"),
    ].map { sqlite($0, $1, $2, conflicts: true) }

    private static let rebuilt = """
        CREATE TABLE new_team (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '', code TEXT, size INTEGER DEFAULT 1);
        INSERT INTO new_team SELECT id, coalesce(name, ''), code, size FROM team;
        DROP TABLE team;
        ALTER TABLE new_team RENAME TO team
        """
}
