import AutogenSchema

/// A table with its columns in their order, as far as copying rows is concerned.
struct TableShape {
    struct Member {
        let id: ObjectID
        let column: Column
        let defaultValue: DefaultValue?

        var name: String { id.name }
    }

    let members: [Member]
    let hasRowid: Bool
    let isStrict: Bool
    let autoincrements: Bool
    /// The column that is another name of the rowid (<https://www.sqlite.org/lang_createtable.html#rowid>).
    let rowidColumn: String?

    init(_ table: ObjectID, _ catalog: Catalog, _ parts: [ObjectID: [ObjectID]]) {
        var members: [Member] = []
        var key: Constraint?
        for part in parts[table] ?? [] {
            if let column = catalog.body(part, as: Column.self) {
                let value = catalog.body(ObjectID(.columnDefault, path: part.path), as: ColumnDefault.self)
                members.append(
                    Member(id: part, column: column, defaultValue: value.map { DefaultValue($0.expression) }))
            } else if let constraint = catalog.body(part, as: Constraint.self), constraint.type == .primaryKey {
                key = constraint
            }
        }
        self.members = members.sorted { $0.column.position.value < $1.column.position.value }
        let hasRowid = catalog.body(table, as: Table.self)?.withoutRowid == false
        self.hasRowid = hasRowid
        isStrict = catalog.body(table, as: Table.self)?.strict ?? false
        autoincrements = key?.autoincrement.value ?? false
        // `id INTEGER PRIMARY KEY DESC` is no such column, by a bug that SQLite keeps for compatibility.
        if hasRowid, let key, key.columns.count == 1, !key.descending.value {
            rowidColumn = members.first { $0.name == key.columns[0] && $0.column.type == "INTEGER" }?.name
        } else {
            rowidColumn = nil
        }
    }

    func member(_ name: String) -> Member? { members.first { $0.name.folded == name.folded } }
}
