import Autogen
import AutogenSchema

/// What nobody decided, for programs: `{"refused":[{"code":...,"object":...,"rows":...,"answers":[...]}]}`.
enum RefusedJSON {
    static func text(of refused: Refused) -> String {
        JSON.object([JSON.Member("refused", .array(refused.questions.map(json)))]).description
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
            JSON.Member("answers", .array(question.answers.map { .string($0) })),
        ])
    }
}
