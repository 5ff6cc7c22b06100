import AutogenSchema

/// Views that can't be read afterwards, and triggers that can't run, that could before, or are new.
enum FlawedCode {
    static func hazards(in context: ObjectPlan) -> [Hazard] {
        context.to.objects.keys.filter { $0.kind == .view || $0.kind == .trigger }.sorted().compactMap { id in
            guard let flaw = flaw(of: id, in: context.to), self.flaw(of: id, in: context.from) == nil else {
                return nil
            }
            return .byHand(id, id.kind == .trigger ? "is left unable to run: \(flaw)" : "is left unreadable: \(flaw)")
        }
    }

    private static func flaw(of id: ObjectID, in catalog: Catalog) -> String? {
        switch catalog[id]?.definition {
        case .view(let view): view.flaw.value
        case .trigger(let trigger): trigger.flaw.value
        default: nil
        }
    }
}
