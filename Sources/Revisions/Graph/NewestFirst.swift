/// Puts revisions in an order in which each comes before what it needs, staying on one branch as long as it can.
///
/// From each tip the way leads down its branch. Where a revision is reached that another open branch still leads to,
/// that branch is gone down first. So a branch stands in one piece, and what branches share stands below all of them.
struct NewestFirst {
    private struct Branch {
        var id: RevisionID
        /// At least what ``id`` needs; what was passed already may be among it.
        var ancestors: Set<RevisionID>
    }

    private let graph: RevisionGraph
    private var left: Set<RevisionID>
    private var branches: [Branch]

    static func order(_ set: Set<RevisionID>, in graph: RevisionGraph) -> [RevisionID] {
        var order = NewestFirst(set, graph)
        return order.walk()
    }

    private init(_ set: Set<RevisionID>, _ graph: RevisionGraph) {
        self.graph = graph
        left = set
        branches = graph.tips(of: set).map { Branch(id: $0, ancestors: graph.ancestors(of: [$0])) }
    }

    private mutating func walk() -> [RevisionID] {
        var result: [RevisionID] = []
        var index = 0
        while branches.indices.contains(index) {
            let id = branches[index].id
            let other = branches.indices.first { $0 != index && branches[$0].ancestors.contains(id) }
            if let other {
                index = other
                continue
            }
            left.remove(id)
            result.append(id)
            let open = Set(branches.map(\.id))
            let below = graph.needs[id, default: []].filter { left.contains($0) && !open.contains($0) }
            if let first = below.first {
                descend(index, to: first, and: below.dropFirst())
            } else {
                branches.remove(at: index)
                index = max(index - 1, 0)
            }
        }
        return result
    }

    private mutating func descend(_ index: Int, to first: RevisionID, and others: ArraySlice<RevisionID>) {
        // Along a plain line the ancestors are those already known.
        if graph.needs[branches[index].id, default: []].count > 1 {
            branches[index].ancestors = graph.ancestors(of: [first])
        }
        branches[index].id = first
        branches += others.map { Branch(id: $0, ancestors: graph.ancestors(of: [$0])) }
    }
}
