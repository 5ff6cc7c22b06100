import AutogenSchema

/// Columns of views that have another name: `CREATE OR REPLACE VIEW` refuses them, `ALTER VIEW` renames them.
extension Renamings {
    mutating func renameViewColumns() {
        for id in target.ids(of: .view) {
            guard let from = catalog.body(id, as: View.self), let to = target.body(id, as: View.self),
                from.columns.count <= to.columns.count
            else { continue }
            let pairs = zip(from.columns, to.columns)
            let isSame = pairs.allSatisfy { $0.type == $1.type && $0.collation == $1.collation }
            let (old, new) = (from.columns.map(\.name), to.columns.map(\.name))
            let isClear = pairs.allSatisfy { $0.name == $1.name || (!new.contains($0.name) && !old.contains($1.name)) }
            guard isSame, isClear else { continue }
            for (old, new) in pairs where old.name != new.name { renameColumn(old.name, new.name, of: id) }
        }
    }

    private mutating func renameColumn(_ old: String, _ new: String, of id: ObjectID) {
        let column = ObjectID(.viewColumn, path: id.path + [old])
        let statement = Statement("ALTER VIEW \(name: id.path) RENAME COLUMN \(name: old) TO \(name: new)")
        apply(statement, moves: [column: ObjectID(.viewColumn, path: id.path + [new])]) { object in
            guard object.id == id, case .view(var view) = object.definition else { return object.definition }
            for index in view.columns.indices where view.columns[index].name == old { view.columns[index].name = new }
            return .view(view)
        }
    }
}
