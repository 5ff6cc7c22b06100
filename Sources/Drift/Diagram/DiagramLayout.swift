/// Where each entity of a diagram stands, in pixels from the upper left corner.
package struct DiagramLayout: Sendable, Hashable {
    struct Point: Sendable, Hashable {
        var x: Double
        var y: Double
    }

    private(set) var boxes: [EntityBox]
    private(set) var points: [Point]
    private(set) var width = 0.0
    private(set) var height = 0.0

    private init(boxes: [EntityBox], points: [Point]) {
        self.boxes = boxes
        self.points = points
        for (box, point) in zip(boxes, points) {
            width = max(width, point.x + box.width)
            height = max(height, point.y + box.height)
        }
    }

    /// Shows the neighbours of what differs in brief.
    static func boxes(of diagram: Diagram) -> [EntityBox] {
        let hasMarks = diagram.entities.contains { $0.mark != nil }
        return diagram.entities.map { EntityBox($0, isBrief: hasMarks && $0.mark == nil) }
    }

    /// Places without help: what belongs together stands together, in columns from the referenced to the referencing.
    package init(plain diagram: Diagram) {
        let boxes = Self.boxes(of: diagram)
        let blocks = DiagramComponents(diagram).groups.map { Block($0, diagram, boxes) }
        let points = Shelves.points(of: blocks, count: boxes.count)
        self.init(boxes: boxes, points: points)
    }

    /// Places as Graphviz has found them: the output of `dot -Tplain` for ``graphvizSource(of:)``; `nil` when it can't be
    /// read (<https://graphviz.org/docs/outputs/plain/>).
    package init?(graphviz output: String, of diagram: Diagram) {
        let boxes = Self.boxes(of: diagram)
        var points = [Point?](repeating: nil, count: boxes.count)
        var total = 0.0
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.first == "graph", words.count > 3 { total = Double(words[3]) ?? 0 }
            guard words.first == "node", words.count > 3, let place = Int(words[1].dropFirst()),
                points.indices.contains(place), let x = Double(words[2]), let y = Double(words[3])
            else { continue }
            points[place] = Point(
                x: x * 72 - boxes[place].width / 2, y: (total - y) * 72 - boxes[place].height / 2)
        }
        let found = points.compactMap(\.self)
        guard found.count == boxes.count else { return nil }
        let left = found.map(\.x).min() ?? 0
        let top = found.map(\.y).min() ?? 0
        self.init(boxes: boxes, points: found.map { Point(x: $0.x - left, y: $0.y - top) })
    }

    /// What to ask Graphviz: boxes of the size they will have, without their text.
    package static func graphvizSource(of diagram: Diagram) -> String {
        let nodes = boxes(of: diagram).enumerated().map { place, box in
            "n\(place) [width=\(rounded(box.width / 72)), height=\(rounded(box.height / 72))];"
        }
        let edges = diagram.relations.map { "n\($0.to) -> n\($0.from);" }
        let head = "digraph { rankdir=LR; nodesep=0.35; ranksep=0.9; node [shape=box, fixedsize=true, label=\"\"];"
        return ([head] + nodes + edges + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
