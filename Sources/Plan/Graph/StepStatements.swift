import AutogenDiff
import AutogenSchema

/// The statements of the steps in their order, as a phase of its own: which of them let others work meanwhile is decided
/// here, since those end transactions, and what is gone for a moment must be back by then.
struct StepStatements {
    private let graph: StepGraph
    private let folding: StatementFolding
    private let rules: any DDLRules
    private let plain: Impact
    private let online: Impact
    /// By step, what clients must find once it has run.
    private var successions: [Int: Succession] = [:]
    /// What must come in the transaction of what it follows.
    private var followers: Set<ObjectID> = []
    private var pending: PendingReplacements
    private var made: Set<ObjectID> = []
    /// Steps that wait until nothing is missing, or until their successors are there; and those that come after them.
    private var waiting: [Int] = []
    private var result: [(id: ObjectID, statements: [Statement])] = []
    private var last: [(id: ObjectID, statements: [Statement])] = []
    private var hasPlace = false
    private var isLosing = false

    init(_ graph: StepGraph, _ folding: StatementFolding, online tables: OnlineTables, _ rules: any DDLRules) {
        self.graph = graph
        self.folding = folding
        self.rules = rules
        plain = graph.impact
        pending = PendingReplacements(plain)
        guard tables != .none else {
            online = plain
            return
        }
        let swapped = Self.swapped(graph, folding, plain.keeping(tables, swapping: []), rules)
        online = plain.keeping(tables, swapping: swapped)
        for (node, step) in graph.steps.enumerated() where !folding.isFolded(node) {
            let succession = rules.awaited(by: step, in: plain.objects)
            guard !succession.ids.isEmpty else { continue }
            successions[node] = succession
        }
        for (node, succession) in successions where !canOutlast(node, succession) {
            followers.formUnion(succession.ids)
        }
    }

    /// What is made anew for its own sake, and for whose end nothing waits but its successor.
    private static func swapped(
        _ graph: StepGraph, _ folding: StatementFolding, _ impact: Impact, _ rules: any DDLRules
    ) -> Set<ObjectID> {
        impact.objects.recreated.filter { id in
            guard let object = impact.objects.to[id], let dropper = graph.step(dropping: id),
                let maker = graph.step(making: id), !folding.isFolded(dropper), !folding.isFolded(maker),
                folding.parts(of: dropper).isEmpty
            else { return false }
            // What is altered while the old one is there: the rules know whether it minds.
            let others = graph.after[dropper].subtracting([maker]).compactMap { node -> Alteration? in
                if case .alter(let change) = graph.steps[node] { change } else { nil }
            }
            guard others.count + 1 == graph.after[dropper].count else { return false }
            return rules.canSwap(object, during: others, in: impact.objects)
        }
    }

    mutating func statements(of order: [Int]) -> [(id: ObjectID, statements: [Statement])] {
        for node in order where !isSwappedAway(node) {
            if isBehindWaiting(node) || outlasts(node) {
                waiting.append(node)
            } else {
                take(node)
                takeReady()
            }
        }
        takeReady(isEnd: true)
        return result + last
    }

    // MARK: What waits

    private func isBehindWaiting(_ node: Int) -> Bool { waiting.contains { graph.before[node].contains($0) } }

    /// Whether what goes can stay until its successors are there: nothing that they are made of waits for its end.
    private func canOutlast(_ node: Int, _ succession: Succession) -> Bool {
        guard succession.mayCoexist, mayWait(node) else { return false }
        let later = graph.closure(of: node, along: graph.after)
        return succession.ids.allSatisfy { id in graph.step(making: id).map { !later.contains($0) } ?? true }
    }

    private func outlasts(_ node: Int) -> Bool {
        guard let succession = successions[node], canOutlast(node, succession) else { return false }
        return !succession.ids.isSubset(of: made)
    }

    /// - Parameter isEnd: whether all is there that is to be there, but for what these steps make.
    private mutating func takeReady(isEnd: Bool = false) {
        while let place = waiting.indices.first(where: { isReady(waiting[$0], behind: waiting[..<$0], isEnd) }) {
            take(waiting.remove(at: place), isEnd: isEnd)
        }
    }

    private func isReady(_ node: Int, behind earlier: ArraySlice<Int>, _ isEnd: Bool) -> Bool {
        guard !earlier.contains(where: { graph.before[node].contains($0) }) else { return false }
        return isEnd || pending.isEmpty && !outlasts(node)
    }

    /// Whether nothing that has to be back waits for the step.
    private func mayWait(_ node: Int) -> Bool {
        graph.closure(of: node, along: graph.after).allSatisfy { other in
            let id = graph.steps[other].id
            let isBack = plain.objects.recreated.contains(id) || plain.setAside.contains(id)
            return (!isBack || online.objects.swapped.contains(id)) && !followers.contains(id)
        }
    }

    private func isSwappedAway(_ node: Int) -> Bool {
        guard case .drop(let object) = graph.steps[node] else { return false }
        return online.objects.swapped.contains(object.id)
    }

    // MARK: What runs

    private mutating func take(_ node: Int, isEnd: Bool = false) {
        let step = graph.steps[node]
        let isWhole = pending.isEmpty || isEnd
        let isSwapped = online.objects.swapped.contains(step.id)
        if !isSwapped { pending.take(step) }
        if case .create(let object) = step { made.insert(object.id) }
        if let succession = successions[node] { pending.await(succession.ids.subtracting(made)) }
        guard !folding.isFolded(node) else { return }
        let parts = folding.parts(of: node)
        made.formUnion(parts.map(\.id))
        var statements = rules.statements(for: step, with: parts, in: online)
        if statements.contains(where: { $0.transaction != .shared && !$0.comesLast }), !isWhole || !pending.isEmpty {
            guard isEnd || !mayWait(node) else { return waiting.append(node) }
            if !isEnd {
                statements = rules.statements(for: step, with: parts, in: plain)
                if isSwapped, let old = plain.objects.from[step.id] {
                    statements = rules.statements(for: .drop(old), with: [], in: plain) + statements
                }
            }
        }
        for index in statements.indices {
            // What follows the first, such as privileges, is about what that has made or dropped.
            statements[index].effects = index == 0 ? .init(of: step, with: parts) : .init(altered: [step.id])
        }
        if !statements.isEmpty, !isLosing, graph.late.contains(node) {
            isLosing = true
            statements[0].followsData = hasPlace
        }
        if case .create(let object) = step, object.kind == .table || object.kind == .column { hasPlace = true }
        if pending.isEmpty, let last = statements.indices.last { statements[last].mayCommitAfter = true }
        result.append((step.id, statements.filter { !$0.comesLast }))
        let ends = statements.filter(\.comesLast)
        if !ends.isEmpty { last.append((step.id, ends)) }
    }
}
