import AutogenConnection
import AutogenSchema

/// Compares how many rows point nowhere before and after a script, in the tables where the script can make a difference.
struct ReferenceCheck {
    private enum Scope {
        case all
        /// Those that refer or are referred to, folded.
        case tables(Set<String>)
    }

    /// Rows that point nowhere, by child and parent.
    private typealias Counts = [String: (pair: [String], count: Int)]

    private let connection: any Connection
    private let scope: Scope
    /// By folded child; `nil` where one of its keys refers to no key, which SQLite accepts but can't check.
    private var before: [String: Counts?] = [:]

    init(before touched: TouchedTables, on connection: any Connection) async throws {
        self.connection = connection
        scope = try await Self.scope(of: touched, on: connection)
        for child in try await children() { before[child.folded] = .some(try await count(child)) }
    }

    /// What is broken that was whole before, in words.
    func broken() async throws -> [String] {
        var broken: [String] = []
        for child in try await children() {
            guard let known = before[child.folded, default: [:]] else { continue }
            for (key, found) in try await count(child) ?? [:] where found.count > known[key]?.count ?? 0 {
                let names = found.pair.map { SQL.quoted(name: $0) }
                broken.append("\(found.count) of \(names[0]) without their \(names[1])")
            }
        }
        return broken.sorted()
    }

    private static func scope(of touched: TouchedTables, on connection: any Connection) async throws -> Scope {
        guard !touched.isUnknown else { return .all }
        let attached = try await connection.query(
            "SELECT 1 FROM pragma_database_list WHERE name NOT IN ('main', 'temp')")
        guard attached.isEmpty else { return .all }
        var tables = touched.tables
        let objects = try await connection.query(
            """
            SELECT type, name, tbl_name, sql LIKE 'create unique%' AS is_unique FROM main.sqlite_schema
            WHERE type IN ('trigger', 'index') AND sql IS NOT NULL
            UNION ALL SELECT type, name, tbl_name, 0 FROM temp.sqlite_schema WHERE type = 'trigger'
            """)
        var triggered = touched.triggered
        for row in objects {
            let table = try row.string("tbl_name").folded
            if try row.string("type") == "trigger" { triggered.insert(table) }
            // A unique index may be the key that others refer to.
            if try row.bool("is_unique"), touched.droppedIndexes.contains(try row.string("name").folded) {
                tables.insert(table)
            }
        }
        return touched.writesRows && !triggered.isDisjoint(with: tables) ? .all : .tables(tables)
    }

    /// The tables to look at, as they are named now.
    private func children() async throws -> [String] {
        if case .tables(let tables) = scope, tables.isEmpty { return [] }
        let rows = try await connection.query(
            """
            SELECT s.name AS child, f."table" AS parent FROM main.sqlite_schema s, pragma_foreign_key_list(s.name, 'main') f
            WHERE s.type = 'table' AND s.rootpage > 0
            """)
        var children: [String: String] = [:]
        for row in rows {
            let child = try row.string("child")
            let names = [child.folded, try row.string("parent").folded]
            switch scope {
            case .all: children[child.exact] = child
            case .tables(let tables): if !tables.isDisjoint(with: names) { children[child.exact] = child }
            }
        }
        return children.sorted { $0.key < $1.key }.map(\.value)
    }

    private func count(_ child: String) async throws -> Counts? {
        let rows: Rows
        do {
            rows = try await connection.query(
                """
                SELECT "table" AS child, parent, count(*) AS n
                FROM pragma_foreign_key_check(\(literal: child), 'main') GROUP BY 1, 2
                """)
        } catch {
            guard error.message.hasPrefix("foreign key mismatch") else { throw error }
            return nil
        }
        var counts: Counts = [:]
        for row in rows {
            let pair = [try row.string("child"), try row.string("parent")]
            counts[pair.exact] = (pair, try row.int("n"))
        }
        return counts
    }
}
