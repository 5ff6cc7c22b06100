import AutogenSchema

/// A call that makes no sense, said in one line.
struct UsageError: ExplainedError {
    let explanation: Explanation
    var category: ErrorCategory { .usage }

    init(_ reason: String) { explanation = Explanation(reason) }
}
