import AutogenSchema
import Testing

@testable import AutogenPlan
@testable import AutogenRevisions

@Suite struct CommitPointTests {
    private func points(_ sql: String, transaction: String = "yes", dialect: String = "postgresql") throws -> [Int] {
        let script = try script("a", dialect: dialect, transaction: transaction, upgrade: sql)
        return try ScriptSegments(script, .upgrade, script.revision.transaction).commitPoints.sorted()
    }

    @Test func standBetweenStatements() throws {
        let sql = """
            SELECT 1;
            -- autogen:may-commit
            SELECT 2; -- autogen:may-commit
            /* x */
              -- autogen:may-commit
            SELECT '
            -- autogen:may-commit
            ';
            SELECT
            -- autogen:may-commit
            4;
            """
        #expect(try points(sql) == [1, 2])
        #expect(try points(sql, transaction: "no").isEmpty)
        #expect(try points(sql, dialect: "sqlite").isEmpty)
        #expect(try points("BEGIN;\nSELECT 1;\n-- autogen:may-commit\nSELECT 2; COMMIT") == [1])
        #expect(try points("SELECT 1;\n-- autogen:may-commit now\nSELECT 2;").isEmpty)
    }

    @Test func onlyLargeScriptsHaveThem() {
        var key = Constraint()
        key.type = .primaryKey
        let part = SchemaObject(ObjectID(.constraint, "public", "t", "t_pkey"), .constraint(key))
        var statements = (0..<60).map { number in
            var statement = Statement("CREATE TABLE t\(raw: "\(number)") (id int PRIMARY KEY)")
            statement.effects.made = [SchemaObject(ObjectID(.table, "public", "t\(number)"), .table(Table()))]
            statement.effects.along = [part]
            return statement
        }
        for index in statements.indices { statements[index].mayCommitAfter = index != 20 }
        #expect(CommitPoint.places(in: statements, .postgresql).isEmpty)
        statements += (0..<101).map { number in
            var statement = Statement("CREATE INDEX i\(raw: "\(number)") ON t0 (id)")
            statement.effects.made = [SchemaObject(ObjectID(.index, "public", "i\(number)"), .index(Index()))]
            return statement
        }
        for index in statements.indices { statements[index].mayCommitAfter = index != 19 }
        let places = CommitPoint.places(in: statements, .postgresql)
        #expect(places.contains(20) && !places.contains(19) && !places.contains(160) && places.count < 6)
        #expect(CommitPoint.places(in: statements, .sqlite).isEmpty)
        let text = ScriptText.text(of: statements, in: .postgresql, commitPoints: places, marksData: false)
        #expect(CommitPoint.offsets(in: text, .postgresql).count == places.count)
    }
}
