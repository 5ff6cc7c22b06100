import AutogenSchema
import Testing

@testable import AutogenRevisions

/// A history drawn line by line: `c < a b + d [label]`, the oldest first.
enum DrawnHistory {
    static func graph(_ lines: [String]) throws -> RevisionGraph {
        try RevisionGraph(
            lines.enumerated().map { index, line in
                try RevisionScript(parsing: text(of: line, age: index), file: "\(line.prefix { $0 != " " }).sql")
            })
    }

    private static func text(of line: String, age: Int) throws -> String {
        var parts: [Character: [String]] = [:]
        var place: Character = "="
        for word in line.split(separator: " ") {
            if let sign = word.first, word.count == 1, "<+".contains(sign) {
                place = sign
            } else if word.hasPrefix("[") {
                place = "["
            }
            let name = word.filter { !"[]<+".contains($0) }
            if !name.isEmpty { parts[place, default: []].append(name) }
        }
        let down = parts["<", default: ["none"]].joined(separator: ", ")
        let needs = parts["+"].map { "-- depends-on: \($0.joined(separator: ", "))\n" } ?? ""
        let labels = parts["["].map { "-- labels: \($0.joined(separator: ", "))\n" } ?? ""
        let time = "2026-01-01T00:\(age / 50 + 10):\(age % 50 + 10)Z"
        return """
            -- revision: \(parts["=", default: []].joined())
            -- down-revision: \(down)
            -- created: \(time)
            -- dialect: sqlite
            \(needs)\(labels)-- upgrade
            -- downgrade
            """
    }
}
