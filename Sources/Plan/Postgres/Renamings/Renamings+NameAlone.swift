import AutogenSchema

/// Parts of a table that are the same but for their names.
extension Renamings {
    mutating func renameNamesakes() {
        var batch = NameBatch(catalog)
        for kind in [Kind.constraint, .domainConstraint, .index, .statistics, .rule, .trigger, .policy] {
            var candidates = Dictionary(grouping: made(kind)) { target.parent(of: $0.id) }
            guard !candidates.isEmpty else { continue }
            // A name may be free only once its holder has another.
            var waiting = lost(kind)
            var hasProgress = true
            while hasProgress {
                hasProgress = false
                var rest: [SchemaObject] = []
                for old in waiting {
                    guard let parent = catalog.parent(of: old.id),
                        let index = candidates[parent]?.firstIndex(where: { differsInNameAlone(old, $0, batch) }),
                        let new = candidates[parent]?.remove(at: index)
                    else {
                        rest.append(old)
                        continue
                    }
                    batch.add(old, new, renaming(of: old, to: new))
                    hasProgress = true
                }
                waiting = rest
            }
        }
        carryOut(batch)
    }

    /// One object gets another name.
    mutating func rename(_ old: SchemaObject, to new: SchemaObject) {
        var batch = NameBatch(catalog)
        batch.add(old, new, renaming(of: old, to: new))
        carryOut(batch)
    }

    private mutating func carryOut(_ batch: NameBatch) {
        guard !batch.isEmpty else { return }
        apply(batch.statements, moves: batch.moves, definitions: batch.definition(of:))
    }

    private func differsInNameAlone(_ old: SchemaObject, _ new: SchemaObject, _ batch: NameBatch) -> Bool {
        // Statistics have a schema of their own.
        guard old.id.path.dropLast() == new.id.path.dropLast(),
            Self.isSame(old.definition, new.definition), !batch.isHandedDown(old),
            staysAttached(old.id, as: new.id, batch)
        else { return false }
        // The server takes the constraint of a typed table for a column and refuses.
        let isTyped = catalog.body(ObjectID(.table, path: old.id.relationPath), as: Table.self)?.ofType.isEmpty == false
        return !(old.kind == .constraint && isTyped) && batch.isFree(for: old, as: new)
    }

    private func staysAttached(_ old: ObjectID, as new: ObjectID, _ batch: NameBatch) -> Bool {
        guard let parent = Self.parentIndex(of: old, in: catalog) else { return true }
        return batch.indexes[parent] ?? parent == Self.parentIndex(of: new, in: target)
    }

    /// The index of a partitioned table that an index is attached to, with which it goes.
    private static func parentIndex(of id: ObjectID, in catalog: Catalog) -> [String]? {
        let attachment = ObjectID(.indexPartition, path: [id.path.first ?? "", id.name])
        return catalog.body(attachment, as: IndexPartition.self)?.parent
    }

    /// Whether two definitions are the same but for the name of the object, which is part of some texts.
    private static func isSame(_ old: Definition, _ new: Definition) -> Bool {
        switch (old, new) {
        case (.index(let from), .index(var to)):
            to.definition = from.definition
            return from.canBeAltered(to: to) && from.parameters.value == to.parameters.value
                && .index(from) == .index(to)
        case (.trigger(let from), .trigger(var to)):
            to.definition = from.definition
            return from.clause.value == to.clause.value
                && from.isConstraint.value == to.isConstraint.value && .trigger(from) == .trigger(to)
        case (.rule(let from), .rule(var to)):
            to.definition = from.definition
            return from.clause.value == to.clause.value && .rule(from) == .rule(to)
        case (.statistics(let from), .statistics(var to)):
            to.definition = from.definition
            return from.clause.value == to.clause.value && .statistics(from) == .statistics(to)
        default: return old == new
        }
    }

    private func renaming(of old: SchemaObject, to new: SchemaObject) -> Statement {
        let relation = old.id.relationPath
        let name = new.id.name
        let kind = ObjectReference.kind(old.id, in: catalog)
        let sql: SQL =
            switch old.kind {
            case .constraint: "ALTER TABLE \(name: relation) RENAME CONSTRAINT \(name: old.id.name) TO \(name: name)"
            case .domainConstraint:
                "ALTER DOMAIN \(name: relation) RENAME CONSTRAINT \(name: old.id.name) TO \(name: name)"
            case .rule, .trigger, .policy:
                "ALTER \(kind) \(name: old.id.name) ON \(name: relation) RENAME TO \(name: name)"
            default: "ALTER \(kind) \(name: old.id.path) RENAME TO \(name: name)"
            }
        return Statement(sql)
    }
}

/// Objects that get other names, one after the other, before the catalog is written anew for all of them.
struct NameBatch {
    private(set) var statements: [Statement] = []
    private(set) var moves: [ObjectID: ObjectID] = [:]
    /// Schema and name of the indexes among them, before and after.
    private(set) var indexes: [[String]: [String]] = [:]
    private var definitions: [ObjectID: Definition] = [:]
    /// The names of the indexes of each table, before and after.
    private var roles: [ObjectID: [String: String]] = [:]
    /// How many objects occupy a name.
    private var occupied: [String: Int]
    /// The checks of each name.
    private let checks: [String: [ObjectID]]
    private let catalog: Catalog

    init(_ catalog: Catalog) {
        self.catalog = catalog
        occupied = [:]
        for object in catalog.objects {
            for name in PostgresRules.occupiedNames(of: object) { occupied[name, default: 0] += 1 }
        }
        checks = Dictionary(
            grouping: catalog.ids(of: .constraint).filter { catalog.body($0, as: Constraint.self)?.type == .check },
            by: \.name)
    }

    var isEmpty: Bool { moves.isEmpty }

    mutating func add(_ old: SchemaObject, _ new: SchemaObject, _ statement: Statement) {
        statements.append(statement)
        moves[old.id] = new.id
        definitions[old.id] = new.definition
        let held = PostgresRules.occupiedNames(of: old)
        for name in held { occupied[name, default: 1] -= 1 }
        for name in PostgresRules.occupiedNames(of: new) { occupied[name, default: 0] += 1 }
        guard held.contains(where: { $0.hasPrefix("relation ") }) else { return }
        let schema = old.id.path.first ?? ""
        indexes[[schema, old.id.name]] = [schema, new.id.name]
        moves[ObjectID(.indexPartition, path: [schema, old.id.name])] =
            ObjectID(.indexPartition, path: [schema, new.id.name])
        if let table = catalog.parent(of: old.id) { roles[table, default: [:]][old.id.name] = new.id.name }
    }

    /// Whether nothing has the names that an object would get.
    func isFree(for old: SchemaObject, as new: SchemaObject) -> Bool {
        let held = Set(PostgresRules.occupiedNames(of: old))
        return PostgresRules.occupiedNames(of: new).allSatisfy { held.contains($0) || (occupied[$0] ?? 0) == 0 }
    }

    /// A check has one name in a whole family of tables.
    func isHandedDown(_ check: SchemaObject) -> Bool {
        guard case .constraint(let body) = check.definition, body.type == .check else { return false }
        let id = check.id
        return (checks[id.name] ?? []).contains { other in
            guard other != id else { return false }
            return InheritanceTree.ancestors(of: other.relationPath, in: catalog).contains(id.relationPath)
                || InheritanceTree.ancestors(of: id.relationPath, in: catalog).contains(other.relationPath)
        }
    }

    /// What an object is afterwards: its own definition, and those that name an index.
    func definition(of object: SchemaObject) -> Definition {
        if let new = definitions[object.id] { return new }
        if case .indexPartition(var part) = object.definition, let new = indexes[part.parent] {
            part.parent = new
            return .indexPartition(part)
        }
        if case .table(var table) = object.definition, let names = roles[object.id] {
            table.clusteredOn = table.clusteredOn.map { names[$0] ?? $0 }
            if case .index(let name) = table.replicaIdentity { table.replicaIdentity = .index(names[name] ?? name) }
            return .table(table)
        }
        return object.definition
    }
}
