import Testing

@testable import AutogenRevisions

/// Histories that are none, and the order of large ones.
@Suite struct HistoryFaultTests {
    /// One history a line, its revisions separated by semicolons, and the revisions of the circle in it.
    static let circles = [
        ("a < a", "a"), ("a < a; b < a; c < b", "a"), ("a; b < a; c < b c", "c"), ("a; b < a b; c1 < b; c2 < b", "b"),
        ("a; b1 < a; b2 < a; c < b1 b2 c", "c"), ("a + a", "a"), ("a + a; b < a; c < b", "a"),
        ("a; b < a; c < b + c", "c"), ("a; b < a + b; c1 < b; c2 < b", "b"), ("a; b1 < a; b2 < a; c < b1 b2 + c", "c"),
        ("a < c; b < a; c < b", "a b c"), ("a < c; b < a; c < b; d; e < d", "a b c"),
        ("a < c; b < a; c < b; d < c; e < d", "a b c"), ("a; b < a; c < b e; d < c; e < d", "c d e"),
        ("a + c; b < a; c < b", "a b c"), ("a + c; b < a; c < b; d; e < d", "a b c"),
        ("a + c; b < a; c < b; d < c; e < d", "a b c"), ("a; b < a; c < b + e; d < c; e < d", "c d e"),
    ]

    @Test(arguments: circles) func circle(_ history: String, _ members: String) {
        #expect {
            try DrawnHistory.graph(history.split(separator: "; ").map(String.init))
        } throws: { error in
            guard case RevisionGraphError.cycle(let files) = error else { return false }
            return Set(files) == Set(members.split(separator: " ").map { "\($0).sql" })
        }
    }

    @Test func oneLabelTwice() throws {
        #expect(throws: RevisionGraphError.duplicateLabel("x", files: ["b.sql", "d.sql"])) {
            try DrawnHistory.graph(["a", "b < a [x]", "c", "d < c [x]", "e < d"])
        }
        #expect(throws: RevisionGraphError.duplicateLabel("a", files: ["a.sql", "b.sql"])) {
            try DrawnHistory.graph(["a", "b < a [a]"])
        }
    }

    @Test func dependencyOnNothing() throws {
        #expect(throws: RevisionGraphError.missing(try id("x"), neededBy: "b.sql")) {
            try DrawnHistory.graph(["a", "b < a + x"])
        }
    }

    @Test func labelsAndBranchPoints() throws {
        let graph = try DrawnHistory.graph(["a", "b1 < a [one]", "b2 < a [two]", "c1 < b1", "m < c1 b2"])
        #expect(graph.branchPoints == [try id("a")])
        #expect(try graph.branchLabels(of: id("c1")) == ["one"])
        #expect(try graph.branchLabels(of: id("m")) == ["one", "two"])
        #expect(try graph.branchLabels(of: id("a")) == [])
    }

    /// Whatever the history, everything needed comes first on the way up, and nothing is left out or done twice.
    @Test(arguments: 0..<10) func orderOfRandomHistories(_ seed: UInt64) throws {
        var random = Numbers(state: seed + 1)
        let lines = (0..<30).map { index in
            let parents = (0..<min(index, 2)).filter { _ in random.next() % 5 != 0 }.map { _ in
                "r\(max(0, index - 1 - Int(random.next() % 6)))"
            }
            let need = index > 3 && random.next() % 6 == 0 ? " + r\(random.next() % UInt64(index))" : ""
            return "r\(index)" + (parents.isEmpty ? "" : " < \(Set(parents).sorted().joined(separator: " "))") + need
        }
        let graph = try DrawnHistory.graph(lines)
        let upgrades = graph.upgrades(to: graph.independentHeads, applied: [])
        #expect(Set(upgrades.map(\.id)) == Set(graph.scripts.map(\.id)))
        #expect(upgrades.count == lines.count)
        var done: Set<RevisionID> = []
        for script in upgrades {
            #expect(done.isSuperset(of: script.revision.downRevisions + script.revision.dependsOn))
            // What is left to do does not change its order when some of it is done.
            let rest = graph.upgrades(to: graph.independentHeads, applied: done).map(\.id)
            #expect(Set(rest) == Set(graph.scripts.map(\.id)).subtracting(done))
            done.insert(script.id)
        }
        for target in graph.scripts.map(\.id) {
            let gone = graph.downgrades(to: DowngradeTarget(place: target), applied: done).map(\.id)
            let kept = done.subtracting(gone)
            #expect(graph.ancestors(of: kept) == kept)
            #expect(kept.contains(target))
        }
    }

    /// Marsaglia's xorshift: the same histories in each run.
    private struct Numbers {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
