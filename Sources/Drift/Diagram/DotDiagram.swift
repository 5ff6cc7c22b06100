import AutogenSchema

/// A diagram in the language of Graphviz, with the columns of each table (<https://graphviz.org/doc/info/lang.html>).
package enum DotDiagram {
    package static func text(of diagram: Diagram) -> String {
        let nodes = diagram.entities.enumerated().map { place, entity in "    n\(place) [label=<\(label(entity))>];" }
        let edges = diagram.relations.map { relation in
            let style = relation.isKey ? "" : ", style=dashed"
            return "    n\(relation.from) -> n\(relation.to) [label=\(quoted(relation.label))\(style)];"
        }
        let head = [
            "digraph schema {", "    rankdir=LR;", "    node [shape=plain, fontname=\"monospace\", fontsize=10];",
            "    edge [fontname=\"monospace\", fontsize=9];",
        ]
        return (head + nodes + edges + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func label(_ entity: Entity) -> String {
        let rows = entity.fields.map { field in
            let key = field.isPrimary ? "◆ " : field.isForeign ? "→ " : ""
            let text = Markup.escaped("\(key)\(field.name) \(field.type)")
            return "<tr><td align=\"left\">\(text)</td></tr>"
        }
        return "<table border=\"0\" cellborder=\"1\" cellspacing=\"0\"><tr><td bgcolor=\"#dddddd\"><b>"
            + "\(Markup.escaped(entity.name))</b></td></tr>\(rows.joined())</table>"
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.visibleLine.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
}
