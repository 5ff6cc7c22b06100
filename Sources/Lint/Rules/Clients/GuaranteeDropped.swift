import AutogenSchema

/// What a constraint, a unique index, a trigger or a policy made sure of is no longer so.
///
/// Programs that rely on it don't fail; they read rows that there never were.
enum GuaranteeDropped: LintRule {
    static let code = "guarantee-dropped"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        let kinds: [Kind] = [.constraint, .index, .trigger, .policy, .domainConstraint]
        return kinds.flatMap { script.gone($0) }.sorted().compactMap { id in
            if id.kind == .index, script.before.body(id, as: Index.self)?.unique != true { return nil }
            return script.fault(
                "\(id) holds no longer, and programs may rely on it", "say in the script who looks after it now",
                of: id)
        }
    }
}
