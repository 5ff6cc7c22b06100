import AutogenConnection
import AutogenSchema

/// Gathers the rows of the queries into a catalog.
struct PostgresReader {
    private(set) var catalog: Catalog
    /// What the migrating role is called; empty while nobody has said.
    private var migratingRoles: Set<String> = []
    private var ids: [ObjectKey: ObjectID] = [:]
    private var aliases: [ObjectKey: ObjectKey] = [:]

    /// - Parameter migratingRole: `nil` for the one that reads.
    init(version: ServerVersion, migratingRole: String?) {
        catalog = Catalog(dialect: .postgresql, version: version)
        if let migratingRole { setMigratingRole(migratingRole) }
    }

    /// Makes room for so many objects at once.
    mutating func reserveCapacity(_ count: Int) {
        catalog.reserveCapacity(count)
        ids.reserveCapacity(count)
    }

    private mutating func setMigratingRole(_ name: String) {
        migratingRoles = [name.exact, Role.migrating]
        catalog.migratingRoles = [name.exact]
    }

    mutating func readCurrentRole(_ rows: Rows) {
        if migratingRoles.isEmpty { setMigratingRole(rows.first?[0].text ?? "") }
    }

    private func name(_ role: String) -> String { migratingRoles.contains(role.exact) ? Role.migrating : role }

    /// Everything that was read, in which the migrating role has its one name.
    var result: Catalog { catalog.renamingRoles(name) }

    /// The OIDs of what was read.
    var numbers: [ObjectID: NumberedCatalog.Number] {
        Dictionary(ids.map { ($0.value, NumberedCatalog.Number($0.key.oid, part: $0.key.part)) }) {
            $0.part <= $1.part ? $0 : $1
        }
    }

    /// Adds an object for each row of a query, with its owner and grants where they are out of the ordinary.
    mutating func read(_ query: any CatalogQuery.Type, _ rows: Rows) throws(DatabaseError) {
        guard let first = rows.first else { return }
        let path = ["id_schema", "id_relation", "id_name", "id_arguments"].compactMap(first.position(of:))
        let fields = RowFields(query.kind, columns: rows.columns)
        let oid = first.position(of: "oid")
        let part = first.position(of: "subid")
        let parent = first.position(of: "of")
        let parentPart = first.position(of: "of_subid")
        let need = first.position(of: "needs")
        let needPart = first.position(of: "needs_subid")
        let owner = first.position(of: "owner")
        let acl = first.position(of: "acl")
        for row in rows {
            let id = ObjectID(query.kind, path: path.map { row[$0].text ?? "" })
            let object = SchemaObject(id, PartitionText.read(try fields.definition(row)))
            var whole: ObjectID?
            if let parent {
                let key = ObjectKey(query.parentCatalog.rawValue, row.number(parent), parentPart.map(row.number) ?? 0)
                guard let found = self.id(of: key) else { continue }
                whole = found
            }
            catalog.insert(object, partOf: whole)
            if let oid, query.catalog != .none {
                ids[ObjectKey(query.catalog.rawValue, row.number(oid), part.map(row.number) ?? 0)] = id
            }
            if let need {
                let key = ObjectKey(SystemCatalog.relation.rawValue, row.number(need), needPart.map(row.number) ?? 0)
                if let needed = self.id(of: key) { catalog.insert(dependency: needed, of: id) }
            }
            if let owner { insertOwner(row[owner].text, of: id) }
            if let acl { try insertGrants(row, acl, on: id) }
        }
    }

    private mutating func insertOwner(_ role: String?, of id: ObjectID) {
        guard let role, name(role) != Role.migrating else { return }
        var owner = Owner()
        owner.role = role
        catalog.insert(SchemaObject(ObjectID(.owner, on: id), .owner(owner)), partOf: id)
    }

    private mutating func insertGrants(
        _ row: Row, _ position: Int, on id: ObjectID, partOf whole: ObjectID? = nil
    ) throws(DatabaseError) {
        guard let text = row[position].text else { return }
        for (entry, usual) in try unusual(text, in: row) {
            var grant = Grant()
            grant.privileges = AccessList.words(entry.privileges)
            grant.grantable = AccessList.words(entry.grantable)
            grant.usual = NotCompared(AccessList.words(usual))
            catalog.insert(SchemaObject(ObjectID(.grant, on: id, entry.grantee), .grant(grant)), partOf: whole ?? id)
        }
    }

    /// Who has other privileges than if nothing had been granted, and what they would have then.
    private func unusual(
        _ acl: String?, in row: Row
    ) throws(DatabaseError) -> [(entry: AccessList.Entry, usual: Set<Character>)] {
        let granted = AccessList([String](column: acl) ?? [], naming: name)
        let usual = AccessList([String](column: try row.optionalString("acldefault")) ?? [], naming: name)
        return Set(granted.entries.keys).union(usual.entries.keys).compactMap { key in
            let grantee = granted.entries[key]?.grantee ?? usual.entries[key]?.grantee ?? key
            let entry = granted.entries[key] ?? AccessList.Entry(grantee: grantee)
            return entry.isSame(as: usual.entries[key]) ? nil : (entry, usual.entries[key]?.privileges ?? [])
        }
    }

    mutating func readIdentityGrants(_ rows: Rows) throws(DatabaseError) {
        guard let acl = rows.first?.position(of: "acl") else { return }
        for row in rows {
            let key = ObjectKey(SystemCatalog.relation.rawValue, try row.int("table"), try row.int("number"))
            guard let column = ids[key] else { continue }
            let sequence = ObjectID(.sequence, try row.string("schema"), try row.string("name"))
            try insertGrants(row, acl, on: sequence, partOf: column)
        }
    }

    mutating func readDefaultPrivileges(_ rows: Rows) throws(DatabaseError) {
        for row in rows {
            let place = [name(try row.string("role")), try row.string("schema"), try row.string("type")]
            for (entry, usual) in try unusual(try row.optionalString("acl"), in: row) {
                var privileges = DefaultPrivileges()
                privileges.privileges = AccessList.words(entry.privileges)
                privileges.grantable = AccessList.words(entry.grantable)
                privileges.usual = NotCompared(AccessList.words(usual))
                privileges.ofCurrentUser = NotCompared(place[0] == Role.migrating)
                let id = ObjectID(.defaultPrivileges, path: place + [entry.grantee])
                catalog.insert(SchemaObject(id, .defaultPrivileges(privileges)))
                let namespace = ObjectID(.namespace, place[1])
                if catalog.contains(namespace) { catalog.insert(dependency: namespace, of: id) }
            }
        }
    }

    mutating func readAliases(_ rows: Rows) {
        for row in rows {
            guard let alias = ObjectKey(row, at: 0), let meant = ObjectKey(row, at: 3) else { continue }
            aliases[alias] = meant
        }
    }

    mutating func readComments(_ rows: Rows) {
        for row in rows {
            guard let key = ObjectKey(row, at: 0), let id = ids[key] ?? self.id(of: key) else { continue }
            var comment = Comment()
            comment.text = row[3].text ?? ""
            guard let target = ids[key] ?? ownedRelation(of: id) else { continue }
            catalog.insert(SchemaObject(ObjectID(.comment, on: target), .comment(comment)), partOf: id)
        }
    }

    /// Of what stands for another object, the index of a constraint and the sequence of an identity column have a name,
    /// and so a comment of their own.
    private func ownedRelation(of id: ObjectID) -> ObjectID? {
        switch catalog[id]?.definition {
        case .constraint: id.path.first.map { ObjectID(.index, $0, id.name) }
        case .column(let column) where column.identity != nil: ObjectID(.sequence, path: column.identitySequence)
        default: nil
        }
    }

    mutating func readSecurityLabels(_ rows: Rows) {
        for row in rows {
            guard let key = ObjectKey(row, at: 0), let id = ids[key] else { continue }
            var label = SecurityLabel()
            label.label = row[4].text ?? ""
            catalog.insert(
                SchemaObject(ObjectID(.securityLabel, on: id, row[3].text ?? ""), .securityLabel(label)), partOf: id)
        }
    }

    mutating func readDependencies(_ rows: Rows) {
        for row in rows {
            // The default of a view's column is the column's own.
            guard let key = ObjectKey(row, at: 0), let part = id(of: key),
                case let dependent = key.catalog == SystemCatalog.attributeDefault.rawValue ? part : whole(of: part),
                let needed = ObjectKey(row, at: 3).flatMap({ id(of: $0) }),
                dependent != needed, !isPart(needed, of: dependent)
            else { continue }
            catalog.insert(dependency: needed, of: dependent)
            if dependent.kind == .trigger, needed.kind == .trigger {
                // The copy of a trigger is there as long as its table is a partition.
                catalog.insert(dependency: ObjectID(.partition, path: Array(dependent.path.dropLast())), of: dependent)
            }
        }
    }

    mutating func leaveOutManagedPartitions(_ rows: Rows) {
        guard !rows.isEmpty else { return }
        let tables = Set(rows.map { [$0[0].text ?? "", $0[1].text ?? ""].exact })
        catalog = catalog.filtered { $0.id.kind != .table || !tables.contains($0.id.path.exact) }
    }

    /// What the column of a view or the attribute of a type needs, the view or type needs.
    private func whole(of id: ObjectID) -> ObjectID { id.kind == .viewColumn ? catalog.parent(of: id) ?? id : id }

    private func isPart(_ id: ObjectID, of whole: ObjectID) -> Bool {
        var current = id
        while let parent = catalog.parent(of: current) {
            if parent == whole { return true }
            current = parent
        }
        return false
    }

    /// The object behind a key of the system catalogs, through aliases; a column nothing is said of is its relation.
    private func id(of key: ObjectKey) -> ObjectID? {
        if let id = ids[key] { return id }
        if let alias = aliases[key] { return id(of: alias) }
        return key.part == 0 ? nil : id(of: key.whole)
    }
}

extension Row {
    /// The number at a position; 0 where there is none, as the system catalogs write it.
    fileprivate func number(_ position: Int) -> Int { integer(position).flatMap { Int(exactly: $0) } ?? 0 }
}
