import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@testable import AutogenRevisions

/// A proof passes for a script that does what it should, and for no other.
@Suite struct ProofTests {
    struct MemoryScratch: ScratchProvider {
        func withScratch<Result: Sendable>(
            _ body: @Sendable (any Connection) async throws -> Result
        ) async throws -> Result {
            try await body(SQLiteConnection.open(.memory, mode: .create))
        }
    }

    private func catalog(_ sql: String) async throws -> Catalog {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        try await connection.execute(SQL(raw: sql))
        return try await Reflector.catalog(of: connection)
    }

    private func proof(upgrade: String, downgrade: String) async throws -> Proof {
        let start = try await catalog("CREATE TABLE a (id INTEGER PRIMARY KEY)")
        let target = try await catalog("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INT)")
        return try await Prover(scratch: MemoryScratch())
            .prove(
                script("x", upgrade: upgrade, downgrade: downgrade), from: start, to: target,
                history: [script("w", upgrade: "CREATE TABLE a (id INTEGER PRIMARY KEY);", downgrade: "DROP TABLE a;")])
    }

    /// A start that no revision makes, such as a database that somebody has changed by hand, proves nothing.
    @Test func startThatTheHistoryDoesNotMake() async throws {
        let start = try await catalog("CREATE TABLE a (id INTEGER PRIMARY KEY, byHand TEXT)")
        let target = try await catalog("CREATE TABLE a (id INTEGER PRIMARY KEY, byHand TEXT); CREATE TABLE b (id INT)")
        let proof = try await Prover(scratch: MemoryScratch())
            .prove(
                script("x", upgrade: "CREATE TABLE b (id INT);", downgrade: "DROP TABLE b;"), from: start, to: target,
                history: [script("w", upgrade: "CREATE TABLE a (id INTEGER PRIMARY KEY);", downgrade: "DROP TABLE a;")])
        guard case .startsElsewhere(let changes) = proof.upgrade else {
            Issue.record("\(proof.upgrade)")
            return
        }
        #expect(changes.map(\.id) == [ObjectID(.column, "main", "a", "byHand")])
        #expect(!proof.isComplete)
    }

    @Test func rightScript() async throws {
        let proof = try await proof(upgrade: "CREATE TABLE b (id INT);", downgrade: "DROP TABLE b;")
        #expect(proof.isComplete)
        #expect(proof.reached?.contains(ObjectID(.table, "main", "b")) == true)
    }

    @Test func upgradeThatLeadsElsewhere() async throws {
        let proof = try await proof(upgrade: "CREATE TABLE c (id INT);", downgrade: "DROP TABLE c;")
        guard case .differs(let changes) = proof.upgrade else {
            Issue.record("\(proof.upgrade)")
            return
        }
        #expect(changes.map(\.id).contains(ObjectID(.table, "main", "b")))
        #expect(proof.downgrade == .notTried("the upgrade does not lead there"))
    }

    @Test func downgradeThatStaysBehind() async throws {
        let proof = try await proof(upgrade: "CREATE TABLE b (id INT);", downgrade: "")
        #expect(proof.upgrade == .proved)
        guard case .differs = proof.downgrade else {
            Issue.record("\(proof.downgrade)")
            return
        }
    }

    @Test func refusedStatement() async throws {
        let proof = try await proof(upgrade: "CREATE TABLE a (id INT);", downgrade: "")
        guard case .refused(let why) = proof.upgrade else {
            Issue.record("\(proof.upgrade)")
            return
        }
        #expect(why.hasPrefix("x.sql:6:14: error: table a already exists"))
    }

    /// What the planner writes for a change and back is proved by the same means.
    @Test func plannedDraft() async throws {
        let start = try await catalog("CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)")
        let target = try await catalog("CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT NOT NULL UNIQUE)")
        let planned = try RevisionDraft(message: "unique", from: start, to: target, after: [], rules: SQLiteRules())
        let draft = try #require(planned)
        #expect(draft.revision.transaction == .yes)
        #expect(!draft.revision.upgrade.contains("PRAGMA foreign_key"))
        let history = try script("w", upgrade: "CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);", downgrade: "")
        let proof = try await Prover(scratch: MemoryScratch())
            .prove(draft.script(), from: start, to: target, history: [history])
        #expect(proof.isComplete)
        #expect(try RevisionDraft(message: "", from: start, to: start, after: [], rules: SQLiteRules()) == nil)
    }
}
