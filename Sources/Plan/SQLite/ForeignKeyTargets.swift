import AutogenSchema

/// Whether `PRAGMA foreign_key_check` can run: it fails on a foreign key whose target is no key of its table, which SQLite
/// otherwise accepts until a row is written (<https://www.sqlite.org/foreignkeys.html#fk_schemas>).
enum ForeignKeyTargets {
    static func areSound(in catalog: Catalog) -> Bool {
        let keys = uniqueKeys(of: catalog)
        let relations = Dictionary(
            catalog.objects.keys.filter { [.table, .view, .virtualTable].contains($0.kind) }.map { ($0.path, $0) },
            uniquingKeysWith: { first, _ in first })
        return catalog.objects.values.allSatisfy { object in
            guard case .constraint(let constraint) = object.definition, constraint.type == .foreignKey,
                let target = relations[constraint.references]
            else { return true }
            let known = keys[target] ?? Keys()
            if constraint.referencedColumns.isEmpty { return known.primary?.count == constraint.columns.count }
            return known.all.contains(Set(constraint.referencedColumns))
        }
    }

    private struct Keys {
        var primary: [String]?
        var all: Set<Set<String>> = []
    }

    private static func uniqueKeys(of catalog: Catalog) -> [ObjectID: Keys] {
        var keys: [ObjectID: Keys] = [:]
        for object in catalog.objects.values {
            guard let table = catalog.parents[object.id] else { continue }
            switch object.definition {
            case .constraint(let constraint) where constraint.type == .primaryKey || constraint.type == .unique:
                if constraint.type == .primaryKey { keys[table, default: Keys()].primary = constraint.columns }
                if isPlain(constraint.definition) { keys[table, default: Keys()].all.insert(Set(constraint.columns)) }
            case .index(let index) where index.unique && isPlain(index.definition):
                keys[table, default: Keys()].all.insert(Set(index.columns))
            default: continue
            }
        }
        return keys
    }

    /// Neither partial, nor over expressions, nor with a collation that may not be the column's.
    private static func isPlain(_ definition: String) -> Bool {
        !definition.contains("COLLATE") && !definition.contains("WHERE") && definition.count { $0 == "(" } == 1
    }
}
