import AutogenSchema

/// An object that stays and gets another owner: what the old one may do with it passes to the new one
/// (`aclnewowner` in `src/backend/utils/adt/acl.c`).
struct OwnerChange {
    private let target: ObjectID
    private let old: String
    private let new: String
    private let context: ObjectPlan

    init?(of target: ObjectID, in context: ObjectPlan) {
        let id = ObjectID(.owner, on: target)
        guard context.from.contains(target), context.to.contains(target), !context.isMade(target),
            // A sequence that comes to a column gets the owner of its table before.
            target.kind != .sequence || !context.to.contains(ObjectID(.sequenceOwner, path: target.path))
                || OwnerRule.tableOwner(above: id, in: context) != nil
        else { return nil }
        old = context.from.body(id, as: Owner.self)?.role ?? Role.migrating
        new = context.to.body(id, as: Owner.self)?.role ?? Role.migrating
        self.target = target
        self.context = context
        guard old != new else { return nil }
    }

    /// What a role holds once the object has its new owner; `nil` for roles that the change does not concern.
    func held(by role: String) -> Privileges? {
        if role == old { return Privileges([]) }
        guard role == new else { return nil }
        let own = grant(to: new, in: context.from)
        let passed = grant(to: old, in: context.from)
        let held = passed?.privileges ?? usual ?? []
        let more = own?.privileges.filter { !held.contains($0) } ?? []
        let grantable = (passed?.grantable ?? []) + (own?.grantable ?? [])
        return Privileges(held + more, grantable: grantable)
    }

    /// What both roles must get or lose afterwards, where no step of their grants says so.
    var corrections: [Statement] {
        [old, new].flatMap { role -> [Statement] in
            let id = ObjectID(.grant, on: target, role)
            guard !context.isMade(id), context.altered[id] == nil, let held = held(by: role) else { return [] }
            // The old owner had all, and the new one is to have all; it may pass on what it might before, which says nothing
            // of an owner.
            if role == new, usual == nil {
                let passable = Privileges(held.grantable, grantable: held.grantable)
                return GrantRule.changes(id, from: passable, to: Privileges(held.grantable), context.to)
            }
            let wanted = grant(to: role, in: context.to)
            let privileges = wanted?.privileges ?? (role == new ? usual ?? [] : [])
            return GrantRule.changes(
                id, from: held, to: Privileges(privileges, grantable: wanted?.grantable ?? []), context.to)
        }
    }

    /// What an owner may do as long as nobody says otherwise; it is known where somebody has said so.
    private var usual: [String]? {
        grant(to: old, in: context.from)?.usual.value ?? grant(to: new, in: context.to)?.usual.value
    }

    private func grant(to role: String, in catalog: Catalog) -> Grant? {
        catalog.body(ObjectID(.grant, on: target, role), as: Grant.self)
    }

    /// The owner of what a grant is about, whose change comes first.
    static func owner(before grant: ObjectID, in context: ObjectPlan) -> [ObjectID] {
        guard grant.kind == .grant, let target = grant.target,
            OwnerChange(of: target, in: context)?.held(by: grant.name) != nil
        else { return [] }
        return [ObjectID(.owner, on: target)]
    }
}
