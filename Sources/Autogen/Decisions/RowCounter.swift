import AutogenConnection
import AutogenSchema

/// Counts the rows that hold what a script would take away.
struct RowCounter {
    /// Nobody waits for the size of a table of millions to be told exactly.
    private static let limit = 1_000_000

    /// Nor for a lock that somebody else holds, nor while a table is read that is larger than memory. A policy that hides
    /// rows from who counts makes an error of it.
    private static let settings: [SQL] = [
        "SET LOCAL lock_timeout = '2s'", "SET LOCAL statement_timeout = '10s'", "SET LOCAL row_security = off",
    ]

    let connection: any Connection

    /// `nil` for what the database does not have, at least not by this name.
    func rows(of object: Address) async throws -> RowCount? {
        guard let query = query(object) else { return .unknown }
        do {
            guard let count = try await answer(to: query).first?.int("count") else { return .unknown }
            return count > Self.limit ? .moreThan(Self.limit) : .exactly(count)
        } catch {
            switch error.reason {
            case .cancelled, .connection: throw error
            case .statement, .timeout, .locked, .unsafe, .result: return isMissing(error) ? nil : .unknown
            }
        }
    }

    private func answer(to query: SQL) async throws(DatabaseError) -> Rows {
        switch connection.dialect {
        case .sqlite: try await connection.query(query)
        case .postgresql: try await connection.query(query, under: Self.settings)
        }
    }

    private func query(_ object: Address) -> SQL? {
        let path = object.path
        switch object.kind {
        case "column" where path.count > 1:
            // The values, wherever rows have one.
            let column: SQL = "\(name: path[path.count - 1])"
            return counted(Array(path.dropLast()), where: "t.\(column) IS NOT NULL")
        case "table", "partition", "virtual table", "rows": return counted(path, where: "true")
        default: return nil
        }
    }

    private func counted(_ table: [String], where condition: SQL) -> SQL {
        "SELECT count(*) AS count FROM (SELECT 1 FROM \(name: table) AS t WHERE \(condition) LIMIT \(Self.limit + 1)) AS s"
    }

    /// No such table, column or schema.
    private func isMissing(_ error: DatabaseError) -> Bool {
        switch connection.dialect {
        case .postgresql: ["42P01", "42703", "3F000"].contains(error.code)
        case .sqlite: error.message.hasPrefix("no such table") || error.message.hasPrefix("no such column")
        }
    }
}
