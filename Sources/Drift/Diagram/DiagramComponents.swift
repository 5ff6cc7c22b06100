/// The parts of a diagram that no relation ties to each other, the largest first; loners come last, as one group.
struct DiagramComponents {
    private(set) var groups: [[Int]] = []

    init(_ diagram: Diagram) {
        var neighbours = [[Int]](repeating: [], count: diagram.entities.count)
        for relation in diagram.relations where relation.from != relation.to {
            neighbours[relation.from].append(relation.to)
            neighbours[relation.to].append(relation.from)
        }
        var seen = [Bool](repeating: false, count: diagram.entities.count)
        var loners: [Int] = []
        for start in diagram.entities.indices where !seen[start] {
            var group: [Int] = []
            var pending = [start]
            seen[start] = true
            while let next = pending.popLast() {
                group.append(next)
                for other in neighbours[next] where !seen[other] {
                    seen[other] = true
                    pending.append(other)
                }
            }
            if group.count == 1 { loners += group } else { groups.append(group.sorted()) }
        }
        groups.sort { ($0.count, $1[0]) > ($1.count, $0[0]) }
        if !loners.isEmpty { groups.append(loners) }
    }
}
