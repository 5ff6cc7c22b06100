import AutogenRevisions

/// One line about a revision: `3f2a9c81d0be  add users [billing] (head)`.
enum RevisionLine {
    static func text(
        of script: RevisionScript, in graph: RevisionGraph, current: Set<RevisionID> = []
    ) -> String {
        var text = "\(script.id)  \(script.revision.message)"
        let labels = script.revision.labels
        if !labels.isEmpty { text += " [\(labels.joined(separator: ", "))]" }
        if graph.heads.contains(script.id) { text += " (head)" }
        if graph.branchPoints.contains(script.id) { text += " (branch point)" }
        if script.revision.downRevisions.count > 1 { text += " (merge)" }
        if current.contains(script.id) { text += " (current)" }
        return text
    }
}
