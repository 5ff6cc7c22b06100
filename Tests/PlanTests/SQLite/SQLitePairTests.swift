import AutogenConnection
import AutogenPlan
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@Suite struct SQLitePairTests {
    @Test(arguments: SQLiteSchemas.all.indices, SQLiteSchemas.all.indices)
    func reachesTheTarget(from: Int, to: Int) async throws {
        let target = try await SQLiteFixture.connection(SQLiteSchemas.all[to])
        let start = try await SQLiteFixture.connection(SQLiteSchemas.all[from])
        let filled = try await SQLiteFixture.connection(SQLiteSchemas.all[from])
        for sql in SQLiteSchemas.rows
        where SQLiteSchemas.all[from].lowercased().contains("table \(sql.split(separator: " ")[2])") {
            try await filled.execute(SQL(raw: sql))
        }
        let plan = try await SQLiteFixture.plan(from: start, to: target)
        #expect(plan.isEmpty == (from == to))
        let keepsPages =
            SQLiteSchemas.all[from].lowercased().contains("table page")
            && SQLiteSchemas.all[to].lowercased().contains("table page")
        let script = SQL(raw: SQLiteFixture.text(of: plan))
        for connection in [start, filled] {
            try await connection.execute(script)
            #expect(try await SQLiteFixture.facts(of: connection) == SQLiteFixture.facts(of: target))
            let rest = try await SQLiteFixture.plan(from: connection, to: target)
            #expect(rest.isEmpty, "\(rest.changes)")
        }
        if keepsPages { #expect(try await SQLiteFixture.count("page", in: filled) == 2) }
    }

    /// The script from nothing makes a database with the very same schema.
    @Test(arguments: SQLiteSchemas.all)
    func writesWhatLoadsBack(schema: String) async throws {
        let target = try await SQLiteFixture.connection(schema)
        let empty = try await SQLiteFixture.connection("")
        let plan = try await SQLiteFixture.plan(from: empty, to: target)
        try await empty.execute(SQL(raw: SQLiteFixture.text(of: plan)))
        let texts: SQL = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
        let read = try await empty.query(texts).map { "\($0[0]) \($0[1]) \($0[2])" }
        let wanted = try await target.query(texts).map { "\($0[0]) \($0[1]) \($0[2])" }
        #expect(read == wanted)
    }
}
