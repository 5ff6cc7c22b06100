import Testing

@testable import AutogenRevisions

/// The semantics of names and ways in forked histories, by tables.
@Suite struct HistoryTableTests {
    @Test(arguments: HistoryTable.cases) func holds(_ item: HistoryTable.Case) throws {
        let graph = try DrawnHistory.graph(item.graph)
        let halves = item.line.split(separator: " = ", maxSplits: 1)
        let question = halves[0].split(separator: " ").map(String.init)
        let answer = String(try #require(halves.last))
        let found = Self.answer(to: question, graph)
        // Where the table does not say where the database is then, only the steps are compared.
        let steps = found.split(separator: " => ")[0]
        #expect((answer.contains(" => ") ? found : String(steps)) == answer)
    }

    @Test func tableIsWhole() { #expect(HistoryTable.cases.count == 210) }

    private static func answer(to question: [String], _ graph: RevisionGraph) -> String {
        do {
            return try found(question[0], Array(question.dropFirst()), graph)
        } catch {
            return error is RevisionReferenceError || error is RevisionGraphError ? "error" : "\(error)"
        }
    }

    private static func found(_ verb: String, _ words: [String], _ graph: RevisionGraph) throws -> String {
        func list(_ ids: [RevisionID]) -> String { ids.isEmpty ? "base" : ids.map(\.text).joined(separator: " ") }
        func references(_ words: some Sequence<String>) throws -> [RevisionReference] {
            try words.map { try RevisionReference($0) }
        }
        func applied(_ words: some Sequence<String>) throws -> Set<RevisionID> {
            graph.ancestors(of: try references(words).flatMap { try graph.resolveAll($0, applied: nil) })
        }
        func heads(_ applied: Set<RevisionID>) -> String { list(graph.current(applied).sorted()) }
        let parts = words.split { [":", "->", "+", "-"].contains($0) }.map(Array.init)
        switch verb {
        case "find": return try graph.resolve(RevisionReference(words[0]), applied: nil).map { list([$0]) } ?? "base"
        case "all": return try list(graph.resolveAll(RevisionReference(words[0]), applied: nil))
        case "range":
            let flags: Set = ["inclusive", "whole"]
            let lower = parts[0].filter { $0 != "base" }
            return try list(
                graph.between(
                    lower: references(lower), upper: references(parts[1].filter { !flags.contains($0) }),
                    inclusive: parts[1].contains("inclusive"), whole: parts[1].contains("whole")))
        case "take":
            let inclusive = parts[1].last == "inclusive"
            let applied = try applied(parts[1].filter { $0 != "inclusive" })
            let target = try graph.downgradeTarget(of: RevisionReference(parts[0][0]), applied: applied)
            return list(graph.downgrades(to: target, applied: applied, inclusive: inclusive).map(\.id))
        case "up":
            let before = try applied(parts[0])
            let targets = try graph.upgradeTargets(of: references(parts[1]), applied: before)
            let steps = graph.upgrades(to: targets, applied: before).map(\.id)
            return "\(list(steps)) => \(heads(before.union(steps)))"
        case "down":
            let before = try applied(parts[0])
            let target = try graph.downgradeTarget(of: RevisionReference(parts[1][0]), applied: before)
            let steps = graph.downgrades(to: target, applied: before).map(\.id)
            return "\(steps.isEmpty ? "nothing" : list(steps)) => \(heads(before.subtracting(steps)))"
        case "stamp": return try heads(graph.stamped(references(parts[1]), applied: applied(parts[0])))
        case "step":
            let before = try applied(parts[0])
            let step = Set(try references(parts[1]).flatMap { try graph.resolveAll($0, applied: nil) })
            return heads(words.contains("+") ? before.union(step) : before.subtracting(step))
        default: return "unknown verb \(verb)"
        }
    }
}
