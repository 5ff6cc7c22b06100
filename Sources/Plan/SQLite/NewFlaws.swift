import AutogenSchema

/// Views and full-text indexes that can't be read afterwards, triggers that can't run, and foreign keys that can't be
/// followed, that could before, or are new.
enum NewFlaws {
    static func hazards(in context: ObjectPlan) -> [Hazard] { code(in: context) + foreignKeys(in: context) }

    private static func foreignKeys(in context: ObjectPlan) -> [Hazard] {
        let known = Set(ForeignKeyTargets(context.from).unsound.map(\.id))
        return ForeignKeyTargets(context.to).unsound.filter { !known.contains($0.id) }.map { id, body in
            .byHand(id, "is left out of the check of foreign keys: \(body.unsoundness)")
        }
    }

    private static func code(in context: ObjectPlan) -> [Hazard] {
        let ids = context.to.objects.ids.filter { UnresolvedCode.isCode($0.kind) || $0.kind == .virtualTable }
        return ids.sorted().compactMap { id in
            guard let flaw = flaw(of: id, in: context.to), self.flaw(of: id, in: context.from) == nil else {
                return nil
            }
            return .byHand(id, id.kind == .trigger ? "is left unable to run: \(flaw)" : "is left unreadable: \(flaw)")
        }
    }

    private static func flaw(of id: ObjectID, in catalog: Catalog) -> String? {
        guard let object = catalog[id] else { return nil }
        return UnresolvedCode.flaw(of: object) ?? FullTextIndex(object)?.flaw(in: catalog)
    }
}
