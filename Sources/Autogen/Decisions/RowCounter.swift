import AutogenConnection
import AutogenRevisions
import AutogenSchema

/// Counts the rows that hold what a script would take away.
struct RowCounter {
    /// Nobody waits for the size of a table of millions to be told exactly.
    private static let limit = 1_000_000

    let connection: any Connection

    /// `nil` for what the database does not have, at least not by this name.
    func rows(of object: Address) async throws -> RowCount? {
        guard let query = query(object) else { return .unknown }
        do {
            let answer = try await connection.query(query, under: connection.dialect.rowSettings(.seconds(10)))
            guard let count = try answer.first?.int("count") else { return .unknown }
            return count > Self.limit ? .moreThan(Self.limit) : .exactly(count)
        } catch {
            switch error.reason {
            case .cancelled, .connection: throw error
            case .statement, .timeout, .locked, .unsafe, .result: return engine.isMissing(error) ? nil : .unknown
            }
        }
    }

    private var engine: any AuthoringEngine { connection.dialect.authoring }

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
}
