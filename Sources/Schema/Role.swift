/// Names that stand for roles.
package enum Role {
    /// The role that migrates a database, whatever it is called there. What it owns has no owner of its own.
    package static let migrating = "CURRENT_USER"
    package static let everybody = "PUBLIC"
}

extension Catalog {
    /// The same schema with other names of roles.
    ///
    /// What the migrating role owns has no owner of its own then. What is granted to it beside what it owns is nothing,
    /// unless the catalog is of a database in which the role had this name, and so says what the owner itself may do.
    package func renamingRoles(ofOwner isOwner: Bool = false, _ name: (String) -> String) -> Catalog {
        guard objects.contains(where: { $0.isRenamed(by: name) }) else { return self }
        var renamed = Catalog(dialect: dialect, version: version)
        renamed.secrets = secrets
        renamed.migratingRoles = migratingRoles
        renamed.provenance = provenance
        var ids: [ObjectID: ObjectID] = [:]
        for object in objects {
            let id = object.id
            guard let body = self.body(object, ofOwner: isOwner, renamedBy: name) else { continue }
            let new = id.renamingRoles(name)
            // Two names of one role: what is said of the owner itself is the rest.
            if new != id, contains(new), new.kind == .grant { continue }
            ids[id] = new
            renamed.insert(SchemaObject(new, body), partOf: parent(of: id)?.renamingRoles(name))
        }
        for (id, new) in ids {
            for need in needs(of: id) { if let needed = ids[need] { renamed.insert(dependency: needed, of: new) } }
        }
        return renamed
    }

    /// `nil` for what there is no more under the new names.
    private func body(_ object: SchemaObject, ofOwner isOwner: Bool, renamedBy name: (String) -> String) -> Definition?
    {
        if case .owner(var owner) = object.definition {
            owner.role = name(owner.role)
            return owner.role == Role.migrating ? nil : .owner(owner)
        }
        if case .policy(var policy) = object.definition {
            policy.roles = policy.roles.map(name).sorted { $0.precedes($1) }
            return .policy(policy)
        }
        if case .defaultPrivileges(var privileges) = object.definition {
            if object.id.path.first.map(name) == Role.migrating { privileges.ofCurrentUser = NotCompared(true) }
            return .defaultPrivileges(privileges)
        }
        if !isOwner, object.kind == .grant, object.id.name != Role.migrating, name(object.id.name) == Role.migrating,
            let target = object.id.target
        {
            let owner = body(ObjectID(.owner, on: target), as: Owner.self).map { name($0.role) }
            return owner ?? Role.migrating == Role.migrating ? nil : object.definition
        }
        return object.definition
    }

    /// Snapshots of format 1 call the migrating role by its name, which its default privileges tell.
    func namingMigratingRole() -> Catalog {
        let names = objects.compactMap { object -> String? in
            guard case .defaultPrivileges(let body) = object.definition, body.ofCurrentUser.value else { return nil }
            return object.id.path.first?.exact
        }
        let own = Set(names)
        return own.isEmpty
            ? self : renamingRoles(ofOwner: true) { own.contains($0.exact) ? Role.migrating : $0 }
    }

    /// Two catalogs in which the roles that migrate either are one and the same.
    package static func aligned(_ one: Catalog, _ other: Catalog) -> (Catalog, Catalog) {
        (one.taking(other.migratingRoles), other.taking(one.migratingRoles))
    }

    private func taking(_ roles: Set<String>) -> Catalog {
        let roles = roles.subtracting(migratingRoles)
        return roles.isEmpty ? self : renamingRoles { roles.contains($0.exact) ? Role.migrating : $0 }
    }
}

extension SchemaObject {
    fileprivate func isRenamed(by name: (String) -> String) -> Bool {
        if case .owner(let owner) = definition { return name(owner.role) != owner.role }
        if case .policy(let policy) = definition { return policy.roles.contains { name($0) != $0 } }
        return id.renamingRoles(name) != id
    }
}

extension ObjectID {
    fileprivate func renamingRoles(_ name: (String) -> String) -> ObjectID {
        if kind == .grant, let target { return ObjectID(.grant, on: target, name(self.name)) }
        if kind == .userMapping { return ObjectID(.userMapping, path: path.dropLast() + [name(self.name)]) }
        if kind == .defaultPrivileges, path.count == 4 {
            return ObjectID(.defaultPrivileges, path: [name(path[0]), path[1], path[2], name(path[3])])
        }
        return self
    }
}
