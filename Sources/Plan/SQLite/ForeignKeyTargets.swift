import AutogenSchema

/// Which foreign keys `PRAGMA foreign_key_check` can check: it fails on one whose target is no key of its table, which
/// SQLite otherwise accepts until a row is written (<https://www.sqlite.org/foreignkeys.html#fk_schemas>).
struct ForeignKeyTargets {
    private var foreignKeys: [ObjectID: [Constraint]] = [:]
    private var keys: [String: Keys] = [:]

    private struct Keys {
        var primary: [String]?
        var all: Set<Set<String>> = []
    }

    init(_ catalog: Catalog) {
        for id in catalog.objects.ids where [.table, .view, .virtualTable].contains(id.kind) {
            keys[id.name.folded] = Keys()
        }
        for object in catalog.objects {
            guard let table = catalog.parent(of: object.id) else { continue }
            let name = table.name.folded
            switch object.definition {
            case .constraint(let constraint):
                if constraint.type == .foreignKey { foreignKeys[table, default: []].append(constraint) }
                guard constraint.type == .primaryKey || constraint.type == .unique else { continue }
                if constraint.type == .primaryKey { keys[name]?.primary = constraint.columns }
                if !constraint.collated.value { keys[name]?.all.insert(Self.set(constraint.columns)) }
            case .index(let index) where index.unique && !index.restricted.value:
                keys[name]?.all.insert(Self.set(index.columns))
            default: continue
            }
        }
    }

    private static func set(_ columns: [String]) -> Set<String> { Set(columns.map { $0.folded }) }

    /// The tables that a table refers to, in small letters.
    func references(of table: ObjectID) -> [String] {
        (foreignKeys[table] ?? []).compactMap { $0.references.last?.folded }
    }

    /// Whether the foreign keys of a table can be checked. A target that does not exist is no obstacle.
    func areSound(of table: ObjectID) -> Bool {
        (foreignKeys[table] ?? []).allSatisfy { constraint in
            guard let target = keys[constraint.references.last?.folded ?? ""] else { return true }
            if constraint.referencedColumns.isEmpty { return target.primary?.count == constraint.columns.count }
            return target.all.contains(Self.set(constraint.referencedColumns))
        }
    }
}
