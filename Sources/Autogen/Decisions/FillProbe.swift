import AutogenConnection
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// Finds out whether an expression for rows depends on the row, by asking a scratch database.
struct FillProbe {
    let autogen: Autogen
    let from: Catalog
    let to: Catalog

    /// - Parameter catalog: the schema that the values are for.
    func decisions(
        _ values: [Address: String], for needs: [Need], in catalog: Catalog
    ) async throws -> Decisions {
        var decisions = Decisions()
        var expressions: [ObjectID: String] = [:]
        for need in needs {
            guard let text = values[need.object] else { continue }
            let column = ObjectID(.column, path: need.object.path)
            switch need.kind {
            case .value: expressions[column] = text
            case .zone: decisions.zones[column] = text
            }
        }
        guard !expressions.isEmpty else { return decisions }
        // SQLite copies the rows in any case.
        let dependent =
            catalog.dialect == .postgresql ? try await dependent(Set(expressions.values)) : Set(expressions.values)
        decisions.fills = expressions.mapValues {
            Fill(expression: $0, dependsOnRow: dependent.contains($0))
        }
        return decisions
    }

    /// The expressions that can't be defaults of columns; those that name what an empty database does not have count as
    /// such, since an `UPDATE` does with any.
    private func dependent(_ expressions: Set<String>) async throws -> Set<String> {
        try await autogen.scratch(.postgresql).withScratch { connection in
            var dependent: Set<String> = []
            for (number, expression) in expressions.sorted().enumerated() {
                // The newline ends a comment at the end of the expression.
                let table: SQL = "CREATE TEMP TABLE \(name: "fill_\(number)") (c text DEFAULT (\(raw: expression)\n))"
                do { try await connection.execute(table) } catch let error as DatabaseError {
                    switch error.code {
                    // Only its type is another than text's.
                    case "42804": continue
                    case "42601": throw FillError(expression: expression, message: error.message)
                    default:
                        guard error.reason != .connection, error.reason != .cancelled else { throw error }
                        dependent.insert(expression)
                    }
                }
            }
            return dependent
        }
    }
}

/// A value for rows that is no SQL expression.
public struct FillError: Error, Sendable, Hashable, CustomStringConvertible {
    public let expression: String
    public let message: String

    public var description: String { "--fill: \"\(expression)\" is no SQL expression: \(message)" }
}
