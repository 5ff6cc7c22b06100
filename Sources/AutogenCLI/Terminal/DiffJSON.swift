import Autogen
import AutogenDiff
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// A difference for programs: `{"dialect":...,"renames":[...],"changes":[...],"statements":[...],"candidates":[...]}`.
///
/// Candidates are what may have another name, which nobody has said: `{"rename":"column main.t.nm -> name","percent":96}`.
enum DiffJSON {
    static func text(of diff: SchemaDiff) -> String {
        JSON.object([
            JSON.Member("dialect", .string(diff.dialect.rawValue)),
            JSON.Member("renames", .array(diff.plan.renames.map { .string($0.description) })),
            JSON.Member("changes", .array(diff.plan.changes.map(json))),
            JSON.Member("statements", .array(statements(of: diff.plan))),
            JSON.Member("candidates", .array(diff.candidates.map(json))),
        ]).description
    }

    /// As a program has to run them.
    static func statements(of plan: Plan) -> [JSON] { Statement.suspendingForeignKeys(plan.statements).map(json) }

    private static func json(_ candidate: RenameCandidate) -> JSON {
        .object([
            JSON.Member("rename", .string(candidate.rename.description)),
            JSON.Member("percent", .integer(Int64(candidate.percent))),
        ])
    }

    static func json(_ change: Change) -> JSON {
        let (word, differences): (String, [Difference]) =
            switch change {
            case .create: ("create", [])
            case .drop: ("drop", [])
            case .alter(let alteration): ("alter", alteration.differences)
            }
        var members = [
            JSON.Member("change", .string(word)), JSON.Member("object", change.id.json),
            JSON.Member("name", .string(change.id.description)),
        ]
        if !differences.isEmpty { members.append(JSON.Member("differences", .array(differences.map(json)))) }
        return .object(members)
    }

    private static func json(_ difference: Difference) -> JSON {
        .object([
            JSON.Member("attribute", .string(difference.attribute)), JSON.Member("from", .string(difference.from)),
            JSON.Member("to", .string(difference.to)),
        ])
    }

    static func json(_ statement: Statement) -> JSON {
        let hazards = statement.hazards.map { hazard in
            let object = hazard.object.map { [JSON.Member("object", .string("\($0)"))] } ?? []
            return JSON.object(
                [JSON.Member("kind", .string(hazard.kind.rawValue))] + object
                    + [JSON.Member("message", .string(CommandLineAdvice.text(of: hazard)))])
        }
        return .object([
            JSON.Member("sql", .string(statement.sql.text)),
            JSON.Member("transactional", .bool(statement.isTransactional)), JSON.Member("hazards", .array(hazards)),
        ])
    }
}
