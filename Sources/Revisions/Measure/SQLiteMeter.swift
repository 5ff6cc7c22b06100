import AutogenConnection
import AutogenPlan
import AutogenSQLText
import AutogenSchema

extension SQLiteEngine: MeasuringEngine {
    var locksRelations: Bool { false }

    func meter(for script: RevisionScript, on connection: any Connection) async throws -> any StatementMeter {
        try await SQLiteMeter(on: connection)
    }

    func needsItsTransaction(_ statement: ScriptStatement) -> Bool { true }
}

/// Reads from the program that SQLite makes of a statement which tables it goes through, and where it writes what it reads
/// (<https://www.sqlite.org/opcode.html>).
struct SQLiteMeter: StatementMeter {
    private let connection: any Connection
    /// The tables that were there before, by the root pages of themselves and of their indexes: a page stays when the table
    /// gets another name, as it does to be rebuilt.
    private var known: [Int: Address] = [:]

    init(on connection: any Connection) async throws {
        self.connection = connection
        known = try await roots()
    }

    var hasRelations: Bool { !known.isEmpty }

    mutating func beginTransaction() async throws {}

    mutating func run(_ statement: ScriptStatement) async throws -> [RelationUse] {
        guard hasRelations else {
            try await connection.execute(SQL(raw: statement.text))
            return []
        }
        let program = try await connection.query("EXPLAIN \(raw: statement.text)")
        var uses = try uses(program, of: statement)
        try await connection.execute(SQL(raw: statement.text))
        // The page of a table that is gone may become another one's.
        let now = try await roots()
        let left = known.filter { now[$0.key] != nil }
        let gone = Set(known.values).subtracting(left.values)
        known = left
        uses += gone.sorted().map { RelationUse($0, effect: .dropped) }
        return uses
    }

    mutating func runAlone(_ statement: ScriptStatement) async throws -> [RelationUse] {
        try await connection.execute(SQL(raw: statement.text))
        guard statement.words.first == "vacuum" else { return [] }
        // Every table is written to other pages.
        let tables = Set(known.values)
        known = try await roots().filter { tables.contains($0.value) }
        return tables.sorted().map { RelationUse($0, effect: .rewritten) }
    }

    private func roots() async throws -> [Int: Address] {
        let rows = try await connection.query(
            "SELECT rootpage, tbl_name FROM main.sqlite_schema WHERE rootpage > 1 AND type IN ('table', 'index')")
        var found: [Int: Address] = [:]
        for row in rows {
            found[try row.int("rootpage")] = Address(
                kind: Kind.table.rawValue, path: ["main", try row.string("tbl_name")])
        }
        return found
    }

    private func uses(_ program: Rows, of statement: ScriptStatement) throws -> [RelationUse] {
        // Which page a cursor is opened on, and which cursors go from the first row on to the last.
        var pages: [Int: Int] = [:]
        var begun: Set<Int> = []
        var looped: Set<Int> = []
        var written: Set<Int> = []
        var asksItself = false
        for row in program {
            let cursor = try row.int("p1")
            switch try row.string("opcode") {
            case "OpenRead", "OpenWrite":
                // The page of what the statement makes is only known when it runs, and `temp` has pages of its own.
                let isKnown = try row.int("p5") & 0x10 == 0 && row.int("p3") == 0
                pages[cursor] = isKnown ? try row.int("p2") : nil
            case "OpenEphemeral": pages[cursor] = nil
            case "Rewind", "Last": begun.insert(cursor)
            case "Next", "Prev": if let page = pages[cursor], begun.contains(cursor) { looped.insert(page) }
            case "Insert", "IdxInsert": if let page = pages[cursor] { written.insert(page) }
            case "VFilter": asksItself = true
            default: break
            }
        }
        let schema = 1
        let targets = Set(written.compactMap { known[$0] })
        let writesElsewhere = written.contains { $0 != schema && known[$0] == nil }
        var effects: [Address: RelationUse.Effect] = [:]
        for table in Set(looped.compactMap { known[$0] }) {
            effects[table] = targets.contains(table) ? .rewritten : writesElsewhere ? .copied : .scanned
        }
        // A column with a check, or without NULL, is looked at with `pragma_quick_check`.
        if asksItself, let table = altered(by: statement) { effects[table] = effects[table] ?? .scanned }
        return effects.map { RelationUse($0.key, effect: $0.value) }.sorted { $0.relation < $1.relation }
    }

    private func altered(by statement: ScriptStatement) -> Address? {
        var reader = statement.sql.reader
        guard reader.skip("ALTER", "TABLE"), let name = reader.name()?.last else { return nil }
        let syntax = connection.dialect.syntax
        let key = syntax.key(of: name)
        return known.values.first { syntax.key(of: $0.ownName) == key }
    }
}
