import AutogenSchema

/// Which file of a declared schema an object belongs in.
struct SchemaPlaces {
    /// Sorts behind the other folders: what changes the objects that are made after it must run last.
    private static let last = "zz_last"

    private let catalog: Catalog
    /// The table that a sequence is made for.
    private var owners: [ObjectID: ObjectID] = [:]

    init(_ catalog: Catalog) {
        self.catalog = catalog
        for object in catalog.objects {
            guard case .sequenceOwner(let owner) = object.definition else { continue }
            owners[ObjectID(.sequence, path: object.id.path)] = ObjectID(.table, path: Array(owner.column.prefix(2)))
        }
    }

    /// The object whose file holds another: itself, or what it is a part of.
    ///
    /// A sequence goes with the table that owns it, a partition with the table it is cut from: whether its indexes are
    /// made before or after it is attached makes a difference. Functions of one name share a file.
    func group(of id: ObjectID) -> ObjectID {
        var whole = id
        while let parent = catalog.parent(of: whole) { whole = parent }
        if let table = owners[whole] ?? partitioned(whole) { return group(of: table) }
        if [.function, .aggregate, .operator].contains(whole.kind) {
            return ObjectID(whole.kind, path: Array(whole.path.prefix(2)))
        }
        if whole.kind == .shellType { return ObjectID(.baseType, path: whole.path) }
        return whole.kind == .defaultPrivileges ? ObjectID(.defaultPrivileges, "default_privileges") : whole
    }

    private func partitioned(_ id: ObjectID) -> ObjectID? {
        guard id.kind == .table,
            let partition = catalog.body(ObjectID(.partition, path: id.path), as: Partition.self)
        else { return nil }
        let table = ObjectID(.table, path: partition.parent)
        return catalog.contains(table) ? table : nil
    }

    /// `tables`, or `accounting/tables` for a schema that is not the usual one.
    func folder(of group: ObjectID) -> String {
        if group.kind == .defaultPrivileges || group.kind == .eventTrigger { return Self.last }
        let folder = Self.plural(group.kind.rawValue.replacing(" ", with: "_"))
        let usual = catalog.dialect.naming.usualSchema
        guard isInSchema(group), let schema = group.schema, schema != usual else { return folder }
        return "\(FileNames.escaped(schema))/\(folder)"
    }

    func name(of group: ObjectID) -> String {
        group.path.dropFirst(isInSchema(group) ? 1 : 0).joined(separator: " ")
    }

    private func isInSchema(_ id: ObjectID) -> Bool { id.path.count > 1 && id.schema != nil }

    private static func plural(_ word: String) -> String {
        if word.hasSuffix("y") { return word.dropLast() + "ies" }
        if word.hasSuffix("ss") || word.hasSuffix("x") { return word + "es" }
        return word.hasSuffix("s") ? word : word + "s"
    }
}
