import Autogen
import AutogenDiff
import AutogenSchema

/// What nobody decided, for programs: `{"refused":[{"code":...,"object":...,"rows":...,"answers":[...]}]}`.
enum RefusedJSON {
    static func text(of refused: Refused) -> String {
        JSON.object([JSON.Member("refused", .array(refused.questions.map(json)))]).description
    }

    /// `nil` for what is no refusal.
    static func text(of error: AutogenError) -> String? {
        switch error {
        case .drifted(_, _, let changes):
            let differences = ChangeSummary.visible(changes).map { change in
                refusal("drift", change.id.description, ChangeSummary.line(of: change), "--from head")
            }
            return JSON.object([JSON.Member("refused", .array(differences))]).description
        case .notProved:
            let fault = refusal("unproved", nil, "\(error)", "--allow unproved")
            return JSON.object([JSON.Member("refused", .array([fault]))]).description
        case .noDatabase, .noDialect, .differentDialects, .noSource, .behind, .notRun, .noTemplate, .notText, .noField,
            .noPackage, .exists, .notWritten, .changedMeanwhile:
            return nil
        }
    }

    private static func refusal(_ code: String, _ object: String?, _ message: String, _ answer: String) -> JSON {
        .object([
            JSON.Member("code", .string(code)), JSON.Member("object", object.map(JSON.string) ?? .null),
            JSON.Member("message", .string(message)), JSON.Member("rows", .null),
            JSON.Member("answers", .array([.string(answer)])),
        ])
    }

    /// `rows` is a number, or null where nobody could count.
    private static func json(_ question: Question) -> JSON {
        let rows: JSON =
            switch question.rows {
            case .exactly(let count), .moreThan(let count): .integer(Int64(count))
            case .unknown: .null
            }
        return .object([
            JSON.Member("code", .string(question.matter.rawValue)),
            JSON.Member("object", .string(question.object.description)),
            JSON.Member("message", .string(question.message)), JSON.Member("rows", rows),
            JSON.Member("answers", .array(CommandLineAdvice.options(for: question).map { .string($0) })),
        ])
    }
}
