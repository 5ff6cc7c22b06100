import AutogenSchema

/// A constraint or an index has another name than `naming` in `autogen.yaml` gives it.
///
/// Nothing is found in a project that has no `naming`.
///
/// ```yaml
/// naming:
///   index: "{table}_{columns}_idx"
/// ```
enum NameAgainstConvention: LintRule {
    static let code = "name-against-convention"
    static let severity = LintSeverity.note

    static func faults(in script: LintScript) -> [LintFault] {
        script.breaches.compactMap { breach in
            guard script.original(breach.id) == nil else { return nil }
            let columns = script.after.body(breach.id, as: Constraint.self)?.columns ?? []
            return script.fault(
                "\(breach.id) should be named \(breach.wanted)", "give it the name of the convention", of: breach.id,
                columns: columns)
        }
    }
}
