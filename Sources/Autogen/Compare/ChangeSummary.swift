package import AutogenDiff
import AutogenSchema

/// Changes as a person wants to read them: without the parts of what is new or gone as a whole.
package enum ChangeSummary {
    /// The changes but those of columns, constraints and the like of a table that is itself created or dropped.
    package static func visible(_ changes: [Change]) -> [Change] {
        let created = paths { if case .create(let object) = $0 { object } else { nil } }
        let dropped = paths { if case .drop(let object) = $0 { object } else { nil } }
        return changes.filter { change in
            switch change {
            case .create(let object): !isPart(object.id, of: created)
            case .drop(let object): !isPart(object.id, of: dropped)
            case .alter: true
            }
        }
        func paths(_ object: (Change) -> SchemaObject?) -> Set<String> {
            Set(changes.lazy.compactMap(object).filter { isWhole($0.kind) }.map(\.id.path.exact))
        }
    }

    /// One change in one line: long values are left out, and their attribute is only named.
    package static func line(of change: Change) -> String {
        switch change {
        case .create, .drop: return change.description
        case .alter(let alteration):
            return "~ \(alteration.id): " + alteration.differences.map(text).joined(separator: ", ")
        }
    }

    private static func text(of difference: Difference) -> String {
        let from = oneLine(difference.from)
        let to = oneLine(difference.to)
        guard from.count + to.count <= 120 else { return "\(difference.attribute) changed" }
        return "\(difference.attribute) \(from) -> \(to)"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
    }

    private static let wholes: Set<Kind> = [
        .table, .virtualTable, .view, .materializedView, .domain, .compositeType, .sequence,
    ]

    private static func isWhole(_ kind: Kind) -> Bool { wholes.contains(kind) }

    private static func isPart(_ id: ObjectID, of wholes: Set<String>) -> Bool {
        let path = id.target?.path ?? id.path
        if id.target != nil || id.kind == .sequenceOwner, wholes.contains(path.exact) { return true }
        return path.count > 2 && (2..<path.count).contains { wholes.contains(Array(path.prefix($0)).exact) }
    }
}
