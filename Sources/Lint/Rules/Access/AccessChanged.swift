import AutogenSchema

/// Who may do what changes: a grant, an owner, a policy, row security or default privileges of what is there.
///
/// For teams in which somebody is to look at each such change.
enum AccessChanged: LintRule {
    static let code = "access-changed"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        let kinds: [Kind] = [.owner, .grant, .defaultPrivileges, .policy, .securityLabel]
        let gone = kinds.flatMap { script.gone($0) }.filter { isOfWhatStays($0, script.after) }
        let new = kinds.flatMap { script.new($0) }.filter { isOfWhatStays($0, script.before) }
        let security = script.changed(Table.self).filter {
            $0.old.rowSecurity != $0.new.rowSecurity || $0.old.forcedRowSecurity != $0.new.forcedRowSecurity
        }.map(\.id)
        return gone.map { fault("\($0) goes", $0, script) } + new.map { fault("\($0) comes", $0, script) }
            + security.map { fault("row security of \(SQL.shown($0.path)) changes", $0, script) }
    }

    private static func isOfWhatStays(_ id: ObjectID, _ catalog: Catalog) -> Bool {
        if id.kind == .policy { return catalog.contains(ObjectID(.table, path: id.tablePath)) }
        return id.target.map { catalog.contains($0) } ?? true
    }

    private static func fault(_ message: String, _ id: ObjectID, _ script: LintScript) -> LintFault {
        script.fault("\(message): who may do what changes", "have it read by who answers for access", of: id)
    }
}
