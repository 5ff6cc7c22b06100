import AutogenConnection
import AutogenSchema

/// What the tables of a SQLite database hold.
struct SQLiteContents: Sendable, Equatable {
    struct Table: Sendable, Equatable {
        /// The columns that hold values of their own, and their types, by names in small letters; in the order of the rows.
        var columns: [(name: String, type: String, isNotNull: Bool)] = []
        var hasKey = false
        /// Literals of the values, the rowid last where there is one.
        var rows: [[String]] = []

        static func == (left: Self, right: Self) -> Bool { left.rows == right.rows }
    }

    /// By name in small letters.
    private(set) var tables: [String: Table] = [:]
    /// The statements of virtual tables, by name in small letters.
    private(set) var virtual: [String: String] = [:]
    /// The rows of the tables behind virtual ones.
    private(set) var shadows: [String: [String]] = [:]
    private(set) var counters: [String: String] = [:]
    private(set) var broken: [String: Int] = [:]

    init(_ connection: any Connection) async throws {
        let known = try await connection.query(
            "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'")
        for row in known {
            let name = try row.string("name")
            switch try row.string("type") {
            case "table": tables[name.loweringASCII] = try await Self.table(name, try row.bool("wr"), connection)
            case "shadow":
                let rows = try await connection.query("SELECT * FROM \(name: name)")
                shadows[name.loweringASCII] = rows.map { row in "\(row.columns.indices.map { row[$0] })" }.sorted()
            default: continue
            }
        }
        for row in try await connection.query(
            "SELECT name, sql FROM sqlite_schema WHERE rootpage = 0 AND type = 'table'")
        {
            virtual[try row.string("name").loweringASCII] = try row.string("sql")
        }
        let counts = try await connection.query("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_sequence'")
        if !counts.isEmpty {
            for row in try await connection.query("SELECT name, seq FROM sqlite_sequence") {
                let name = try row.string("name")
                // A second row of one name, or one of no table, would show as a difference.
                let isKnown = known.contains { (try? $0.string("name")) == name }
                let key = counters[name.loweringASCII] == nil && isKnown ? name.loweringASCII : "stray \(name)"
                counters[key] = row[1].text ?? ""
            }
        }
    }

    private static func table(_ name: String, _ isWithoutRowid: Bool, _ connection: any Connection) async throws
        -> Table
    {
        var table = Table()
        var names: [String] = []
        let columns = try await connection.query(
            """
            SELECT name, upper(type) AS type, "notnull", pk, hidden FROM pragma_table_xinfo(\(literal: name))
            """)
        for column in columns {
            if try column.int("pk") > 0 { table.hasKey = true }
            guard try column.int("hidden") == 0 else { continue }
            names.append(try column.string("name"))
            table.columns.append(
                (names[names.count - 1].loweringASCII, try column.string("type"), try column.bool("notnull")))
        }
        var terms = names.map { name -> SQL in "quote(\(name: name))" }
        if !isWithoutRowid, !table.hasKey { terms.append("rowid") }
        table.hasKey = table.hasKey || isWithoutRowid
        table.rows = try await connection.query("SELECT \(terms, separator: ", ") FROM \(name: name)").map { row in
            row.columns.indices.map { row[$0].text ?? "NULL" }
        }.sorted { $0.lexicographicallyPrecedes($1) }
        return table
    }

    var total: Int { tables.values.reduce(0) { $0 + $1.rows.count } }

    /// Rows, values and counters that got lost or changed on the way to another state, where both have a place for them.
    func losses(until later: SQLiteContents) -> [String] {
        var losses: [String] = []
        for (name, table) in tables.sorted(by: { $0.key < $1.key }) {
            guard let other = later.tables[name] else { continue }
            if table.rows.count != other.rows.count {
                losses.append("\(name): \(table.rows.count) rows, then \(other.rows.count)")
            }
            let before = table.values(sharedWith: other)
            let after = other.values(sharedWith: table, isLater: true)
            if before != after { losses.append("\(name): \(before)\nthen \(after)") }
        }
        // An index over another table's rows may have been filled.
        for (name, sql) in virtual where later.virtual[name] == sql && !sql.contains("content=") {
            for (shadow, rows) in shadows where shadow.hasPrefix("\(name)_") && later.shadows[shadow] != rows {
                losses.append("\(shadow): \(rows)\nthen \(later.shadows[shadow] ?? [])")
            }
        }
        for (name, count) in later.counters {
            if name.hasPrefix("stray") { losses.append("counter: \(name)") }
            if let old = counters[name], old != count, tables[name] != nil {
                losses.append("counter: \(name) \(old), then \(count)")
            }
        }
        return losses
    }
}

extension SQLiteContents.Table {
    /// The values of the columns that two states have with the same type, row by row.
    fileprivate func values(sharedWith other: Self, isLater: Bool = false) -> [String] {
        let shared = columns.enumerated().filter { _, column in
            guard let twin = other.columns.first(where: { $0.name == column.name }) else { return false }
            // NULL may have become the default where it is not allowed any more.
            let isTightened = isLater ? column.isNotNull && !twin.isNotNull : twin.isNotNull && !column.isNotNull
            return twin.type == column.type && !isTightened
        }.sorted { $0.element.name < $1.element.name }.map(\.offset)
        let withRowid = !hasKey && !other.hasKey
        return rows.map { row in (shared.map { row[$0] } + (withRowid ? row.suffix(1) : [])).joined(separator: ", ") }
            .sorted()
    }
}
