import AutogenMetadata
import AutogenPlan
import AutogenSchema

/// Writes what somebody did to a part of a table into the files that declare it: SQLite keeps what the author of the live
/// table wrote.
struct SQLitePartEdit {
    let edit: FindingEdit
    let from: Catalog
    let to: Catalog

    private var root: ObjectID { edit.root }

    /// `nil` for what is no part of a table.
    func write(into text: inout SchemaText) -> Bool? {
        guard let object = to[root] ?? from[root] else { return nil }
        switch object.definition {
        case .table(let table):
            return from.contains(root) && to.contains(root)
                ? text.rewrite(root, as: table.declaration.value + ";") : nil
        case .column, .columnDefault, .constraint:
            guard let table = edit.whole(from: from, to: to) else { return nil }
            return edit.manner == .author ? write(object, of: table, into: &text) : rewrite(table, in: &text)
        default: return nil
        }
    }

    /// The whole statement of the table as it is now.
    private func rewrite(_ table: ObjectID, in text: inout SchemaText) -> Bool {
        guard let body = to.body(table, as: Table.self) else { return false }
        return text.rewrite(table, as: body.declaration.value + ";")
    }

    private func write(_ object: SchemaObject, of table: ObjectID, into text: inout SchemaText) -> Bool? {
        if object.kind == .column {
            guard to.contains(root) else { return text.removeColumn(root, of: table) }
            guard let member = edit.member(root, in: to) else { return false }
            return from.contains(root)
                ? text.replaceColumn(root, of: table, by: member) : text.addColumn(member, to: table)
        }
        guard let column = column(of: object, in: table) else { return nil }
        // A column that comes or goes has what is said in its definition.
        guard from.contains(column), to.contains(column), let member = edit.member(column, in: to) else { return true }
        return text.replaceColumn(column, of: table, by: member)
    }

    /// The column in whose definition something stands.
    private func column(of object: SchemaObject, in table: ObjectID) -> ObjectID? {
        switch object.definition {
        case .columnDefault: return ObjectID(.column, path: object.id.path)
        case .constraint(let body):
            guard body.position.value < 0 else { return nil }
            let catalog = to.contains(object.id) ? to : from
            return catalog.ids(of: .column).first { id in
                catalog.parent(of: id) == table
                    && catalog.body(id, as: Column.self)?.position.value == -body.position.value
            }
        default: return nil
        }
    }
}
