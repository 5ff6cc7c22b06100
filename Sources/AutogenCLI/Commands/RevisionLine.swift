import AutogenRevisions

/// One line about a revision: `3f2a9c81d0be  add users (head)`.
enum RevisionLine {
    static func text(of script: RevisionScript, in graph: RevisionGraph) -> String {
        "\(script.id)  \(script.revision.message)\(graph.heads.contains(script.id) ? " (head)" : "")"
    }
}
