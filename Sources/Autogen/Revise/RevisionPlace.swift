import AutogenRevisions

/// Where a new revision stands in the history.
struct RevisionPlace {
    let id: RevisionID
    let down: [RevisionID]
    let dependsOn: [RevisionID]

    init(_ options: RevisionOptions, in graph: RevisionGraph) throws {
        id = options.id ?? .random()
        if let other = graph[id] { throw RevisionOptionsError.idTaken(id, file: other.file) }
        for label in options.labels {
            guard RevisionID(label) != nil else { throw RevisionOptionsError.badLabel(label) }
            if let other = graph.scripts.first(where: { $0.revision.labels.contains(label) || $0.id.text == label }) {
                throw RevisionOptionsError.labelTaken(label, file: other.file)
            }
        }
        if options.after.isEmpty {
            down = try graph.head().map { [$0] } ?? []
        } else {
            down = try options.after.flatMap { try graph.resolveAll($0, applied: nil) }
        }
        if !options.splice, let other = down.first(where: { !graph.children(of: $0).isEmpty }) {
            throw RevisionOptionsError.notAHead(other)
        }
        dependsOn = try options.dependsOn.flatMap { try graph.resolveAll($0, applied: nil) }
    }
}
