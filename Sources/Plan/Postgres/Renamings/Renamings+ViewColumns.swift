import AutogenSchema

/// Columns of views that have another name: `CREATE OR REPLACE VIEW` refuses them, `ALTER VIEW` renames them.
extension Renamings {
    mutating func renameViewColumns() {
        var statements: [Statement] = []
        var moves: [ObjectID: ObjectID] = [:]
        var names: [ObjectID: [String: String]] = [:]
        for id in target.ids(of: .view) {
            guard let from = catalog.body(id, as: View.self), let to = target.body(id, as: View.self),
                from.columns.count <= to.columns.count
            else { continue }
            let pairs = zip(from.columns, to.columns)
            let isSame = pairs.allSatisfy { $0.type == $1.type && $0.collation == $1.collation }
            let (old, new) = (from.columns.map(\.name), to.columns.map(\.name))
            let isClear = pairs.allSatisfy { $0.name == $1.name || (!new.contains($0.name) && !old.contains($1.name)) }
            guard isSame, isClear else { continue }
            for (old, new) in pairs where old.name != new.name {
                statements.append(
                    Statement("ALTER VIEW \(name: id.path) RENAME COLUMN \(name: old.name) TO \(name: new.name)"))
                moves[ObjectID(.viewColumn, path: id.path + [old.name])] =
                    ObjectID(.viewColumn, path: id.path + [new.name])
                names[id, default: [:]][old.name] = new.name
            }
        }
        guard !statements.isEmpty else { return }
        apply(statements, moves: moves) { object in
            guard let names = names[object.id], case .view(var view) = object.definition else {
                return object.definition
            }
            for index in view.columns.indices {
                view.columns[index].name = names[view.columns[index].name] ?? view.columns[index].name
            }
            return .view(view)
        }
    }
}
