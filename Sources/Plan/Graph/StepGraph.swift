import AutogenDiff
import AutogenSchema
import HeapModule

/// The steps of a plan and which must come before which.
struct StepGraph {
    private(set) var steps: [Step] = []
    /// What a step must wait for, and who waits for it.
    private(set) var before: [Set<Int>] = []
    private(set) var after: [Set<Int>] = []
    /// Like `before`, for the sake of folding only: given up where it can't be had.
    private var preferred: [Set<Int>] = []

    private(set) var makers: [ObjectID: Int] = [:]
    private(set) var droppers: [ObjectID: Int] = [:]
    private var asides: [ObjectID: Int] = [:]
    private(set) var fillers: [ObjectID: Int] = [:]
    /// The drops that come last.
    private(set) var late: Set<Int> = []
    let impact: Impact
    let context: ObjectPlan

    init(_ impact: Impact, rules: any DDLRules) {
        self.impact = impact
        context = impact.objects
        addSteps(rules)
        addCreationEdges()
        addDropEdges()
        for (node, step) in steps.enumerated() {
            for edge in rules.edges(for: step, in: impact) {
                if let first = self.step(before: edge) { order(first, node) }
            }
        }
        addNameEdges(rules)
        for table in fillers.keys.sorted() { addFillEdges(table) }
        addUnreadEdges(rules)
        for table in fillers.keys.sorted() { placeFill(table) }
        addPreferences(rules)
        late = lateDrops()
    }

    private func step(before edge: Edge) -> Int? {
        switch edge {
        case .made(let id): makers[id]
        case .altered(let id): context.altered[id] == nil ? nil : makers[id]
        case .dropped(let id): droppers[id]
        case .setAside(let id): asides[id]
        case .filled(let id): fillers[id]
        }
    }

    func step(making id: ObjectID) -> Int? { makers[id] }
    func step(dropping id: ObjectID) -> Int? { droppers[id] }

    private mutating func add(_ step: Step) -> Int {
        steps.append(step)
        before.append([])
        after.append([])
        preferred.append([])
        return steps.count - 1
    }

    mutating func order(_ first: Int, _ second: Int) {
        guard first != second else { return }
        before[second].insert(first)
        after[first].insert(second)
    }

    private mutating func addSteps(_ rules: any DDLRules) {
        for id in context.created.union(context.recreated).sorted() {
            if let object = context.to[id] { makers[id] = add(.create(object)) }
        }
        for id in context.dropped.union(context.recreated).sorted() {
            if let object = context.from[id], holder(of: object, rules) == nil { droppers[id] = add(.drop(object)) }
        }
        for id in context.dropped.union(context.recreated) {
            if let object = context.from[id], let whole = holder(of: object, rules) { droppers[id] = droppers[whole] }
        }
        for id in context.altered.keys.sorted() {
            if let alteration = context.altered[id] { makers[id] = add(.alter(alteration)) }
        }
        for id in impact.setAside.sorted() {
            if let object = context.from[id] { asides[id] = add(.setAside(object)) }
        }
        for table in impact.fills.keys.sorted() { fillers[table] = add(.fill(table)) }
    }

    /// What an object can only go with: its values must stay until they have been brought to another table, or the
    /// database lets it go in no other way. A default holds no values, and can go before.
    private func holder(of object: SchemaObject, _ rules: any DDLRules) -> ObjectID? {
        if object.id.kind == .column, let source = impact.rowSource(of: object.id) { return source }
        guard let whole = rules.dropHosts(of: object, in: context).required, context.isTornDown(whole) else {
            return nil
        }
        return whole
    }

    /// An object is made after what it needs has been made.
    private mutating func addCreationEdges() {
        for (id, maker) in makers {
            for need in context.to.needs(of: id) {
                if let first = makers[need] { order(first, maker) }
            }
        }
    }

    /// An object goes after those that need it are gone or have let go of it.
    private mutating func addDropEdges() {
        for (id, needers) in context.dependents {
            guard let dropper = droppers[id] else { continue }
            let aside = asides[id]
            for needer in needers {
                if let first = droppers[needer] {
                    order(first, dropper)
                    guard let aside else { continue }
                    if impact.keptWhileNeeded.contains(needer) {
                        // What a function takes is part of its name, by which it goes.
                        if needer.kind == .function { order(aside, first) }
                    } else if !impact.waitsForRows(needer) {
                        order(first, aside)
                    }
                } else if context.altered[needer] != nil, let first = makers[needer] {
                    let letsGo = aside != nil || !context.to.needs(of: needer).contains(id)
                    if letsGo { order(first, dropper) }
                }
            }
        }
        for (id, aside) in asides {
            if let dropper = droppers[id] { order(aside, dropper) }
        }
        for id in context.recreated {
            guard let maker = makers[id], let dropper = droppers[id] else { continue }
            if let aside = asides[id] {
                order(aside, maker)
                order(maker, dropper)
            } else {
                order(dropper, maker)
            }
        }
    }

    /// A name is freed before it is taken.
    private mutating func addNameEdges(_ rules: any DDLRules) {
        var freed: [String: [Int]] = [:]
        for (id, dropper) in droppers {
            guard let object = context.from[id] else { continue }
            for name in rules.occupiedNames(of: object).names { freed[name, default: []].append(asides[id] ?? dropper) }
        }
        for (id, alteration) in context.altered {
            let kept = Set(rules.occupiedNames(of: alteration.to).names)
            guard let alterer = makers[id] else { continue }
            for name in rules.occupiedNames(of: alteration.from).names where !kept.contains(name) {
                freed[name, default: []].append(alterer)
            }
        }
        guard !freed.isEmpty else { return }
        for (id, maker) in makers {
            guard let object = context.to[id] else { continue }
            let held = context.altered[id].map { Set(rules.occupiedNames(of: $0.from).names) } ?? []
            for name in rules.occupiedNames(of: object).names where !held.contains(name) {
                for first in freed[name] ?? [] where steps[first].id != id { order(first, maker) }
            }
        }
    }

    /// What only a text names comes first, where nothing makes that impossible.
    private mutating func addUnreadEdges(_ rules: any DDLRules) {
        for (id, needs) in rules.unreadNeeds(in: impact).sorted(by: { $0.key < $1.key }) {
            guard let maker = makers[id] else { continue }
            let later = closure(of: maker, along: after)
            for need in needs {
                if let first = makers[need], !later.contains(first) { order(first, maker) }
            }
        }
    }

    /// A step and all that come before it, or after.
    func closure(of node: Int, along edges: [Set<Int>]) -> Set<Int> {
        var found: Set<Int> = [node]
        var queue = [node]
        while let next = queue.popLast() {
            for other in edges[next] where found.insert(other).inserted { queue.append(other) }
        }
        return found
    }

    /// A table is made as late as its parts can be, and dropped as early as what its parts hold can follow, so that the
    /// parts fit into one statement.
    private mutating func addPreferences(_ rules: any DDLRules) {
        for (id, maker) in makers where context.isMade(id) {
            guard let object = context.to[id] else { continue }
            for host in hosts(of: object, { rules.creationHost(of: $0, in: context).map { [$0] } ?? [] }, context.to) {
                guard let root = makers[host], context.isMade(host) else { continue }
                preferred[root].formUnion(before[maker].filter { $0 != root })
            }
        }
        for (id, dropper) in droppers {
            guard let object = context.from[id] else { continue }
            for host in hosts(of: object, { rules.dropHosts(of: $0, in: context).possible }, context.from) {
                guard let root = droppers[host] else { continue }
                for follower in after[dropper] where follower != root { preferred[follower].insert(root) }
            }
        }
    }

    /// The hosts of an object, and theirs.
    private func hosts(
        of object: SchemaObject, _ next: (SchemaObject) -> [ObjectID], _ catalog: Catalog
    ) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var queue = [object]
        while let object = queue.popLast() {
            for host in next(object) where found.insert(host).inserted {
                if let object = catalog[host] { queue.append(object) }
            }
        }
        return found
    }
}

extension StepGraph {
    /// The one order of the plan: Kahn's algorithm, the first by ``StepPriority`` among those that wait for nothing any more,
    /// and those that preferred to wait for nothing more before the others.
    func sorted() throws(PlanError) -> [Int] {
        let priorities = steps.enumerated().map { StepPriority($1, isLate: late.contains($0), context) }
        var waiting = before.map(\.count)
        var preferring = preferred.map(\.count)
        var preferrers: [[Int]] = Array(repeating: [], count: steps.count)
        for (node, others) in preferred.enumerated() { for first in others { preferrers[first].append(node) } }

        let rank = rankByPriority(priorities)
        var ready = Heap<Int>()
        var content = Heap<Int>()
        let nodeOfRank = rank.enumerated().sorted { $0.element < $1.element }.map(\.offset)
        var done = [Bool](repeating: false, count: steps.count)
        func offer(_ node: Int) {
            if preferring[node] == 0 { content.insert(rank[node]) } else { ready.insert(rank[node]) }
        }
        for node in steps.indices where waiting[node] == 0 { offer(node) }
        var order: [Int] = []
        order.reserveCapacity(steps.count)
        while let next = content.popMin() ?? ready.popMin() {
            let node = nodeOfRank[next]
            guard !done[node] else { continue }
            done[node] = true
            order.append(node)
            for other in preferrers[node] {
                preferring[other] -= 1
                if preferring[other] == 0, waiting[other] == 0, !done[other] { content.insert(rank[other]) }
            }
            for follower in after[node] {
                waiting[follower] -= 1
                if waiting[follower] == 0 { offer(follower) }
            }
        }
        guard order.count == steps.count else { throw PlanError(cycle: cycle(among: done)) }
        return order
    }

    private func rankByPriority(_ priorities: [StepPriority]) -> [Int] {
        var rank = [Int](repeating: 0, count: steps.count)
        for (place, node) in steps.indices.sorted(by: { priorities[$0] < priorities[$1] }).enumerated() {
            rank[node] = place
        }
        return rank
    }

    /// Walks from any step that is not done to one it waits for, until a step comes up twice.
    private func cycle(among done: [Bool]) -> [ObjectID] {
        guard var node = steps.indices.first(where: { !done[$0] }) else { return [] }
        var path: [Int] = []
        while !path.contains(node) {
            path.append(node)
            guard let next = before[node].filter({ !done[$0] }).min() else { break }
            node = next
        }
        let start = path.firstIndex(of: node) ?? 0
        return (path[start...] + [node]).map { steps[$0].id }
    }
}
