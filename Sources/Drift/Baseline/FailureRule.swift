/// Which findings make a run fail: all of a kind, or all from a severity on.
///
/// ```swift
/// FailureRule("error")           // findings of severity error
/// FailureRule("invalid-index")   // findings of this kind
/// FailureRule("none")            // nothing
/// ```
public enum FailureRule: Sendable, Hashable {
    /// All findings of this kind.
    case kind(FindingKind)
    /// All findings of this severity and above.
    case severity(Severity)
    /// No finding.
    case none

    /// Reads the word of a kind or severity, or `none`; `nil` for any other.
    public init?(_ text: String) {
        if let kind = FindingKind(rawValue: text) {
            self = .kind(kind)
        } else if let severity = Severity(rawValue: text) {
            self = .severity(severity)
        } else if text == "none" {
            self = .none
        } else {
            return nil
        }
    }

    /// Every word that is understood.
    public static var words: [String] {
        Severity.allCases.map(\.rawValue) + FindingKind.allCases.map(\.rawValue) + ["none"]
    }

    func applies(to finding: Finding) -> Bool {
        switch self {
        case .kind(let kind): finding.kind == kind
        case .severity(let severity): finding.severity >= severity
        case .none: false
        }
    }
}

extension DriftReport {
    /// The new findings that one of the rules is about; without rules, all new ones.
    public func failures(_ rules: [FailureRule]) -> [Finding] {
        rules.isEmpty ? news : news.filter { finding in rules.contains { $0.applies(to: finding) } }
    }
}
