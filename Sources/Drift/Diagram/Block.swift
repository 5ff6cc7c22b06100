/// A group of entities in columns, placed from its own upper left corner.
struct Block {
    let members: [Int]
    private(set) var points: [DiagramLayout.Point] = []
    private(set) var width = 0.0
    private(set) var height = 0.0

    private static let gapAcross = 70.0
    private static let gapDown = 24.0

    init(_ members: [Int], _ diagram: Diagram, _ boxes: [EntityBox]) {
        var places: [Int: DiagramLayout.Point] = [:]
        var x = 0.0
        for column in Self.columns(members, diagram, boxes) {
            var y = 0.0
            for member in column {
                places[member] = DiagramLayout.Point(x: x, y: y)
                y += boxes[member].height + Self.gapDown
            }
            height = max(height, y - Self.gapDown)
            x += (column.map { boxes[$0].width }.max() ?? 0) + Self.gapAcross
        }
        width = max(0, x - Self.gapAcross)
        self.members = members
        points = members.map { places[$0] ?? DiagramLayout.Point(x: 0, y: 0) }
    }

    /// By the length of the way to what refers to nothing; columns that are too high are split.
    private static func columns(_ members: [Int], _ diagram: Diagram, _ boxes: [EntityBox]) -> [[Int]] {
        let inside = Set(members)
        let relations = diagram.relations.filter { inside.contains($0.from) && $0.from != $0.to }
        var level: [Int: Int] = [:]
        // As many rounds as there may be columns; a circle of references ends with the last round.
        for _ in 0..<min(members.count, 12) {
            var isSettled = true
            for relation in relations {
                let wanted = min((level[relation.to] ?? 0) + 1, 12)
                guard wanted > level[relation.from] ?? 0 else { continue }
                level[relation.from] = wanted
                isSettled = false
            }
            if isSettled { break }
        }
        let area = members.reduce(0.0) { $0 + (boxes[$1].width + gapAcross) * (boxes[$1].height + gapDown) }
        let highest = max(500, (area / 1.8).squareRoot())
        let byLevel = Dictionary(grouping: members) { level[$0] ?? 0 }
        return byLevel.keys.sorted().flatMap { split(byLevel[$0] ?? [], boxes, highest) }
    }

    private static func split(_ column: [Int], _ boxes: [EntityBox], _ highest: Double) -> [[Int]] {
        var columns: [[Int]] = []
        var height = Double.infinity
        for member in column {
            let next = boxes[member].height + gapDown
            if height + next > highest {
                columns.append([])
                height = 0
            }
            columns[columns.count - 1].append(member)
            height += next
        }
        return columns
    }
}

/// Blocks side by side on shelves, so that the whole is somewhat wider than high.
enum Shelves {
    private static let gap = 60.0

    static func points(of blocks: [Block], count: Int) -> [DiagramLayout.Point] {
        var points = [DiagramLayout.Point](repeating: DiagramLayout.Point(x: 0, y: 0), count: count)
        let area = blocks.reduce(0.0) { $0 + ($1.width + gap) * ($1.height + gap) }
        let limit = max(blocks.map(\.width).max() ?? 0, (area * 1.8).squareRoot())
        var x = 0.0
        var y = 0.0
        var shelf = 0.0
        for block in blocks {
            if x > 0, x + block.width > limit {
                x = 0
                y += shelf + gap
                shelf = 0
            }
            for (member, point) in zip(block.members, block.points) {
                points[member] = DiagramLayout.Point(x: x + point.x, y: y + point.y)
            }
            x += block.width + gap
            shelf = max(shelf, block.height)
        }
        return points
    }
}
