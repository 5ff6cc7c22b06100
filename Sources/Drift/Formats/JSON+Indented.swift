import AutogenSchema

extension JSON {
    /// The text with two spaces of indentation a level, for files that people read and compare.
    var indented: String {
        var text = ""
        writeIndented(to: &text, indent: "")
        return text
    }

    private func writeIndented(to text: inout String, indent: String) {
        let inner = indent + "  "
        switch self {
        case .array(let items) where !items.isEmpty:
            text += "["
            for (index, item) in items.enumerated() {
                text += index > 0 ? ",\n\(inner)" : "\n\(inner)"
                item.writeIndented(to: &text, indent: inner)
            }
            text += "\n\(indent)]"
        case .object(let members) where !members.isEmpty:
            text += "{"
            for (index, member) in members.enumerated() {
                text += index > 0 ? ",\n\(inner)" : "\n\(inner)"
                JSON.string(member.key).write(to: &text)
                text += ": "
                member.value.writeIndented(to: &text, indent: inner)
            }
            text += "\n\(indent)}"
        case .null, .bool, .integer, .string, .array, .object: write(to: &text)
        }
    }
}
