import AutogenConnection
import AutogenSQLiteConnection
import AutogenSchema
import Foundation
import Testing

/// Another connection that reads or writes the file while it is migrated.
@Suite(.serialized) struct SQLiteLockTests {
    @Test(arguments: ["delete", "wal"]) func aWriterIsWaitedForAndThenNamed(journal: String) async throws {
        let ledger = try await Ledger(journal: journal, rows: 1000)
        let before = try await ledger.state()
        let other = try await SQLiteConnection.open(.sqlite(path: ledger.project.path("app.db")))
        try await other.execute("BEGIN IMMEDIATE; INSERT INTO log VALUES ('other')")
        let start = ContinuousClock.now
        let outcome = try await ledger.project.autogen("upgrade", "--wait", "1")
        #expect(ContinuousClock.now - start >= .seconds(1))
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("another process holds the database and did not let go of it within 1 s"))
        try await other.execute("ROLLBACK")
        #expect(try await ledger.state() == before)
        #expect(try await ledger.damages().isEmpty)
    }

    @Test(arguments: ["delete", "wal"]) func aWriterThatEndsInTimeIsOnlyWaitedFor(journal: String) async throws {
        let ledger = try await Ledger(journal: journal, rows: 1000)
        let other = try await SQLiteConnection.open(.sqlite(path: ledger.project.path("app.db")))
        try await other.execute("BEGIN IMMEDIATE; INSERT INTO log VALUES ('other')")
        async let upgraded = ledger.project.done("upgrade", "--wait", "60")
        try await Task.sleep(for: .seconds(1))
        try await other.execute("ROLLBACK")
        #expect(try await upgraded.hasPrefix("upgraded to "))
        #expect(try await ledger.damages().isEmpty)
    }

    /// In the rollback journal's mode a commit needs the readers gone; in WAL mode they go on with what they see.
    @Test(arguments: ["delete", "wal"]) func aReaderSeesOneStateThroughout(journal: String) async throws {
        let ledger = try await Ledger(journal: journal, rows: 1000)
        let before = try await ledger.state()
        let reader = try await SQLiteConnection.open(.sqlite(path: ledger.project.path("app.db")))
        try await reader.execute("BEGIN; SELECT count(*) FROM entry")
        let outcome = try await ledger.project.autogen("upgrade", "--wait", "1")
        #expect(try await reader.query("SELECT count(*) AS n FROM entry").first?.int("n") == 1000)
        #expect(try await reader.query("SELECT 1 FROM sqlite_schema WHERE sql LIKE '%DEFERRED%'").isEmpty)
        try await reader.execute("COMMIT")
        if journal == "wal" {
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(try await ledger.state() != before)
        } else {
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("did not let go of it within 1 s"), "\(outcome.errors)")
            #expect(try await ledger.state() == before)
        }
        #expect(try await ledger.damages().isEmpty)
    }
}
