import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// Puts rows into the tables of a database that was just built, so that it is seen what becomes of them.
///
/// Three rows a table; the last one has NULL where that may be. Where conditions narrow what a column takes, the server
/// chooses among what the conditions themselves name.
struct RowSeeder {
    let rowCount: Int
    let connection: any Connection
    let values: any SeedValues
    /// What has rows by now, and how many.
    private(set) var counts: [[String]: Int] = [:]
    /// The tables that have none, each with the reason.
    private(set) var bare: [(table: [String], reason: String)] = []
    private var number = 10

    init(connection: any Connection, start: Catalog, rowCount: Int = 3) {
        self.connection = connection
        self.rowCount = rowCount
        values = start.dialect.migration.seedValues(start)
    }

    mutating func seed(_ tables: [SeedTable]) async throws {
        var waiting = tables
        while !waiting.isEmpty {
            let known = Set(waiting.map(\.path))
            // What refers to a table that has no rows yet waits for it, unless all wait for one another.
            let ready = waiting.filter { table in
                !table.references.contains { $0.table != table.path && known.contains($0.table) }
            }
            // In a circle comes first what can do without.
            let free = waiting.first { table in
                table.references.allSatisfy { reference in
                    !known.contains(reference.table) || reference.table == table.path
                        || reference.columns.contains { name in
                            table.columns.contains { $0.name == name && $0.takesNull }
                        }
                }
            }
            let next = ready.isEmpty ? [free ?? waiting[0]] : ready
            for table in next { try await seed(table) }
            let done = Set(next.map(\.path))
            waiting.removeAll { done.contains($0.path) }
        }
    }

    private mutating func seed(_ table: SeedTable) async throws {
        var reason = "no value is known for a column"
        var count = 0
        for row in 0..<rowCount {
            // NULL where it may be, and else values; other ones where they are refused.
            for attempt in 0..<6 {
                let isSparse = row > 0 && row == rowCount - 1 && attempt == 0
                guard let statement = statement(table, row: row, attempt: attempt, isSparse: isSparse) else { break }
                switch try await inserted(statement) {
                case nil:
                    count += 1
                    reason = ""
                case let refusal?:
                    if !refusal.isEmpty { reason = refusal }
                    continue
                }
                break
            }
        }
        counts[table.path] = count
        if count == 0 { bare.append((table.path, reason)) }
    }

    /// `nil` where a row came, else why none did.
    private func inserted(_ statement: SQL) async throws -> String? {
        do {
            return try await connection.transaction(.write) {
                let rows = try await connection.query(statement)
                return rows.isEmpty ? "no values were found that its conditions take" : nil
            }
        } catch let error as DatabaseError {
            guard error.reason == .statement else { throw error }
            return error.message
        }
    }

    private mutating func statement(_ table: SeedTable, row: Int, attempt: Int, isSparse: Bool) -> SQL? {
        var names: [String] = []
        var pools: [(name: String, values: [SQL])] = []
        let syntax = connection.dialect.syntax
        let literals = table.checks.flatMap { SeedLiteral.all(in: $0, syntax) }
        let referred = references(of: table, row: row + attempt, isSparse: isSparse)
        for column in table.columns {
            let takesNull = column.takesNull
            if let value = referred[column.name] {
                guard let value else { return nil }
                names.append(column.name)
                pools.append((column.name, [value]))
                continue
            }
            if isSparse, takesNull { continue }
            number += 1
            let isNarrow = table.checks.contains { mentions(column.name, in: $0, syntax) }
            var list = candidates(for: column, row: row + attempt)
            if let bounds = table.partitionValues[column.name] {
                list = bounds.map { "CAST(\(raw: $0) AS \(raw: column.type))" } + list
            }
            if isNarrow {
                let more = values.values(of: column.type, among: literals)
                list += Array(more.uniqued().prefix(16))
                if takesNull { list.append("NULL") }
            }
            guard !list.isEmpty else {
                if takesNull { continue }
                return nil
            }
            let isNarrowed = isNarrow || table.partitionValues[column.name] != nil
            if isNarrowed, attempt > 0 || row > 0 {
                let shift = (row + attempt) % list.count
                list = Array(list[shift...] + list[..<shift])
            }
            names.append(column.name)
            pools.append((column.name, isNarrow ? list : Array(list.prefix(1))))
        }
        return insert(into: table, names, Self.bounded(pools))
    }

    /// So few values for each column that all their combinations can be gone through.
    private static func bounded(_ pools: [(name: String, values: [SQL])]) -> [(name: String, values: [SQL])] {
        var pools = pools
        while pools.reduce(1.0, { $0 * Double($1.values.count) }) > 5000 {
            guard let widest = pools.indices.max(by: { pools[$0].values.count < pools[$1].values.count }) else { break }
            // NULL stands last, and is kept.
            pools[widest].values.remove(at: max(0, pools[widest].values.count - 2))
        }
        return pools
    }

    private func insert(into table: SeedTable, _ names: [String], _ pools: [(name: String, values: [SQL])]) -> SQL {
        let alias = table.path.last ?? ""
        let target: SQL = "\(name: table.path)"
        guard !names.isEmpty else { return "INSERT INTO \(target) DEFAULT VALUES RETURNING 1" }
        let wide = pools.filter { $0.values.count > 1 }
        let sources: [SQL] = wide.map { pool in
            let rows: [SQL] = pool.values.map { "SELECT \($0) AS v" }
            return "(\(rows, separator: " UNION ALL ")) AS \(name: "pool_\(pool.name)")"
        }
        let items: [SQL] = pools.map { pool in
            let value: SQL = pool.values.count > 1 ? "\(name: "pool_\(pool.name)").v" : pool.values[0]
            return "\(value) AS \(name: pool.name)"
        }
        let from: SQL = sources.isEmpty ? "" : " FROM \(sources, separator: ", ")"
        let conditions = table.checks.map { "(\(SQL.enclosed($0))) IS NOT FALSE" as SQL }
        let whole: SQL = conditions.isEmpty ? "" : " WHERE \(conditions, separator: " AND ")"
        let forced: SQL = table.columns.contains(where: \.isIdentity) ? " OVERRIDING SYSTEM VALUE" : ""
        return """
            INSERT INTO \(target) (\(names: names))\(forced) SELECT \(names: names) FROM (SELECT \(items, separator: ", ")\(from)) \
            AS \(name: alias)\(whole) LIMIT 1 RETURNING 1
            """
    }

    /// A text that is to become something else must be one of that.
    private func candidates(for column: SeedTable.Column, row: Int) -> [SQL] {
        if let new = column.newType, new != column.type, isText(column.type), !isText(new),
            let value = values.value(of: new, number: number, row: row)
        {
            return ["CAST(\(value) AS \(raw: column.type))"]
        }
        return values.value(of: column.type, number: number, row: row).map { [$0] } ?? []
    }

    private func isText(_ type: String) -> Bool {
        let word = type.lowercased()
        return word == "text" || word.hasPrefix("character") || word.hasPrefix("varchar")
    }

    private func mentions(_ column: String, in condition: String, _ syntax: SQLSyntax) -> Bool {
        var reader = SQLReader(condition, syntax)
        while let token = reader.next() {
            if let name = reader.name(of: token), syntax.key(of: name) == syntax.key(of: column) { return true }
        }
        return false
    }

    /// The values of columns that refer to a row: `nil` for one that can have none.
    private func references(of table: SeedTable, row: Int, isSparse: Bool) -> [String: SQL?] {
        var result: [String: SQL?] = [:]
        let nullable = Dictionary(table.columns.map { ($0.name, $0.takesNull) }, uniquingKeysWith: { $1 })
        for reference in table.references where reference.targets.count == reference.columns.count {
            let count = counts[reference.table] ?? 0
            let mayBeNull = reference.columns.contains { nullable[$0] == true }
            for (column, target) in zip(reference.columns, reference.targets) where result[column] == nil {
                if reference.table == table.path, count == 0 {
                    // A row that refers to itself would need to know its own key.
                    if nullable[column] == true { result[column] = .some("NULL") }
                } else if count == 0 || isSparse && mayBeNull {
                    result[column] = .some(nullable[column] == true ? "NULL" : nil)
                    if nullable[column] != true, mayBeNull { result[column] = nil }
                } else {
                    let order: [SQL] = reference.targets.map { "\(name: $0)" }
                    result[column] = .some(
                        """
                        (SELECT \(name: target) FROM \(name: reference.table) ORDER BY \(order, separator: ", ") \
                        LIMIT 1 OFFSET \(row % count))
                        """)
                }
            }
        }
        return result
    }
}

extension Array where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
