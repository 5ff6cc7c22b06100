import AutogenSchema

/// How bad it is that an object of a kind is not as it should be.
enum SeverityRule {
    static func severity(of finding: FindingKind, _ kind: Kind) -> Severity {
        if isRemark(kind) { return .info }
        switch finding {
        case .missing, .changed, .renamed, .disabledTrigger, .editedRevision, .unknownRevision, .unreachable:
            return .error
        case .openExpansion: return .info
        case .unexpected, .invalidIndex, .unvalidatedConstraint, .pendingRevision, .severalHeads, .withoutRevision:
            return .warning
        }
    }

    /// Whether the database works the same without it.
    private static func isRemark(_ kind: Kind) -> Bool {
        switch kind {
        case .comment, .securityLabel, .statistics: true
        default: false
        }
    }
}
