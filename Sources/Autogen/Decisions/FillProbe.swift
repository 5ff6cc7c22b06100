import AutogenConnection
import AutogenPlan
import AutogenRevisions
import AutogenSQLText
public import AutogenSchema

/// Finds out whether an expression for rows is one, and depends on the row, and whether a zone is one, by asking a scratch
/// database.
struct FillProbe {
    let autogen: SchemaMigrator

    /// - Parameter catalog: the schema that the values are for.
    func decisions(
        _ values: [Hazard.Matter: [Address: String]], for needs: [Need], in catalog: Catalog
    ) async throws -> Decisions {
        var decisions = Decisions()
        var expressions: [ObjectID: String] = [:]
        for need in needs {
            guard let text = values[need.kind]?[need.object] else { continue }
            let column = ObjectID(.column, path: need.object.path)
            switch need.kind {
            case .value: expressions[column] = text
            case .zone: decisions.zones[column] = text
            }
        }
        let zones = Set(decisions.zones.values)
        guard !expressions.isEmpty || !zones.isEmpty else { return decisions }
        let texts = Set(expressions.values)
        for text in texts { try checkWhole(text, catalog.dialect) }
        let rowwise = try await autogen.scratch(catalog.dialect).withScratch { connection in
            let engine = catalog.dialect.authoring
            for zone in zones.sorted() { try await engine.check(zone: zone, on: connection) }
            return try await dependent(texts, on: connection)
        }
        decisions.fills = expressions.mapValues {
            Fill(expression: $0, dependsOnRow: rowwise.contains($0))
        }
        return decisions
    }

    /// The expressions that can't be defaults of columns; those that name what an empty database does not have count as
    /// such, since an `UPDATE` does with any.
    private func dependent(_ expressions: Set<String>, on connection: any Connection) async throws -> Set<String> {
        let engine = connection.dialect.authoring
        var dependent: Set<String> = engine.fillsByCopying ? expressions : []
        for (number, expression) in expressions.sorted().enumerated() {
            // The newline ends a comment at the end of the expression.
            let table: SQL = "CREATE TEMP TABLE \(name: "fill_\(number)") (c text DEFAULT (\(raw: expression)\n))"
            do { try await connection.execute(table) } catch {
                guard error.reason != .connection, error.reason != .cancelled else { throw error }
                // Only its type is another than text's.
                if engine.isOfOtherType(error) { continue }
                guard !engine.isNoExpression(error) else {
                    throw FillError(.fill, expression, error.message)
                }
                dependent.insert(expression)
            }
        }
        return dependent
    }

    /// Parentheses that it does not open itself end those that it stands in.
    private func checkWhole(_ expression: String, _ dialect: Dialect) throws(FillError) {
        var reader = SQLReader(expression, dialect.syntax)
        guard !reader.isAtEnd else { throw FillError(.fill, expression, "it is empty") }
        var depth = 0
        while let token = reader.next() {
            if token.kind == .opening { depth += 1 }
            if token.kind == .closing { depth -= 1 }
            guard token.isClosed, depth >= 0 else { break }
            guard token.kind != .semicolon else { throw FillError(.fill, expression, "a semicolon ends it") }
            if reader.isAtEnd, depth == 0 { return }
        }
        throw FillError(.fill, expression, "its parentheses and quotes do not close what they open")
    }
}

/// A value for rows that is no SQL expression, or a zone that the server does not know.
public struct FillError: ExplainedError, Sendable, Hashable {
    /// Which decision the text was given as.
    public enum Part: Sendable, Hashable {
        /// A value for rows.
        case fill
        /// A time zone.
        case zone
    }

    /// Whether it was to be a value or a zone.
    public let part: Part
    /// The expression or the name of the zone, as it was given.
    public let text: String
    /// What is wrong with it; the engine's own words where it was tried.
    public let message: String

    init(_ part: Part, _ text: String, _ message: String) {
        (self.part, self.text, self.message) = (part, text, message)
    }

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// The text and what is wrong with it.
    public var explanation: Explanation {
        switch part {
        case .fill: Explanation("fill: \"\(text)\" is no SQL expression: \(message)")
        case .zone:
            Explanation(
                "zone: \"\(text)\" is no time zone that the server knows: \(message); write it as Europe/Berlin or UTC")
        }
    }
}
