/// SQLite: which foreign keys `PRAGMA foreign_key_check` can check. It fails on one whose target is no key of its table,
/// which SQLite otherwise accepts until a row is written (<https://www.sqlite.org/foreignkeys.html#fk_schemas>).
package struct ForeignKeyTargets: Sendable {
    private var foreignKeys: [ObjectID: [(id: ObjectID, body: Constraint)]] = [:]
    private var keys: [String: Keys] = [:]

    private struct Keys: Sendable {
        var primary: [String]?
        var all: Set<Set<String>> = []
    }

    package init(_ catalog: Catalog) {
        for id in catalog.objects.ids where [.table, .view, .virtualTable].contains(id.kind) {
            keys[id.name.folded] = Keys()
        }
        for object in catalog.objects {
            guard let table = catalog.parent(of: object.id) else { continue }
            let name = table.name.folded
            switch object.definition {
            case .constraint(let constraint):
                if constraint.type == .foreignKey { foreignKeys[table, default: []].append((object.id, constraint)) }
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
    package func references(of table: ObjectID) -> [String] {
        (foreignKeys[table] ?? []).compactMap { $0.body.references.last?.folded }
    }

    /// Whether the foreign keys of a table can be checked. A target that does not exist is no obstacle.
    package func areSound(of table: ObjectID) -> Bool { (foreignKeys[table] ?? []).allSatisfy { isSound($0.body) } }

    /// Those that can't be checked.
    package var unsound: [(id: ObjectID, body: Constraint)] {
        foreignKeys.values.joined().filter { !isSound($0.body) }.sorted { $0.id < $1.id }
    }

    private func isSound(_ constraint: Constraint) -> Bool {
        guard let target = keys[constraint.references.last?.folded ?? ""] else { return true }
        if constraint.referencedColumns.isEmpty { return target.primary?.count == constraint.columns.count }
        return target.all.contains(Self.set(constraint.referencedColumns))
    }
}

extension Constraint {
    /// SQLite: what a foreign key that ``ForeignKeyTargets`` finds unsound means for who writes rows.
    package var unsoundness: String {
        let target = references.last ?? ""
        let columns =
            referencedColumns.isEmpty
            ? "primary key of as many columns" : "unique key (\(referencedColumns.joined(separator: ", ")))"
        return "\(target) has no \(columns) that it could refer to, so SQLite refuses writes while foreign keys are on"
    }
}
