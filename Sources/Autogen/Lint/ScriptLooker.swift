import AutogenConnection
import AutogenLint
import AutogenRevisions
import AutogenSQLText
import AutogenSchema

/// Runs scripts in scratch databases, behind what they come after, and lets the rules look.
struct ScriptLooker {
    let migrator: SchemaMigrator
    let graph: RevisionGraph
    let own: OwnRules

    /// What looking at some scripts has shown, and in which version of the database.
    struct Outcome: Sendable {
        var records: [RevisionID: LintRecord] = [:]
        var server: String?
    }

    /// - Parameter scripts: in the order of the history.
    func look(at scripts: [RevisionScript]) async throws -> Outcome {
        var outcome = Outcome()
        var rest = scripts[...]
        while let first = rest.first {
            // Those that come after one another share a scratch database; one of another branch begins anew.
            let line = [first] + rest.dropFirst().prefix { graph.ancestors(of: [$0.id]).contains(first.id) }
            migrator.step("running \(line.count == 1 ? first.file : "\(line.count) scripts") in a scratch database")
            let looked = try await look(at: line, &outcome)
            rest = rest.dropFirst(looked)
            guard looked < line.count, let failed = rest.first else { continue }
            rest = rest.dropFirst()
            guard outcome.records[failed.id]?.isRefused == true else { continue }
            // What comes after it has nothing to start from.
            let later = graph.descendants(of: [failed.id])
            rest = rest.filter { !later.contains($0.id) }[...]
        }
        return outcome
    }

    /// How a script is run: the later ones where the earlier ones end in a refusal that need not be the script's.
    private enum Manner: CaseIterable {
        /// Behind the schema that the snapshot of what it comes after has, each statement in a transaction.
        case fromSnapshot
        /// Behind all that it comes after, with the rows that this makes.
        case replayed
        /// The same, as one transaction, as it will run.
        case whole

        var splits: Bool {
            switch self {
            case .fromSnapshot, .replayed: true
            case .whole: false
            }
        }
    }

    /// How many of the scripts ran; the one behind them has a record if it is refused or ran by itself.
    private func look(at line: [RevisionScript], _ outcome: inout Outcome) async throws -> Int {
        var count = 0
        for manner in Manner.allCases {
            // In one transaction the first is tried again, by itself.
            let scripts = manner == .whole ? Array(line.dropFirst(count).prefix(1)) : Array(line.dropFirst(count))
            guard !scripts.isEmpty else { return count }
            guard let found = try await run(scripts, manner) else { continue }
            outcome.records.merge(found.records) { $1 }
            outcome.server = found.server
            if manner != .whole { count += found.records.count }
        }
        return count
    }

    /// `nil` where there is no such start.
    private func run(_ scripts: [RevisionScript], _ manner: Manner) async throws -> Outcome? {
        guard let first = scripts.first else { return nil }
        let dialect = first.revision.dialect
        let start = manner == .fromSnapshot ? try snapshot(before: first) : nil
        if manner == .fromSnapshot, start == nil { return nil }
        return try await migrator.scratch(dialect).withScratch { connection in
            let version = try await connection.serverVersion()
            var outcome = Outcome(server: "\(version)")
            var applied: Set<RevisionID> = []
            if let start {
                guard start.version.major == version.major, try await build(start, on: connection)
                else { return nil }
                applied = graph.ancestors(of: first.revision.needs)
            }
            // What was built is what the snapshot says, and need not be read.
            var before = start
            var rows: [[OwnRule.Row]] = start == nil ? [] : try await own.rows(on: connection)
            for script in scripts {
                let due = graph.upgrades(to: [script.id], applied: applied).filter { $0.id != script.id }
                for earlier in due {
                    try await earlier.replay(.upgrade, on: connection)
                    applied.insert(earlier.id)
                }
                if before == nil || !due.isEmpty {
                    before = try await migrator.reflect(connection)
                    rows = try await own.rows(on: connection)
                }
                let known = before ?? migrator.emptyCatalog(dialect, version)
                do {
                    let statements = try await script.observed(
                        .upgrade, on: connection, splits: manner.splits && !script.needsWhole)
                    applied.insert(script.id)
                    let after = try await migrator.reflect(connection)
                    let found = try await own.rows(on: connection)
                    outcome.records[script.id] = record(
                        of: script, statements, from: known, to: after, own: zip(rows, found).map { ($0, $1) })
                    (before, rows) = (after, found)
                } catch let error as RefusedStatement {
                    if manner == .whole {
                        outcome.records[script.id] = refusal(of: script, error.error.message, error.line, error.column)
                    }
                    return outcome
                } catch let error as DatabaseError where error.isRefusal {
                    // What waits for an administrator runs when the schema is read.
                    if manner == .whole { outcome.records[script.id] = refusal(of: script, error.message, 1, 1) }
                    return outcome
                } catch let error as MigrationError where error.category == .usage {
                    if manner == .whole {
                        outcome.records[script.id] = refusal(of: script, error.explanation.reason, 1, 1)
                    }
                    return outcome
                }
            }
            return outcome
        }
    }

    // MARK: - The start

    /// The schema before a script, from the snapshot of the one revision that it comes after, where that is its script's.
    private func snapshot(before script: RevisionScript) throws -> Catalog? {
        let folder = migrator.project.revisions
        let needs = Set(script.revision.needs)
        guard needs.count == 1, let id = needs.first, let earlier = graph[id] else { return nil }
        guard case .current = try SnapshotState(of: earlier, in: folder, isHead: true),
            let catalog = try folder.snapshot(of: id)
        else { return nil }
        return migrator.view(catalog)
    }

    /// Makes a schema in an empty database; false where it can't be made without its history.
    private func build(_ catalog: Catalog, on connection: any Connection) async throws -> Bool {
        guard let plan = try? migrator.creationPlan(of: catalog), let id = RevisionID("start") else {
            return catalog.objects.isEmpty
        }
        var revision = Revision(
            id: id, downRevisions: [], message: "start", created: .now(), dialect: catalog.dialect,
            upgrade: ScriptText.text(of: plan.statements.filter { !$0.isPinned }, in: catalog.dialect), downgrade: "")
        if catalog.dialect.session.pins != nil { revision.settings = .pinned }
        do {
            try await RevisionScript(parsing: ScriptText.text(of: revision), file: "start").replay(
                .upgrade, on: connection)
            return true
        } catch let error as MigrationError where error.category != .cancelled {
            return false
        }
    }

    // MARK: - What is found

    private func record(
        of script: RevisionScript, _ observed: [ObservedStatement], from before: Catalog, to after: Catalog,
        own rows: [(before: [OwnRule.Row], after: [OwnRule.Row])]
    ) -> LintRecord {
        let project = migrator.project
        var looked = LintScript(
            file: script.file, dialect: before.dialect, statements: observed.map(LintStatement.init), before: before,
            after: after, limitsLocks: project.migration.lockLimit > .zero)
        looked.breaches = project.naming.breaches(in: after, beyond: before).map {
            NameBreach($0.id, wanted: $0.wanted)
        }
        let faults = zip(own.all, rows).map { rule, rows in
            (rule: rule, faults: rule.faults(rows.after, before: Set(rows.before), in: looked))
        }
        let findings = Linter.findings(in: looked, project.lint, own: faults)
        let drops = looked.drops.map { id, place -> LintRecord.Drop in
            let statement = looked.statements.indices.contains(place) ? looked.statements[place] : nil
            return LintRecord.Drop(object: Address(id), line: statement?.line ?? 1, column: statement?.column ?? 1)
        }
        return LintRecord(findings: findings, drops: drops)
    }

    private func refusal(of script: RevisionScript, _ message: String, _ line: Int, _ column: Int) -> LintRecord {
        let finding = LintFinding(
            code: "refused", severity: .error, file: script.file, line: line, column: column,
            message: "the temporary database that scripts run in refuses it: \(message)",
            advice:
                "edit the script; or, where it needs an extension, a role or rows that this database lacks, try it by autogen verify"
        )
        return LintRecord(findings: [finding], isRefused: true)
    }
}

extension RevisionScript {
    /// Whether only the whole tells what a database says to it.
    fileprivate var needsWhole: Bool {
        SQLStatement.all(in: revision.upgrade, revision.dialect.syntax).contains(
            where: revision.dialect.lint.needsItsTransaction)
    }
}

extension LintStatement {
    fileprivate init(_ observed: ObservedStatement) {
        self.init(
            sql: observed.sql, line: observed.line, column: observed.column, facts: observed.facts,
            transaction: observed.transaction,
            comments: observed.comments.map { LintComment(text: $0.text, line: $0.line) })
    }
}
