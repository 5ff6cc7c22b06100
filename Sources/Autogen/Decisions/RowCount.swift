import AutogenConnection
import AutogenSchema

/// How many rows hold something that a script would take away, as far as somebody could count them.
public enum RowCount: Sendable, Hashable, CustomStringConvertible {
    case exactly(Int)
    /// Counting ended there.
    case moreThan(Int)
    case unknown

    public var isZero: Bool { self == .exactly(0) }

    /// `1 row`, `1,000 rows`, `more than 1,000,000 rows`, `rows unknown`
    public var description: String {
        switch self {
        case .exactly(1): "1 row"
        case .exactly(let count): "\(Self.grouped(count)) rows"
        case .moreThan(let count): "more than \(Self.grouped(count)) rows"
        case .unknown: "rows unknown"
        }
    }

    private static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return String(digits)
    }
}

/// Counts the rows that hold what a script would take away.
struct RowCounter {
    /// Nobody waits for the size of a table of millions to be told exactly.
    private static let limit = 1_000_000

    let connection: any Connection

    /// Zero for what the database does not have.
    func rows(of object: Address) async throws -> RowCount {
        guard let query = query(object) else { return .unknown }
        do {
            // An error must not end a transaction of the caller's.
            let rows = try await connection.transaction(.snapshot) { try await connection.query(query) }
            guard let count = try rows.first?.int("count") else { return .unknown }
            return count > Self.limit ? .moreThan(Self.limit) : .exactly(count)
        } catch let error as DatabaseError {
            switch error.reason {
            case .cancelled, .connection: throw error
            default: return isMissing(error) ? .exactly(0) : .unknown
            }
        }
    }

    private func query(_ object: Address) -> SQL? {
        let path = object.path
        switch object.kind {
        case "column" where path.count > 2:
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
