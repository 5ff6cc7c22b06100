import AutogenConnection
package import AutogenPlan
package import AutogenSchema

/// A revision as planned, not yet tried or written.
package struct RevisionDraft: Sendable, Hashable {
    /// Statements on the way back, and where they lead.
    package struct Detour: Sendable {
        let statements: [Statement]
        let catalog: Catalog
        /// What rows get in columns that must have a value then.
        let fills: [ObjectID: Fill]

        package init(_ statements: [Statement], to catalog: Catalog, filling fills: [ObjectID: Fill]) {
            self.statements = statements
            self.catalog = catalog
            self.fills = fills
        }
    }

    package var revision: Revision
    package let upgrade: Plan
    package let downgrade: Plan

    /// Plans the way between two schemas and back; `nil` when they are the same.
    ///
    /// - Parameters:
    ///   - heads: what the revision comes after.
    ///   - renamed: the start with the names of the target, where some objects get others.
    ///   - decisions: what rows get where the schemas don't tell.
    ///   - downgradeDecisions: the same for the way back; what nobody decided can still be given when it runs.
    ///   - online: which tables nobody is to wait for.
    ///   - detour: what comes first on the way back, and the schema that it makes of the target.
    package init?(
        message: String, from start: Catalog, to target: Catalog, after heads: [RevisionID], rules: any DDLRules,
        renamed: RenamedStart? = nil, decisions: Decisions = Decisions(), downgradeDecisions: Decisions = Decisions(),
        online: OnlineTables = .none, detour: Detour? = nil
    ) throws(PlanError) {
        let planner = Planner(rules: rules, online: online)
        let start = renamed?.catalog ?? start
        let up = try planner.plan(from: start, to: target, decisions: decisions)
        upgrade = renamed.map { up.following($0.script) } ?? up
        guard !upgrade.isEmpty else { return nil }
        var back = downgradeDecisions
        back.leavesPlaces = true
        back.fills.merge(detour?.fills ?? [:]) { given, _ in given }
        var down = try planner.plan(from: detour?.catalog ?? target, to: start, decisions: back)
        if let detour { down = down.following(detour.statements) }
        downgrade = renamed.map { down.followed(byReversing: $0.script) } ?? down
        let isWhole = (upgrade.statements + downgrade.statements).allSatisfy { $0.transaction == .shared }
        func sql(_ plan: Plan) -> String {
            let statements = plan.statements.filter { !$0.isPinned }
            guard isWhole else {
                return ScriptText.text(
                    of: Statement.inTransactions(statements, in: target.dialect), in: target.dialect, commitPoints: [],
                    marksData: true)
            }
            return ScriptText.text(
                of: statements, in: target.dialect, commitPoints: CommitPoint.places(in: statements, target.dialect),
                marksData: true)
        }
        revision = Revision(
            id: .random(), downRevisions: heads, message: message, created: .now(), dialect: target.dialect,
            transaction: isWhole ? .yes : .no, upgrade: sql(upgrade), downgrade: sql(downgrade))
        revision.renames = upgrade.renames
        if target.dialect.session.pins != nil { revision.settings = .pinned }
    }

    /// The script as it would be written, for trying it.
    package func script() throws(ScriptError) -> RevisionScript {
        try RevisionScript(parsing: ScriptText.text(of: revision), file: revision.fileName)
    }
}
