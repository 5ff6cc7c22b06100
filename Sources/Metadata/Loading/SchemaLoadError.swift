public import AutogenSchema

/// The declared schema does not load: every place that was refused, in the order of the files.
public struct SchemaLoadError: ExplainedError, Sendable, Hashable {
    /// The statements that were refused, and the bytes that are no SQL.
    public let problems: [SourceProblem]
    /// How many statements could not run only because of the problems.
    public let blocked: Int
    /// What else was noticed until then.
    public let notes: [Note]

    init(_ problems: [SourceProblem], blocked: Int = 0, notes: [Note] = []) {
        self.problems = problems
        self.blocked = blocked
        self.notes = notes
    }

    /// `unsafe` where a statement reached out of the scratch database, `database` otherwise.
    public var category: ErrorCategory { problems.contains(where: \.isUnsafe) ? .unsafe : .database }

    /// Each problem with its place, as ``problems`` has them.
    public var explanation: Explanation {
        var parts = problems.map(\.description)
        if blocked == 1 { parts.append("1 more statement needs what these would have made") }
        if blocked > 1 { parts.append("\(blocked) more statements need what these would have made") }
        return Explanation(parts.joined(separator: "\n"))
    }
}
