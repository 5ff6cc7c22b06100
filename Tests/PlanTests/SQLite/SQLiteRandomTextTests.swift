import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// The statements that SQLite keeps, and the expressions in them, replaced by anything: decisions and order stay as they are.
///
/// Two decisions rest on words of a statement, and are left out: which texts in double quotes are strings, and whether a
/// default is a literal.
@Suite struct SQLiteRandomTextTests {
    private static let start = """
        CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, size INT CHECK (size > 100));
        CREATE TABLE c (id INTEGER PRIMARY KEY AUTOINCREMENT, p INT REFERENCES p (id),
            note TEXT CHECK (length(note) > 3), often INT GENERATED ALWAYS AS (p * 17) VIRTUAL, name TEXT,
            size INT REFERENCES p (size));
        CREATE TABLE d (a INT, b TEXT, extra TEXT CHECK (length(extra) > 4));
        CREATE TABLE e (a INT NOT NULL);
        CREATE TABLE g (k TEXT PRIMARY KEY, v INT) WITHOUT ROWID;
        CREATE UNIQUE INDEX q ON p (size);
        CREATE INDEX i ON c (lower(note)) WHERE p > 21;
        CREATE INDEX j ON d (upper(b));
        CREATE INDEX n ON c (name);
        CREATE VIEW v AS SELECT id, note FROM c WHERE p > 22;
        CREATE VIEW w AS SELECT id FROM v WHERE note <> 'x';
        CREATE VIEW x AS SELECT a FROM e WHERE a > 23;
        CREATE TRIGGER t AFTER INSERT ON c WHEN new.p > 31 BEGIN UPDATE d SET a = 32; END;
        CREATE TRIGGER u AFTER DELETE ON d BEGIN DELETE FROM e WHERE a = 33; END;
        CREATE VIRTUAL TABLE f USING fts5(body, tokenize = 'porter');
        """
    private static let goal = """
        CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, size INT CHECK (size > 101));
        CREATE TABLE c (id INTEGER PRIMARY KEY AUTOINCREMENT, p INT REFERENCES p (id) ON DELETE CASCADE,
            note TEXT CHECK (length(note) > 3), often INT GENERATED ALWAYS AS (p * 18) VIRTUAL, name TEXT COLLATE NOCASE,
            size INT REFERENCES p (size));
        CREATE TABLE d (a INT, b TEXT);
        CREATE TABLE e (a INT NOT NULL, late TEXT CHECK (length(late) > 5), twice INT AS (a * 19) VIRTUAL);
        CREATE TABLE g (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID;
        CREATE TABLE h (z INT CHECK (z > 102));
        CREATE UNIQUE INDEX q ON p (size);
        CREATE INDEX i ON c (lower(note)) WHERE p > 24;
        CREATE INDEX j2 ON d (upper(b));
        CREATE INDEX n ON c (name);
        CREATE VIEW v AS SELECT id, note FROM c WHERE p > 25;
        CREATE VIEW w AS SELECT id FROM v WHERE note <> 'x';
        CREATE TRIGGER t AFTER INSERT ON c WHEN new.p > 34 BEGIN UPDATE d SET a = 32; END;
        CREATE TRIGGER u AFTER DELETE ON d BEGIN DELETE FROM e WHERE a = 33; END;
        CREATE VIRTUAL TABLE f USING fts5(body, tokenize = 'ascii');
        """
    private static let names: [Kind: Set<String>] = [
        .table: ["declaration"], .virtualTable: ["declaration", "definition"], .view: ["declaration", "definition"],
        .trigger: ["declaration", "definition"], .index: ["declaration", "definition"],
        .column: ["declaration", "generated"], .constraint: ["definition"],
    ]

    @Test func changesNoDecision() async throws {
        let from = try await Reflector.catalog(of: SQLiteFixture.connection(Self.start))
        let to = try await Reflector.catalog(of: SQLiteFixture.connection(Self.goal))
        let pieces =
            RandomTexts.pieces.filter { $0 != "\"" } + ["BEGIN", "WITHOUT ROWID", "AUTOINCREMENT", "`", "NOT NULL"]
        for seed in 1...20 {
            var texts = RandomTexts(seed: UInt64(seed), names: Self.names, pieces: pieces)
            guard try texts.changeNothing(from, to, Planner(rules: SQLiteRules())) else { return }
        }
    }
}
