/// A diagram as SVG; its colours are classes that the page around it defines.
struct SVGDiagram {
    let diagram: Diagram
    let layout: DiagramLayout
    private static let margin = 20.0

    var text: String {
        let size = "\(number(-Self.margin)) \(number(-Self.margin)) \(number(width)) \(number(height))"
        let lines =
            diagram.relations.map(path) + diagram.entities.indices.map(box)
        return """
            <svg class="diagram" viewBox="\(size)" data-width="\(number(width))" data-height="\(number(height))" \
            xmlns="http://www.w3.org/2000/svg" role="img" aria-label="diagram of tables and foreign keys">
            \(lines.joined(separator: "\n"))
            </svg>
            """
    }

    var width: Double { layout.width + 2 * Self.margin }
    var height: Double { layout.height + 2 * Self.margin }

    private func box(_ place: Int) -> String {
        let entity = diagram.entities[place]
        let box = layout.boxes[place]
        let point = layout.points[place]
        var text = "<g class=\"entity \(entity.mark?.rawValue ?? "same")\" transform=\"translate(\(at(point)))\">"
        text += "<title>\(Markup.escaped("\(entity.kind) \(entity.name)"))</title>"
        text += "<rect class=\"box\" width=\"\(number(box.width))\" height=\"\(number(box.height))\" rx=\"5\"/>"
        text +=
            "<path class=\"head\" d=\"M0 5a5 5 0 0 1 5-5h\(number(box.width - 10))a5 5 0 0 1 5 5v19h-\(number(box.width))z\"/>"
        text += "<text class=\"name\" x=\"8\" y=\"16\">\(Markup.escaped(sign(entity.mark) + entity.name))</text>"
        for (index, line) in box.lines.enumerated() {
            let y = EntityBox.headHeight + (Double(index) + 0.75) * EntityBox.lineHeight
            let key = line.field.isPrimary ? "◆" : line.field.isForeign ? "→" : ""
            let mark = line.field.mark.map { " \($0.rawValue)" } ?? ""
            text += "<text class=\"key\" x=\"7\" y=\"\(number(y))\">\(key)</text>"
            text += "<text class=\"field\(mark)\" x=\"22\" y=\"\(number(y))\">\(Markup.escaped(line.text))</text>"
        }
        if box.hidden > 0 {
            let y = EntityBox.headHeight + (Double(box.lines.count) + 0.75) * EntityBox.lineHeight
            text += "<text class=\"more\" x=\"22\" y=\"\(number(y))\">and \(box.hidden) more</text>"
        }
        return text + "</g>"
    }

    private func sign(_ mark: DiagramMark?) -> String {
        switch mark {
        case .unexpected: "+ "
        case .missing: "− "
        case .changed: "~ "
        case nil: ""
        }
    }

    /// A curve from the side of one box to the side of another, with the arrow at what is referenced.
    private func path(_ relation: Relation) -> String {
        let from = layout.points[relation.from]
        let to = layout.points[relation.to]
        let source = layout.boxes[relation.from]
        let target = layout.boxes[relation.to]
        let field = relation.label.split(separator: ",").first.map(String.init) ?? ""
        let y1 = from.y + source.middle(of: field)
        let y2 = to.y + EntityBox.headHeight / 2
        let isLeft = to.x + target.width <= from.x
        let isRight = from.x + source.width <= to.x
        let x1 = isLeft ? from.x : from.x + source.width
        let x2 = isRight ? to.x : to.x + target.width
        let bend = isLeft || isRight ? max(30, abs(x2 - x1) / 2) : 40
        let c1 = isLeft ? x1 - bend : x1 + bend
        let c2 = isRight ? x2 - bend : x2 + bend
        let kind = relation.isKey ? "key" : "need"
        let classes = "relation \(kind) \(relation.mark?.rawValue ?? "same")"
        let tip = isRight ? "l-7 -4v8z" : "l7 -4v8z"
        return """
            <g class="\(classes)"><path d="M\(number(x1)) \(number(y1))C\(number(c1)) \(number(y1)) \
            \(number(c2)) \(number(y2)) \(number(x2)) \(number(y2))"/><path class="tip" d="M\(number(x2)) \
            \(number(y2))\(tip)"/></g>
            """
    }

    private func at(_ point: DiagramLayout.Point) -> String { "\(number(point.x)),\(number(point.y))" }

    private func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
    }
}
