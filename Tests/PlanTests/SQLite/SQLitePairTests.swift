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
        if to == SQLiteSchemas.unsound, script.text.contains("PRAGMA foreign_key_check") {
            try await refuses(script, on: filled)
            return
        }
        for connection in [start, filled] {
            try await connection.execute(script)
            #expect(try await SQLiteFixture.facts(of: connection) == SQLiteFixture.facts(of: target))
            let rest = try await SQLiteFixture.plan(from: connection, to: target)
            #expect(rest.isEmpty, "\(rest.changes)")
        }
        if keepsPages { #expect(try await SQLiteFixture.count("page", in: filled) == 2) }
    }

    /// A foreign key that refers to no key makes the check at the end fail, and all stays as it was.
    private func refuses(_ script: SQL, on connection: SQLiteConnection) async throws {
        let before = try await SQLiteFixture.facts(of: connection)
        let error = await #expect(throws: DatabaseError.self) { try await connection.execute(script) }
        #expect(error?.message.hasPrefix("foreign key mismatch") == true)
        try await connection.execute("ROLLBACK")
        #expect(try await SQLiteFixture.facts(of: connection) == before)
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
