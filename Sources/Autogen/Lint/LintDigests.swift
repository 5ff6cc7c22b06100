import AutogenLint
import AutogenRevisions
import AutogenSchema

/// Digests of all that decides what looking at a script shows.
struct LintDigests {
    private let context: String
    private let texts: [RevisionID: String]

    /// - Parameter texts: scripts as they stand in their files, comments included.
    init(_ project: Project, own: [OwnRule], texts: [RevisionID: String]) {
        self.texts = texts
        context = Self.context(of: project, own: own)
    }

    /// A digest of the settings and rules that decide what is found.
    static func context(of project: Project, own: [OwnRule]) -> String {
        let levels = project.lint.levels.map {
            "\($0.code) \($0.level.rawValue) \($0.schema ?? "") \($0.table ?? "")"
        }
        let roles = project.roles.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let options = project.databaseOptions.map(\.rawValue).sorted()
        let objects = (project.objects.include.map { ("in", $0) } + project.objects.exclude.map { ("out", $0) })
            .map { "\($0.0) \($0.1.schema ?? "") \($0.1.table ?? "") \($0.1.kind ?? "")" }
        let limits = "\(project.migration.lockLimit)"
        let parts: [[String]] = [
            [AutogenVersion.text, limits, project.naming.text, project.versionTable.qualified.joined(separator: ".")],
            levels, own.map { "\($0.file)\n\($0.sql)" }, roles, options, objects, project.extensions,
        ]
        return SHA256.hexadecimal(parts.map { $0.joined(separator: "\n") }.joined(separator: "\u{1}"))
    }

    /// One for each script whose text is at hand.
    ///
    /// - Parameter server: where scripts run, and the version of the database there.
    func digests(of graph: RevisionGraph, server: String) -> [RevisionID: String] {
        // What comes before a script is in the digests of what it needs.
        var histories: [RevisionID: String] = [:]
        var digests: [RevisionID: String] = [:]
        for script in graph.scripts {
            let before = script.revision.needs.sorted().map { histories[$0] ?? $0.text }.joined(separator: "+")
            histories[script.id] = SHA256.hexadecimal("\(before)\n\(script.checksum)")
            guard let text = texts[script.id] else { continue }
            digests[script.id] = SHA256.hexadecimal(
                [context, server, script.revision.dialect.rawValue, before, script.file, text].joined(
                    separator: "\u{1}"))
        }
        return digests
    }
}
