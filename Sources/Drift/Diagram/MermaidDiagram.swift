import AutogenSchema

/// A diagram as Mermaid's `erDiagram` (<https://mermaid.js.org/syntax/entityRelationshipDiagram.html>).
package enum MermaidDiagram {
    package static func text(of diagram: Diagram) -> String {
        var lines = ["erDiagram"]
        for entity in diagram.entities {
            lines.append("    \(quoted(entity.name)) {")
            for field in entity.fields {
                let keys = [field.isPrimary ? "PK" : nil, field.isForeign ? "FK" : nil].compactMap(\.self)
                let tail = keys.isEmpty ? "" : " " + keys.joined(separator: ",")
                lines.append("        \(word(field.type)) \(word(field.name))\(tail)")
            }
            lines.append("    }")
        }
        for relation in diagram.relations {
            let line = relation.isKey ? "}o--||" : "}o..||"
            let label = relation.label.isEmpty ? "reads" : relation.label
            lines.append(
                "    \(quoted(diagram.entities[relation.from].name)) \(line) "
                    + "\(quoted(diagram.entities[relation.to].name)) : \(quoted(label))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String { "\"\(text.visibleLine.replacing("\"", with: "'"))\"" }

    /// Types and names must begin with a letter and hold no spaces.
    private static func word(_ text: String) -> String {
        let plain = text.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "(" || $0 == ")" ? $0 : "_" }
        let word = plain.isEmpty ? "any" : String(plain)
        return word.first?.isLetter ?? false ? word : "x\(word)"
    }
}
