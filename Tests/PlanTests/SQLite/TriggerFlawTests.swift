import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

/// Triggers that a change leaves unable to run, said before anything is changed.
@Suite struct TriggerFlawTests {
    struct Case: Sendable {
        let trigger: String
        let flaw: String?
    }

    private static let tables = """
        CREATE TABLE t (a, b, made AS (a || 'x') STORED); CREATE TABLE log (x); CREATE TABLE gone (x);
        CREATE VIEW v AS SELECT a FROM t;
        """
    private static let rest = """
        CREATE TABLE t (a, made AS (a || 'x') STORED); CREATE TABLE log (x); CREATE VIEW v AS SELECT a FROM t;
        """

    static let cases = [
        Case(trigger: "AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.b); END", flaw: "no such column: old.b"),
        Case(trigger: "BEFORE INSERT ON t WHEN new.b > 0 BEGIN SELECT 1; END", flaw: "no such column: new.b"),
        Case(trigger: "UPDATE OF a, b ON t BEGIN SELECT 1; END", flaw: "no such column: b"),
        Case(trigger: "AFTER UPDATE ON main.\"t\" BEGIN DELETE FROM gone; END", flaw: "no such table: gone"),
        Case(
            trigger: "INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a, b) VALUES (new.a, 1); END",
            flaw: "table t has no column named b"),
        Case(trigger: "AFTER INSERT ON log BEGIN UPDATE t SET b = 1; END", flaw: "no such column: b"),
        Case(trigger: "AFTER DELETE ON log BEGIN DELETE FROM t WHERE b = old.x; END", flaw: "no such column: b"),
        Case(trigger: "UPDATE OF a, b ON t BEGIN SELECT slug(new.a); END", flaw: "no such column: b"),
        Case(trigger: "AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.made); END", flaw: nil),
        Case(trigger: "INSTEAD OF UPDATE ON v BEGIN UPDATE t SET a = new.a; END", flaw: nil),
    ]

    private func hazards(_ plan: Plan) -> [Hazard] {
        (plan.statements.first?.hazards ?? []).filter { $0.kind == .byHand }
    }

    @Test(arguments: cases) func reports(_ item: Case) async throws {
        let sound = "CREATE TRIGGER sound AFTER DELETE ON t BEGIN INSERT INTO log VALUES (old.a); END;"
        let code = "CREATE TRIGGER code \(item.trigger); \(sound)"
        let plan = try await SQLiteFixture.plan(from: Self.tables + code, to: Self.rest + code)
        let found = hazards(plan)
        // A trigger whose statement sets off another can't run either.
        #expect(found.isEmpty == (item.flaw == nil), "\(found)")
        if let flaw = item.flaw {
            #expect(found.contains { $0.object?.path.last == "code" }, "\(found)")
            #expect(found.allSatisfy { $0.message == "is left unable to run: \(flaw)" }, "\(found)")
        }
        let back = try await SQLiteFixture.plan(from: Self.rest + code, to: Self.tables + code)
        #expect(hazards(back).isEmpty)
    }

    /// One that never could run is nobody's concern now, nor is a function that the application brings.
    @Test func saysNothingOfOldFlawsAndUnknownFunctions() async throws {
        let old = "CREATE TRIGGER old AFTER DELETE ON t BEGIN INSERT INTO nowhere VALUES (1); END;"
        let own = "CREATE TRIGGER own AFTER INSERT ON t BEGIN SELECT my_function(new.a); END;"
        let plan = try await SQLiteFixture.plan(
            from: "CREATE TABLE t (a); \(old)", to: "CREATE TABLE t (a, b); \(old) \(own)")
        #expect(hazards(plan).isEmpty && !plan.isEmpty)
    }

    /// Reading changes nothing, in the temporary schema neither.
    @Test func leavesNothingBehind() async throws {
        let connection = try await SQLiteFixture.connection(
            "CREATE TABLE t (a); CREATE TRIGGER x AFTER DELETE ON t BEGIN DELETE FROM nowhere; END;")
        let before = try await connection.query("PRAGMA schema_version").first?.int("schema_version")
        let catalog = try await Reflector.catalog(of: connection)
        let trigger = catalog.body(ObjectID(.trigger, "main", "t", "x"), as: Trigger.self)
        #expect(trigger?.flaw.value?.hasPrefix("no such table") == true)
        #expect(try await connection.query("PRAGMA schema_version").first?.int("schema_version") == before)
        #expect(try await connection.query("SELECT * FROM temp.sqlite_schema").isEmpty)
    }
}
