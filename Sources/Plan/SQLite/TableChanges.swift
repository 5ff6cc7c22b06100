import AutogenDiff
import AutogenSchema

/// Gathers the changes of a table's parts: left as they are where `ALTER TABLE` can make all of them, one alteration of
/// the table where it must be rebuilt.
struct TableChanges {
    private let from: ObjectID
    private let to: ObjectID
    private var changes: [Change] = []

    static func regrouped(_ changes: [Change], from: Catalog, to: Catalog) -> [Change] {
        // Names that differ in case only are one table to SQLite, and its rows must be kept.
        let old = tables(of: from)
        let new = tables(of: to)
        var groups: [String: TableChanges] = [:]
        var result: [Change] = []
        for change in changes {
            switch change.id.kind {
            case .table, .column, .columnDefault, .constraint:
                let key = change.id.path.count > 1 ? change.id.path[1].folded : ""
                guard let before = old[key], let after = new[key] else {
                    result.append(change)
                    continue
                }
                groups[key, default: TableChanges(from: before, to: after)].changes.append(change)
            default:
                result.append(change)
            }
        }
        let changed = Set(changes.map(\.id))
        let sorted = groups.sorted(by: { $0.key < $1.key }).map(\.value)
        let rebuilt = Set(sorted.lazy.filter { !$0.isNative(from: from, to: to, changed: changed) }.map(\.to))
        for group in sorted {
            result += rebuilt.contains(group.to) ? group.rebuild(from: from, to: to) : group.changes
        }
        return result
    }

    private init(from: ObjectID, to: ObjectID) {
        self.from = from
        self.to = to
    }

    private static func tables(of catalog: Catalog) -> [String: ObjectID] {
        var tables: [String: ObjectID] = [:]
        for id in catalog.objects.ids where id.kind == .table { tables[id.name.folded] = id }
        return tables
    }

    private func isNative(from: Catalog, to: Catalog, changed: Set<ObjectID>) -> Bool {
        self.from == self.to && NativeAlteration(changes, from: from, to: to, changed: changed).isPossible
    }

    private func rebuild(from: Catalog, to: Catalog) -> [Change] {
        guard let before = from[self.from], let after = to[self.to] else { return changes }
        return [.alter(Comparison.alteration(from: before, to: after))]
    }
}
