import AutogenDiff
import AutogenSchema

/// Decides which objects must make way: those that depend on something that is dropped, rebuilt or disturbed.
enum Impact {
    static func decide(_ changes: [Change], rules: any DDLRules, in context: inout PlanContext) {
        let from = context.from
        for change in changes {
            switch change {
            case .create(let object): context.created.insert(object.id)
            case .drop(let object): context.dropped.insert(object.id)
            case .alter(let alteration): context.altered[alteration.id] = alteration
            }
        }
        var lost = context.dropped.sorted()
        for alteration in context.altered.values.sorted(by: { $0.id < $1.id }) {
            switch rules.reaction(to: alteration, in: context) {
            case .rebuild: rebuild(alteration.id, &context, &lost)
            case .alter(let disturbed):
                for id in disturbed.sorted() { rebuild(id, &context, &lost) }
            }
        }
        while let id = lost.popLast() {
            guard let object = from[id] else { continue }
            for companion in rules.companions(of: object, in: context) { rebuild(companion, &context, &lost) }
            for dependent in (context.dependents[id] ?? []).sorted() {
                respond(dependent, object, &context, &lost, rules)
            }
        }
        context.carriers = context.dropped.filter { id in
            id.kind == .table && context.from[id].map { !rules.heirs(of: $0, in: context).isEmpty } ?? false
        }
        context.lingering = lingering(context, rules)
        context.fills = rules.fills(in: context)
        context.setAside = setAside(context, rules)
    }

    private static func rebuild(_ id: ObjectID, _ context: inout PlanContext, _ lost: inout [ObjectID]) {
        guard context.from.contains(id), context.to.contains(id), !context.rebuilt.contains(id) else { return }
        context.altered[id] = nil
        context.rebuilt.insert(id)
        lost.append(id)
    }

    private static func respond(
        _ id: ObjectID, _ object: SchemaObject, _ context: inout PlanContext, _ lost: inout [ObjectID],
        _ rules: any DDLRules
    ) {
        guard !context.isTornDown(id), let dependent = context.from[id], let target = context.to[id] else { return }
        switch rules.response(of: dependent, toLossOf: object, in: context) {
        case .stay: return
        case .rebuild: rebuild(id, &context, &lost)
        case .alter:
            let alteration = context.altered[id] ?? Alteration(from: dependent, to: target, differences: [])
            context.altered[id] = alteration
            switch rules.reaction(to: alteration, in: context) {
            case .rebuild: rebuild(id, &context, &lost)
            case .alter(let disturbed):
                for id in disturbed.sorted() { rebuild(id, &context, &lost) }
            }
        }
    }

    /// Objects torn down whose names are taken again while something still holds on to them.
    private static func setAside(_ context: PlanContext, _ rules: any DDLRules) -> Set<ObjectID> {
        var taken: Set<String> = []
        for id in context.created.union(context.rebuilt) {
            if let object = context.to[id] { taken.formUnion(rules.slots(of: object)) }
        }
        return context.lingering.filter { id in
            context.from[id].map { rules.slots(of: $0).contains(where: taken.contains) } ?? false
        }
    }

    /// Objects torn down that something altered, or rows on their way, hold on to, and those that these need in turn.
    private static func lingering(_ context: PlanContext, _ rules: any DDLRules) -> Set<ObjectID> {
        var holders = Array(context.altered.keys)
        if !context.carriers.isEmpty { holders += context.from.objects.keys.filter { context.carrier(of: $0) != nil } }
        var result: Set<ObjectID> = []
        while let holder = holders.popLast() {
            for id in context.from.dependencies[holder] ?? [] where context.isTornDown(id) {
                guard let object = context.from[id], rules.canSetAside(object), result.insert(id).inserted else {
                    continue
                }
                holders.append(id)
            }
        }
        return result
    }
}
