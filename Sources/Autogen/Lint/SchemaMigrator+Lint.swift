import AutogenConnection
public import AutogenLint
public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// What the rules find in the upgrades of scripts, which run in a scratch database behind what they come after.
    ///
    /// ```swift
    /// let report = try await autogen.lint(autogen.newScripts(since: "origin/main"))
    /// for finding in report.findings {
    ///     print("\(finding.file):\(finding.line): \(finding.message) [\(finding.code)]")
    /// }
    /// ```
    ///
    /// Nothing of the project's database is read, and in a Git repository no script runs again of which nothing has changed
    /// that decides what is found. Throws what loading the revisions throws; a script that a database refuses is a finding.
    public func lint(_ scripts: [RevisionScript]) async throws -> LintReport {
        try await lint(scripts, in: try project.revisions.graph(), remembering: project.root)
    }

    /// - Parameters:
    ///   - graph: what is in the project's folders.
    ///   - root: the folder in whose repository it is kept what was found.
    package func lint(
        _ scripts: [RevisionScript], in graph: RevisionGraph, remembering root: String
    ) async throws -> LintReport {
        let own = try OwnRules(project)
        try project.lint.check(own: own.all)
        let wanted = Set(scripts.map(\.id))
        let chosen = graph.scripts.filter { wanted.contains($0.id) }
        let texts = Dictionary(
            try chosen.map { ($0.id, try project.revisions.text(of: $0)) }, uniquingKeysWith: { first, _ in first })
        let records = try await records(of: chosen, graph, own, texts, root)
        var findings = chosen.flatMap { records[$0.id]?.findings ?? [] }
        for script in chosen {
            findings += try unaccepted(in: script).map {
                LintFinding(
                    code: Linter.unacceptedLoss, severity: .error, file: script.file, line: $0.line,
                    message: "\($0.object): \($0.message), and no line of the header accepts that",
                    advice: "keep the values, or accept the loss: autogen check --accept --allow data-loss")
            }
        }
        findings += try await dropsOfDeclared(records, chosen, graph)
        let lines = Dictionary(
            chosen.map { ($0.file, (texts[$0.id] ?? "").replacing("\r\n", with: "\n")) },
            uniquingKeysWith: { first, _ in first }
        ).mapValues { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        return LintReport(
            scripts: chosen.filter { records[$0.id] != nil }.map(\.file),
            notRun: chosen.filter { records[$0.id] == nil }.map(\.file),
            findings: findings.map { $0.quoting(lines[$0.file] ?? []) })
    }

    /// What is known of scripts, or else shown by running them.
    private func records(
        of scripts: [RevisionScript], _ graph: RevisionGraph, _ own: OwnRules, _ texts: [RevisionID: String],
        _ root: String
    ) async throws -> [RevisionID: LintRecord] {
        guard let dialect = scripts.first?.revision.dialect else { return [:] }
        let looker = ScriptLooker(migrator: self, graph: graph, own: own)
        guard var memory = LintMemory(root: root) else { return try await looker.look(at: scripts).records }
        let place = SHA256.hexadecimal(
            "\(dialect.rawValue) \(project.scratch) \(project.url(for: .scratch).map { "\($0)" } ?? "")")
        let digests = LintDigests(project, own: own.all, texts: texts)
        var server = memory.server(at: place) ?? ""
        while true {
            let keys = digests.digests(of: graph, server: "\(place) \(server)")
            let known = memory.records(Set(keys.values))
            var records: [RevisionID: LintRecord] = [:]
            for script in scripts { records[script.id] = keys[script.id].flatMap { known[$0] } }
            let missing = scripts.filter { records[$0.id] == nil }
            guard !missing.isEmpty else { return records }
            let looked = try await looker.look(at: missing)
            let now = looked.server ?? server
            let newKeys = now == server ? keys : digests.digests(of: graph, server: "\(place) \(now)")
            var found: [String: LintRecord] = [:]
            // What is refused today may lack something that is there tomorrow.
            for (id, record) in looked.records where !record.isRefused {
                if let key = newKeys[id] { found[key] = record }
            }
            memory.remember(found, server: now, at: place)
            records.merge(looked.records) { $1 }
            // Another version may say otherwise of what the one before has shown.
            guard now != server, records.count > looked.records.count else { return records }
            server = now
        }
    }

    /// What scripts drop though the declared schema has it, and nothing brings it back.
    private func dropsOfDeclared(
        _ records: [RevisionID: LintRecord], _ scripts: [RevisionScript], _ graph: RevisionGraph
    ) async throws -> [LintFinding] {
        guard records.values.contains(where: { !$0.drops.isEmpty }), graph.heads.count == 1,
            !records.values.contains(where: \.isRefused),
            let dialect = scripts.first?.revision.dialect, !coversDeclared(graph, dialect)
        else { return [] }
        let (reached, target): (Catalog, Catalog)
        do {
            (reached, target) = try await ends(of: graph, dialect)
        } catch let error as any ExplainedError where error.category == .usage || error.category == .database {
            note("note: whether the declared schema has what scripts drop is not known: \(error.reason)")
            return []
        }
        let missing = Set(target.objects.ids.filter { !reached.contains($0) }.map { Address($0) })
        return scripts.flatMap { script in
            (records[script.id]?.drops ?? []).filter { missing.contains($0.object) }.map { drop in
                LintFinding(
                    code: "drop-of-declared", severity: .error, file: script.file, line: drop.line, column: drop.column,
                    message: "\(drop.object) goes, and the declared schema has it",
                    advice: "take it out of the declared files, or leave it in the database")
            }
        }
    }

    /// Whether the last snapshot was made from the declared files as they are.
    private func coversDeclared(_ graph: RevisionGraph, _ dialect: Dialect) -> Bool {
        guard let head = graph.heads.first, let recorded = try? project.revisions.header(of: head)?.declared else {
            return false
        }
        return (try? declaredDigest(dialect).text) == recorded
    }
}
