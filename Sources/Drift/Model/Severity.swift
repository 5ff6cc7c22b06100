/// How bad a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing, and nothing breaks by it: a comment, a statistics target.
    case info
    /// The database does what it should today.
    case warning
    /// The database is not what the code that runs on it was written for.
    case error

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }

    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}
