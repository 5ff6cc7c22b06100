import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import TestSupport

/// A project whose second revision rebuilds two tables full of rows, and what its database must hold at any time.
struct Ledger: Sendable {
    static let first = """
        CREATE TABLE account (id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT, balance INT);
        CREATE TABLE entry (account INTEGER REFERENCES account (id) ON DELETE CASCADE, note TEXT, amount INT);
        CREATE INDEX by_account ON entry (account, amount DESC);
        CREATE INDEX by_owner ON account (owner COLLATE NOCASE);
        CREATE TABLE log (text TEXT);
        CREATE TRIGGER booked AFTER INSERT ON entry BEGIN INSERT INTO log VALUES (new.note); END;
        CREATE VIEW total AS SELECT account, sum(amount) AS amount FROM entry GROUP BY account;
        """
    static let second = """
        CREATE TABLE account (
            id INTEGER PRIMARY KEY AUTOINCREMENT, owner TEXT NOT NULL CHECK (owner <> ''), balance INTEGER DEFAULT 0
        );
        CREATE TABLE entry (
            account INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            note TEXT, amount INTEGER
        );
        CREATE INDEX by_account ON entry (account, amount);
        CREATE INDEX by_owner ON account (owner COLLATE NOCASE);
        CREATE TABLE log (text TEXT);
        CREATE TRIGGER booked AFTER INSERT ON entry BEGIN INSERT INTO log VALUES (new.note); END;
        CREATE VIEW total AS SELECT account, sum(amount) AS amount FROM entry GROUP BY account;
        """

    /// What the database is, apart from its rows.
    struct State: Sendable, Equatable {
        let facts: [String]
        let revisions: Int
    }

    let project: Project
    let rows: Int

    init(journal: String, rows: Int) async throws {
        project = try await Project(schema: Self.first)
        self.rows = rows
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try await with { connection in
            try await connection.execute(
                """
                PRAGMA journal_mode = \(raw: journal);
                BEGIN;
                INSERT INTO account WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(raw: "\(rows / 10)"))
                SELECT i, 'owner ' || i, i * 7 FROM n;
                INSERT INTO entry WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(raw: "\(rows)"))
                SELECT 1 + i % \(raw: "\(rows / 10)"), 'note ' || i, i FROM n;
                COMMIT;
                """)
        }
        try project.write(Self.second, to: "schema/schema.sql")
        try await project.done("revision", "-m", "second", "--allow", "undecided")
    }

    func with<Result: Sendable>(_ body: (SQLiteConnection) async throws -> Result) async throws -> Result {
        let connection = try await SQLiteConnection.open(.sqlite(path: project.path("app.db")))
        let result = try await body(connection)
        await connection.close()
        return result
    }

    func state() async throws -> State {
        try await with { connection in
            let count = try await connection.query("SELECT count(*) AS n FROM autogen_version").first?.int("n") ?? 0
            return State(facts: try await SQLiteFacts.facts(of: connection), revisions: count)
        }
    }

    /// Everything that can be wrong with the rows and the file; empty when all is as it was.
    func damages() async throws -> [String] {
        try await with { connection in
            var damages: [String] = []
            let n = rows
            let accounts = rows / 10
            for (query, wanted) in [
                (
                    "SELECT count(*) || ' ' || sum(id) || ' ' || sum(balance) FROM account",
                    "\(accounts) \(accounts * (accounts + 1) / 2) \(7 * accounts * (accounts + 1) / 2)"
                ),
                (
                    "SELECT count(*) || ' ' || sum(amount) || ' ' || sum(rowid) FROM entry",
                    "\(n) \(n * (n + 1) / 2) \(n * (n + 1) / 2)"
                ),
                ("SELECT count(*) FROM entry WHERE note <> 'note ' || amount", "0"),
                ("SELECT count(*) FROM log", "\(n)"),
                ("SELECT seq FROM sqlite_sequence WHERE name = 'account'", "\(accounts)"),
                ("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'autogen_old%'", "0"),
                ("SELECT count(*) FROM pragma_foreign_key_check", "0"),
                ("SELECT group_concat(integrity_check) FROM pragma_integrity_check", "ok"),
            ] {
                let found = try await connection.query(SQL(raw: query)).first?[0].text ?? "NULL"
                if found != wanted { damages.append("\(query): \(found), not \(wanted)") }
            }
            return damages
        }
    }
}
