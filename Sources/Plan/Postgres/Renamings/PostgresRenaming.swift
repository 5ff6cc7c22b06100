import AutogenSchema

/// `ALTER ... RENAME` and `ALTER ... SET SCHEMA` (<https://www.postgresql.org/docs/current/sql-altertable.html>).
enum PostgresRenaming {
    /// The columns of the tables below, which a parent's name reaches.
    static func along(with object: Address, in start: Catalog) -> [Address] {
        guard object.kind == Kind.column.rawValue else { return [] }
        let relation = Array(object.path.prefix(2))
        return start.ids(of: .column).filter { column in
            column.name == object.ownName && column.relationPath != relation
                && InheritanceTree.ancestors(of: column.relationPath, in: start).contains(relation)
        }.map { Address($0) }
    }

    static func statement(_ step: RenameStep, in start: Catalog) -> SQL {
        let container = Array(step.from.prefix(2))
        let (old, new) = (step.oldName, step.name)
        guard let kind = Kind(rawValue: step.object.kind) else {
            return step.object.kind == "label"
                ? "ALTER TYPE \(name: container) RENAME VALUE \(literal: old) TO \(literal: new)"
                : "ALTER TYPE \(name: container) RENAME ATTRIBUTE \(name: old) TO \(name: new) CASCADE"
        }
        let id = ObjectID(kind, path: step.object.path)
        let word = ObjectReference.kind(id, in: start)
        switch kind {
        case .column:
            return
                "ALTER \(relationWord(of: id, in: start)) \(name: container) RENAME COLUMN \(name: old) TO \(name: new)"
        case .constraint: return "ALTER TABLE \(name: container) RENAME CONSTRAINT \(name: old) TO \(name: new)"
        case .domainConstraint: return "ALTER DOMAIN \(name: container) RENAME CONSTRAINT \(name: old) TO \(name: new)"
        case .rule, .trigger, .policy:
            return "ALTER \(word) \(name: old) ON \(name: container) RENAME TO \(name: new)"
        default:
            let object: SQL = "ALTER \(word) \(reference(step, kind, id, in: start))"
            guard step.changesSchema else { return "\(object) RENAME TO \(name: new)" }
            return "\(object) SET SCHEMA \(name: step.to[0])"
        }
    }

    /// The word for what a column is part of: a table, a view, a materialized view.
    private static func relationWord(of column: ObjectID, in start: Catalog) -> SQL {
        for kind in [Kind.view, .materializedView] {
            let relation = ObjectID(kind, path: column.relationPath)
            if start.contains(relation) { return ObjectReference.kind(relation, in: start) }
        }
        return ObjectReference.kind(ObjectID(.table, path: column.relationPath), in: start)
    }

    /// The name that the object has at the moment, with what belongs to it.
    private static func reference(_ step: RenameStep, _ kind: Kind, _ id: ObjectID, in start: Catalog) -> SQL {
        switch kind {
        case .function: return "\(name: Array(step.from.dropLast()))(\(raw: id.name))"
        case .aggregate:
            let arguments = start.body(id, as: Aggregate.self)?.arguments ?? ""
            return "\(name: Array(step.from.dropLast()))(\(raw: arguments.isEmpty ? "*" : arguments))"
        default:
            // An operator class or family has its index method behind its name.
            guard let object = start[id] else { return "\(name: step.from)" }
            let moved = ObjectID(kind, path: step.from)
            var catalog = Catalog(dialect: start.dialect, version: start.version)
            catalog.insert(SchemaObject(moved, object.definition))
            return PostgresRules.rule(for: kind)?.reference(moved, in: catalog) ?? "\(name: step.from)"
        }
    }

    /// Whether the object gets its new name by a statement of its own, and not along with that of a parent or of its type.
    ///
    /// The functions that make values of a range are called like it, stay behind, and are the server's own superuser's: so a
    /// range type is made anew, and what has it moves over.
    static func isAlone(_ object: Address, in start: Catalog, with renames: Renames) -> Bool {
        if object.kind == Kind.rangeType.rawValue { return false }
        guard object.kind == Kind.column.rawValue || object.kind == Kind.constraint.rawValue,
            let name = renames[object]?.new.last
        else { return true }
        let relation = Array(object.path.prefix(2))
        func handsDown(_ kind: String, _ path: [String]) -> Bool {
            renames[Address(kind: kind, path: path + [object.ownName])]?.new.last == name
        }
        if object.kind == Kind.column.rawValue,
            let type = start.body(ObjectID(.table, path: relation), as: Table.self)?.ofType, !type.isEmpty
        {
            return !handsDown("attribute", type)
        }
        return !InheritanceTree.ancestors(of: relation, in: start).contains { handsDown(object.kind, $0) }
    }
}
