import AutogenSchema

/// Finds the steps that the statement of another takes along: a column in its `CREATE TABLE`, an index dropped with
/// its table.
///
/// A step may move to the place of its host when nothing it waits for stands in between (creation), or when nothing that
/// waits for it stands in between (drop). So an order that was right stays right. What has moved itself stands where its
/// host does.
struct StatementFolding {
    private var host: [Int: Int] = [:]
    private var members: [Int: [Int]] = [:]
    private let steps: [Step]

    init(graph: StepGraph, order: [Int], _ impact: Impact, rules: any DDLRules) {
        steps = graph.steps
        var place = [Int](repeating: 0, count: order.count)
        for (index, node) in order.enumerated() { place[node] = index }
        for node in order {
            switch graph.steps[node] {
            case .create(let object): foldCreation(node, object, graph, place, impact, rules)
            case .drop, .alter, .setAside, .fill: continue
            }
        }
        for node in order.reversed() {
            switch graph.steps[node] {
            case .drop(let object): foldDrop(node, object, graph, place, impact, rules)
            case .create, .alter, .setAside, .fill: continue
            }
        }
        unfoldStrays(
            order.compactMap { node in
                guard case .drop(let object) = graph.steps[node],
                    let companion = rules.dropHosts(of: object, in: impact.objects).companion
                else { return nil }
                return graph.step(dropping: companion).map { (node, $0) }
            })
    }

    /// Whoever has lost a companion goes alone.
    private mutating func unfoldStrays(_ companions: [(node: Int, other: Int)]) {
        for (node, other) in companions where host[node] != nil && host[other] == nil {
            members[root(of: node)]?.removeAll { $0 == node }
            host[node] = nil
        }
    }

    func isFolded(_ node: Int) -> Bool { host[node] != nil }

    /// The objects whose steps the statement of this one takes along, in the order of the plan.
    func parts(of node: Int) -> [SchemaObject] {
        (members[node] ?? []).compactMap { part in
            switch steps[part] {
            case .create(let object), .drop(let object), .setAside(let object): object
            case .alter, .fill: nil
            }
        }
    }

    private func root(of node: Int) -> Int {
        var node = node
        while let next = host[node] { node = next }
        return node
    }

    private mutating func foldCreation(
        _ node: Int, _ object: SchemaObject, _ graph: StepGraph, _ place: [Int], _ impact: Impact,
        _ rules: any DDLRules
    ) {
        guard let id = rules.creationHost(of: object, in: impact.objects), impact.objects.isMade(id),
            let maker = graph.step(making: id)
        else { return }
        let root = root(of: maker)
        let fits = graph.before[node].allSatisfy { place[self.root(of: $0)] <= place[root] }
        if fits { fold(node, into: root) }
    }

    private mutating func foldDrop(
        _ node: Int, _ object: SchemaObject, _ graph: StepGraph, _ place: [Int], _ impact: Impact,
        _ rules: any DDLRules
    ) {
        for id in rules.dropHosts(of: object, in: impact.objects).possible {
            guard let dropper = graph.step(dropping: id), !impact.setAside.contains(id) else { continue }
            let root = root(of: dropper)
            // What waits for it may have gone before it, together with another.
            let fits = graph.after[node].allSatisfy {
                let follower = place[self.root(of: $0)]
                return follower >= place[root] || follower < place[node]
            }
            guard fits else { continue }
            fold(node, into: root)
            return
        }
    }

    private mutating func fold(_ node: Int, into root: Int) {
        host[node] = root
        members[root, default: []].append(node)
    }
}
