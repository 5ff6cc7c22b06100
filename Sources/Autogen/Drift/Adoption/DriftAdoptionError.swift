public import AutogenDrift
public import AutogenSchema

/// Why drift can't be taken over.
public enum DriftAdoptionError: ExplainedError, Sendable {
    /// No finding has these ids; those that can be taken over follow.
    case unknown([String], known: [Finding])
    /// No SQL makes these of what is declared, such as a revision that is not applied.
    case impossible([Finding])
    /// A revision that the database lacks changes them, too.
    case pending([Finding])
    /// The declared schema has changes without a revision, which would get into the same one.
    case uncovered(Int)
    /// The files could not be edited so that they declare these; the SQL that does, and what kept them from loading.
    case notEditable([Finding], sql: String, fault: String?)
    /// Nothing says which revisions the database has.
    case unrecorded(String)

    /// `usage` for what was asked for, `difference` for what is in the way.
    public var category: ErrorCategory {
        switch self {
        case .unknown: .usage
        case .impossible, .pending, .uncovered, .notEditable, .unrecorded: .difference
        }
    }

    /// What can't be, and what to do.
    public var explanation: Explanation {
        switch self {
        case .unknown(let ids, let known):
            Explanation(
                "no finding that can be taken over has the id \(ids.joined(separator: ", "))",
                advice: known.isEmpty
                    ? "there is none; nothing was changed" : "there are\n" + Self.lines(known))
        case .impossible(let findings):
            Explanation(
                "this can't be taken over:\n"
                    + findings.map { "  \($0.title)\($0.advice.map { ": \($0)" } ?? "")" }.joined(separator: "\n"),
                advice: "nothing was changed")
        case .pending(let findings):
            Explanation(
                "revisions that the database lacks change this, too:\n" + Self.lines(findings),
                advice: "nothing was changed; autogen upgrade --allow drift first, then see what is left")
        case .uncovered(let count):
            Explanation(
                "the declared schema has \(count == 1 ? "a change" : "\(count) changes") that no revision brings",
                advice: "nothing was changed; autogen revision -m MESSAGE --from head first")
        case .notEditable(let findings, let sql, let fault):
            Explanation(
                "the declared files could not be edited so that they say this:\n" + Self.lines(findings)
                    + (fault.map { "\nwith it they don't load:\n\($0)" } ?? "") + "\nadd to them what amounts to\n"
                    + sql,
                advice: "nothing was changed; then autogen revision -m MESSAGE --from head, and autogen stamp head")
        case .unrecorded(let database):
            Explanation(
                "which revisions \(database) has can't be read", advice: "use a role that may read the version table")
        }
    }

    private static func lines(_ findings: [Finding]) -> String {
        findings.map { "  \($0.id)  \($0.title)" }.joined(separator: "\n")
    }
}
