import AutogenSQLText
import AutogenSchema

/// Tables that are partitioned from now on, no longer, or by another key: no `ALTER` does it, so the old one goes on under
/// another name until the new one has its rows.
extension Renamings {
    mutating func setTablesAside() {
        setChildrenAside()
        setTypedTablesAside()
        for id in target.ids(of: .table) {
            guard let from = catalog.body(id, as: Table.self), let to = target.body(id, as: Table.self),
                !from.hasKey(like: to), from.server == nil, to.server == nil
            else { continue }
            let tables = [id.path] + partitions(of: id.path, in: catalog)
            let family = Set(tables)
            let takers = Dictionary(
                uniqueKeysWithValues: tables.map { ($0, taker(of: $0, among: family, to, id.path)) })
            var sources: [(old: [String], new: [String])] = []
            for table in tables {
                let stays = target.contains(ObjectID(.table, path: table))
                if stays, table != id.path, !InheritanceTree.ancestors(of: table, in: target).contains(id.path) {
                    continue
                }
                sources.append((stays ? renameTemporarily(table) : table, takers[table] ?? id.path))
            }
            for source in sources {
                let old = ObjectID(.table, path: source.old)
                // One that has a successor of its own keeps it, unless the rows find their places from above.
                if to.partitionKey == nil, successors[old] != nil { continue }
                successors[old] = ObjectID(.table, path: source.new)
            }
        }
    }

    /// The table that gets the rows of a partition: the whole, which knows their place, or where that is none any longer the
    /// nearest one above that is a child of it, or the partition itself as one.
    private func taker(of table: [String], among tables: Set<[String]>, _ whole: Table, _ path: [String]) -> [String] {
        guard whole.partitionKey == nil else { return path }
        return ([table] + InheritanceTree.ancestors(of: table, in: catalog)).first {
            tables.contains($0) && target.contains(ObjectID(.table, path: $0))
                && ($0 == path || InheritanceTree.ancestors(of: $0, in: target).contains(path))
        } ?? path
    }

    /// Tables one of whose columns becomes a parent's alone, or its own besides being a parent's: only creation says so. So
    /// with a column whose NOT NULL constraint becomes the parent's, and with the order of parents.
    private mutating func setChildrenAside() {
        var affected: [[String]] = []
        for id in target.ids(of: .column) {
            guard let from = catalog.body(id, as: Column.self), let to = target.body(id, as: Column.self),
                !affected.contains(id.relationPath),
                !changesKey(ObjectID(.table, path: id.relationPath))
            else { continue }
            if InheritedNotNull.isHeld(id, from: catalog, to: target) { affected.append(id.relationPath) }
            guard from.inherited != to.inherited else { continue }
            let parents = InheritanceTree.parents(of: id.relationPath, in: target).filter {
                target.contains(ObjectID(.column, path: $0 + [id.name]))
            }
            let keepsParent = parents.contains(
                where: InheritanceTree.parents(of: id.relationPath, in: catalog).contains)
            if to.inherited || keepsParent { affected.append(id.relationPath) }
        }
        affected += target.ids(of: .table).filter(changesOrderOfParents).map(\.path)
        let descendants = catalog.ids(of: .table).filter { id in
            target.contains(id)
                && !Set(InheritanceTree.ancestors(of: id.path, in: catalog)).isDisjoint(with: affected)
        }.map(\.path)
        let tables = Set(affected + descendants).filter { table in
            // The rows of a foreign table are where they are under any name.
            [catalog, target].allSatisfy { $0.body(ObjectID(.table, path: table), as: Table.self)?.server == nil }
        }
        for table in tables.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            successors[ObjectID(.table, path: renameTemporarily(table))] = ObjectID(.table, path: table)
        }
    }

    /// Whether a table has the same parents in another order: those that come stand behind the others.
    private func changesOrderOfParents(_ table: ObjectID) -> Bool {
        guard let from = catalog.body(table, as: Table.self)?.inherits, !from.isEmpty,
            let to = target.body(table, as: Table.self)?.inherits
        else { return false }
        return from.filter(to.contains) + to.filter { !from.contains($0) } != to
    }

    private func changesKey(_ table: ObjectID) -> Bool {
        guard let from = catalog.body(table, as: Table.self), let to = target.body(table, as: Table.self) else {
            return false
        }
        return !from.hasKey(like: to)
    }

    /// Typed tables that can't stay: `ALTER TABLE ... OF` refuses one that has not the columns of its type in their order,
    /// and with a type that is made anew the table goes.
    private mutating func setTypedTablesAside() {
        func columns(_ table: ObjectID, _ catalog: Catalog) -> [String] {
            catalog.ids(of: .column).filter { $0.relationPath == table.path }
                .compactMap { id in catalog.body(id, as: Column.self).map { (id.name, $0) } }
                .sorted { $0.1.position.value < $1.1.position.value }
                .map { "\($0) \($1.type)" }
        }
        for id in target.ids(of: .table) {
            guard let to = target.body(id, as: Table.self), let from = catalog.body(id, as: Table.self),
                !to.ofType.isEmpty, from.partitionKey == nil, to.partitionKey == nil
            else { continue }
            let mustGo =
                from.ofType == to.ofType
                ? TypeSuccession(from: catalog, to: target).happens(to: ObjectID(.compositeType, path: to.ofType))
                : columns(id, catalog) != columns(id, target)
            if mustGo { successors[ObjectID(.table, path: renameTemporarily(id.path))] = id }
        }
    }

    /// The partitions of a table, and theirs.
    private func partitions(of table: [String], in catalog: Catalog) -> [[String]] {
        let own = catalog.ids(of: .partition)
            .filter { catalog.body($0, as: Partition.self)?.parent == table }.map(\.path)
        return own.flatMap { [$0] + partitions(of: $0, in: catalog) }
    }

    /// Renames a table, and the sequences of its identities where their names are taken again.
    private mutating func renameTemporarily(_ table: [String]) -> [String] {
        let new = TemporaryRename.id(of: ObjectID(.table, path: table)).path
        for column in catalog.ids(of: .column) where column.relationPath == table {
            if let generator = Generator(of: column, in: catalog), generator.isIdentity {
                renameTemporarily(generator, of: column)
            }
        }
        let parts = catalog.ids.filter { $0.relationPath == table && $0.on == nil && Self.belongs($0.kind) }
        let rows = RowTypeName(old: table, new: new)
        let moves = Dictionary(
            parts.map { ($0, ObjectID($0.kind, path: new + $0.path.dropFirst(2))) }
                + (catalog.ids(of: .function) + catalog.ids(of: .aggregate)).compactMap { id in
                    rows.renamed(id).map { (id, $0) }
                }, uniquingKeysWith: { $1 })
        let statement = Statement("ALTER TABLE \(name: table) RENAME TO \(name: new.last ?? "")")
        apply([statement], moves: moves) { object in
            if case .partition(var partition) = object.definition, partition.parent == table {
                partition.parent = new
                return .partition(partition)
            }
            if case .table(var body) = object.definition, body.inherits.contains(table) {
                body.inherits = body.inherits.map { $0 == table ? new : $0 }
                return .table(body)
            }
            if case .publication(var body) = object.definition {
                body.tables = body.tables.map { Self.renamed($0, from: table, to: new) }
                return .publication(body)
            }
            return rows.renamed(object.definition)
        }
        renameAttachedIndexes(of: new)
        return new
    }

    /// An index that is attached to another can't be dropped before its table: where its name is taken again, it gets
    /// another one with the table.
    private mutating func renameAttachedIndexes(of table: [String]) {
        let attached = catalog.ids(of: .indexPartition).compactMap { catalog.parent(of: $0) }
            .filter { catalog.parent(of: $0)?.path == table }
        guard !attached.isEmpty else { return }
        let taken = Set(target.objects.flatMap { PostgresRules.occupiedNames(of: $0) })
        for id in attached {
            guard let index = catalog[id], let schema = id.path.first,
                taken.contains(OccupiedNames.relation([schema, id.name]))
            else { continue }
            rename(index, to: SchemaObject(TemporaryRename.id(of: id), index.definition))
        }
    }

    /// A table of a publication, with its columns and condition.
    private static func renamed(_ entry: String, from old: [String], to new: [String]) -> String {
        let head = Brackets.head(of: entry)
        return head == SQL.dotted(old) ? SQL.dotted(new) + entry.dropFirst(head.count) : entry
    }

    /// Whether the path of a kind starts with that of a table.
    private static func belongs(_ kind: Kind) -> Bool {
        [.table, .partition, .column, .columnDefault, .constraint, .trigger, .policy, .rule].contains(kind)
    }
}

/// The type of a table's rows, which gets another name with the table: in the types of columns, attributes and domains, and
/// in the names of functions, which are told apart by what they take.
private struct RowTypeName {
    private let old: String
    private let new: String

    init(old: [String], new: [String]) {
        self.old = SQL.dotted(old)
        self.new = SQL.dotted(new)
    }

    func renamed(_ definition: Definition) -> Definition {
        switch definition {
        case .column(var column):
            column.type = renamed(column.type)
            return .column(column)
        case .domain(var domain):
            domain.type = renamed(domain.type)
            return .domain(domain)
        case .compositeType(var composite):
            for place in composite.attributes.indices {
                composite.attributes[place].type = renamed(composite.attributes[place].type)
            }
            return .compositeType(composite)
        default: return definition
        }
    }

    /// The identity of a function that takes rows; `nil` for any other object.
    func renamed(_ id: ObjectID) -> ObjectID? {
        guard id.name.contains(old) else { return nil }
        let arguments = id.name.split(separator: ", ").map { renamed(String($0)) }.joined(separator: ", ")
        return arguments == id.name ? nil : ObjectID(id.kind, path: id.path.dropLast() + [arguments])
    }

    private func renamed(_ type: String) -> String {
        guard type.hasPrefix(old), type.dropFirst(old.count).allSatisfy({ $0 == "[" || $0 == "]" }) else { return type }
        return new + type.dropFirst(old.count)
    }
}

extension Table {
    /// Whether rows find their partitions in both tables by the same key, as the server would write it once more.
    func hasKey(like other: Table) -> Bool {
        partitionKey == other.partitionKey
            || partitionKey.map(SettledText.of) == other.partitionKey.map(SettledText.of)
    }
}
