import AutogenSchema

/// A domain has a check. To change it, all tables that have a column of the domain are read at once, while nobody writes
/// to them; and a column of the domain that is added later has its table written anew.
///
/// A check on each column can be added `NOT VALID`, and validated table by table.
enum DomainCheck: LintRule {
    static let code = "domain-check"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        script.new(.domainConstraint).map { id in
            script.fault(
                "another check of the domain will have all tables read that have a column of it",
                "a CHECK on the columns", of: ObjectID(.domain, path: Array(id.path.dropLast())))
        }
    }
}
