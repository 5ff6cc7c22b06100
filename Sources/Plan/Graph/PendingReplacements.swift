import AutogenSchema

/// The objects that are gone for a moment, or out of the way, while a plan's steps run one after the other.
struct PendingReplacements {
    private let impact: Impact
    private var open: Set<ObjectID> = []

    init(_ impact: Impact) { self.impact = impact }

    /// Whether a reader of the database would miss nothing now. Rows on their way to another table are not followed.
    var isEmpty: Bool { open.isEmpty && impact.rowSources.isEmpty }

    mutating func take(_ step: Step) {
        if case .create(let object) = step, !impact.setAside.contains(object.id) { open.remove(object.id) }
        guard isMissed(step.id) else { return }
        let isAside = impact.setAside.contains(step.id)
        switch step {
        case .setAside: open.insert(step.id)
        case .drop:
            if isAside {
                open.remove(step.id)
            } else if impact.objects.recreated.contains(step.id) {
                open.insert(step.id)
            }
        case .create: if !isAside { open.remove(step.id) }
        case .alter: if isAside { open.remove(step.id) }
        case .fill: break
        }
    }

    /// Something is gone, or hidden, until these are there.
    mutating func await(_ successors: Set<ObjectID>) { open.formUnion(successors) }

    /// Whether somebody could get another answer without it.
    private func isMissed(_ id: ObjectID) -> Bool {
        switch id.kind {
        case .comment, .statistics: false
        case .index: impact.objects.from.body(id, as: Index.self)?.unique == true
        default: true
        }
    }
}
