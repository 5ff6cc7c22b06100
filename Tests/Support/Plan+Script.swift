public import AutogenConnection
public import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension Plan {
    /// The script as `diff` prints it, with hazards as comments over the statements; without what they go through, which is
    /// held against what is measured.
    public var script: String {
        framed.map { statement in
            statement.hazards.filter { $0.use == nil }.map(comment).joined() + "\(statement.sql);\n"
        }.joined()
    }

    /// The statements as they have to be run one by one: SQLite's with foreign keys off where they must be.
    public var framed: [Statement] { Statement.suspendingForeignKeys(statements) }

    private func comment(_ hazard: Hazard) -> String {
        "-- \(hazard.kind.rawValue): \(hazard.object.map { "\($0): " } ?? "")\(hazard.message)\n"
    }

    /// Runs the statements, in one transaction where all may.
    public func run(on connection: any Connection) async throws {
        let statements = framed
        let isOne = statements.allSatisfy(\.isTransactional)
        if isOne { try await connection.execute("BEGIN") }
        for statement in statements {
            do { try await connection.execute(statement.sql) } catch {
                throw RefusedStatement(sql: statement.sql.text, error: "\(error)")
            }
        }
        if isOne { try await connection.execute("COMMIT") }
    }
}

/// A statement of a plan that the database refuses.
struct RefusedStatement: Error, CustomStringConvertible {
    let sql: String
    let error: String
    var description: String { "\(error)\nin: \(sql)" }
}
