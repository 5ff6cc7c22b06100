public import AutogenDiff
import AutogenSchema

/// Changes as a person wants to read them: without the parts of what is new or gone as a whole.
public enum ChangeSummary {
    /// The changes but those of columns, constraints and the like of a table that is itself created or dropped.
    public static func visible(_ changes: [Change]) -> [Change] {
        let created = paths { if case .create(let object) = $0 { object } else { nil } }
        let dropped = paths { if case .drop(let object) = $0 { object } else { nil } }
        return changes.filter { change in
            switch change {
            case .create(let object): !isPart(object.id, of: created)
            case .drop(let object): !isPart(object.id, of: dropped)
            case .alter: true
            }
        }
        func paths(_ object: (Change) -> SchemaObject?) -> Set<[String]> {
            Set(changes.lazy.compactMap(object).filter { isWhole($0.kind) }.map(\.id.path))
        }
    }

    private static let wholes: Set<Kind> = [
        .table, .virtualTable, .view, .materializedView, .domain, .compositeType, .sequence,
    ]

    private static func isWhole(_ kind: Kind) -> Bool { wholes.contains(kind) }

    private static func isPart(_ id: ObjectID, of wholes: Set<[String]>) -> Bool {
        let path = id.target?.path ?? id.path
        if id.target != nil || id.kind == .sequenceOwner, wholes.contains(path) { return true }
        return path.count > 2 && (2..<path.count).contains { wholes.contains(Array(path.prefix($0))) }
    }
}
