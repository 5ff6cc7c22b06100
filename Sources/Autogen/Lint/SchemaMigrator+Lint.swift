import AutogenConnection
public import AutogenLint
import AutogenReflection
public import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// What the rules find in the upgrades of scripts, which run in a scratch database behind what they come after.
    ///
    /// ```swift
    /// for finding in try await autogen.lint(autogen.newScripts(since: "origin/main")) {
    ///     print("\(finding.file):\(finding.line): \(finding.message) [\(finding.code)]")
    /// }
    /// ```
    ///
    /// Nothing of the project's database is read. Throws what loading the revisions throws; a script that a database refuses is
    /// a finding.
    public func lint(_ scripts: [RevisionScript]) async throws -> [LintFinding] {
        let graph = try project.revisions.graph()
        let wanted = Set(scripts.map(\.id))
        var rest = graph.scripts.filter { wanted.contains($0.id) }[...]
        var findings: [LintFinding] = []
        while let first = rest.first {
            // Those that come after one another share a scratch database; one of another branch begins anew.
            let line = [first] + rest.dropFirst().prefix { graph.ancestors(of: [$0.id]).contains(first.id) }
            step("running \(line.count == 1 ? first.file : "\(line.count) scripts") in a scratch database")
            let looked = try await lint(line, graph, splits: true)
            findings += looked.findings
            rest = rest.dropFirst(looked.count)
            guard looked.count < line.count, let failed = rest.first else { continue }
            // In one transaction it may be accepted, as it will run.
            let whole = try await lint([failed], graph, splits: false)
            findings += whole.findings
            rest = rest.dropFirst()
            guard whole.isRefused else { continue }
            // What comes after it has nothing to start from.
            let later = graph.descendants(of: [failed.id])
            rest = rest.filter { !later.contains($0.id) }[...]
        }
        for script in scripts {
            findings += try unaccepted(in: script).map {
                LintFinding(
                    code: "unaccepted-loss", severity: .error, file: script.file, line: $0.line,
                    message: "\($0.object): \($0.message), and no line of the header accepts that",
                    advice: "keep the values, or accept the loss: autogen check --accept --allow data-loss")
            }
        }
        return findings
    }

    /// The scripts that are new since this branch and another part; all where the other is not given and there is none.
    public func newScripts(since reference: String?) async throws -> [RevisionScript] {
        let graph = try project.revisions.graph()
        let folders = [project.revisions.scripts] + project.revisions.others
        func new(since name: String) async throws -> [RevisionScript] {
            let base = try await GitTree.mergeBase(with: name, of: project.root)
            let known = try await GitTree.with(.commit(base), of: project.root, paths: folders) { tree in
                try Set(project.revisions.moved(to: tree.folder).graph().scripts.map(\.checksum))
            }
            return graph.scripts.filter { !known.contains($0.checksum) }
        }
        if let reference { return try await new(since: reference) }
        let names = ["origin/HEAD", "origin/main", "main"]
        for name in names {
            do { return try await new(since: name) } catch is GitError { continue }
        }
        note("note: all scripts are looked at: Git knows no common commit with \(names.joined(separator: ", "))")
        return graph.scripts
    }

    /// The findings of scripts one after the other, and how many of them ran.
    private func lint(
        _ scripts: [RevisionScript], _ graph: RevisionGraph, splits: Bool
    ) async throws -> (findings: [LintFinding], count: Int, isRefused: Bool) {
        guard let dialect = scripts.first?.revision.dialect else { return ([], 0, false) }
        return try await scratch(dialect).withScratch { connection in
            var applied: Set<RevisionID> = []
            var findings: [LintFinding] = []
            for (count, script) in scripts.enumerated() {
                for earlier in graph.upgrades(to: [script.id], applied: applied) where earlier.id != script.id {
                    try await earlier.replay(.upgrade, on: connection)
                    applied.insert(earlier.id)
                }
                let before = try await reflect(connection)
                do {
                    let statements = try await script.observed(.upgrade, on: connection, splits: splits)
                    applied.insert(script.id)
                    let after = try await reflect(connection)
                    findings += Linter.findings(
                        in: LintScript(
                            file: script.file, dialect: dialect, statements: statements.map(LintStatement.init),
                            before: before, after: after))
                } catch let error as DatabaseError where error.reason == .statement || error.reason == .unsafe {
                    guard !splits else { return (findings, count, true) }
                    findings.append(
                        LintFinding(
                            code: "refused", severity: .error, file: script.file, line: 1,
                            message: "a scratch database refuses it: \(error.message)",
                            advice: "autogen verify shows the statement"))
                    return (findings, count, true)
                }
            }
            return (findings, scripts.count, false)
        }
    }
}

extension LintStatement {
    fileprivate init(_ observed: ObservedStatement) {
        self.init(
            sql: observed.sql, line: observed.line, facts: observed.facts, transaction: observed.transaction,
            comments: observed.comments.map { LintComment(text: $0.text, line: $0.line) })
    }
}
