import AutogenSchema

/// What tables and columns are called at the other end of a revision.
struct NewNames {
    let start: Catalog
    let target: Catalog
    let renames: Renames

    func table(_ id: ObjectID) -> [String] { renames.renamed(Address(id)).path }

    /// `nil` where the column is gone.
    func column(_ id: ObjectID) -> ObjectID? {
        let own = ObjectID(.column, path: renames.renamed(Address(id)).path)
        if target.contains(own) { return own }
        // What a table has from another gets another name with it, and is not named by itself.
        let table = ObjectID(.table, path: id.path.dropLast())
        for source in sources(of: table) {
            let address = Address(kind: source.kind, path: source.path + [id.name])
            guard let name = renames[address]?.new.last else { continue }
            let moved = ObjectID(.column, path: own.path.dropLast() + [name])
            if target.contains(moved) { return moved }
        }
        return nil
    }

    /// The tables that it inherits from, and the type that it is made of.
    private func sources(of table: ObjectID) -> [(kind: String, path: [String])] {
        guard let body: Table = start.body(table) else { return [] }
        let partition: Partition? = start.body(ObjectID(.partition, path: table.path))
        let parents = body.inherits + (partition.map { [$0.parent] } ?? [])
        let own = parents.map { (kind: Kind.column.rawValue, path: $0) }
        let type = body.ofType.isEmpty ? [] : [(kind: "attribute", path: body.ofType)]
        return own + type + parents.flatMap { sources(of: ObjectID(.table, path: $0)) }
    }
}
