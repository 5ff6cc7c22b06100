import Testing

@testable import AutogenRevisions

/// Histories, good and bad, and the names of places in them.
@Suite struct GraphTests {
    private func history() throws -> RevisionGraph {
        try RevisionGraph([script("ccc3", after: "bbb2"), script("aaa1"), script("bbb2", after: "aaa1")])
    }

    @Test func orderAndPaths() throws {
        let graph = try history()
        #expect(graph.scripts.map(\.id.text) == ["aaa1", "bbb2", "ccc3"])
        #expect(try graph.head() == id("ccc3"))
        #expect(try graph.upgrades(to: [id("ccc3")], applied: [id("aaa1")]).map(\.id.text) == ["bbb2", "ccc3"])
        let all = Set(graph.scripts.map(\.id))
        #expect(
            try graph.downgrades(to: DowngradeTarget(place: id("aaa1")), applied: all).map(\.id.text) == [
                "ccc3", "bbb2",
            ])
        #expect(graph.downgrades(to: DowngradeTarget(place: nil), applied: all).count == 3)
    }

    @Test(
        arguments: [
            ("base", nil), ("head", "ccc3"), ("bb", "bbb2"), ("head-1", "bbb2"), ("base+1", "aaa1"), ("+1", "bbb2"),
            ("-1", nil), ("current", "aaa1"), ("aaa1+2", "ccc3"), ("head-3", nil),
        ] as [(String, String?)])
    func references(_ text: String, _ expected: String?) throws {
        let place = try history().resolve(RevisionReference(text), applied: [id("aaa1")])
        #expect(place?.text == expected)
    }

    @Test(arguments: [
        ("head+1", "leads beyond"), ("-2", "leads beyond"), ("zz", "no revision \"zz\""), ("", "names no revision"),
        ("head-x", "names no revision"), ("a@b@c", "names no revision"), ("x@aaa1", "no branch \"x\""),
        ("bbb3", "did you mean bbb2?"),
    ])
    func badReferences(_ text: String, _ message: String) throws {
        let graph = try history()
        #expect {
            _ = try graph.resolve(RevisionReference(text), applied: [id("aaa1")])
        } throws: {
            "\($0)".contains(message)
        }
    }

    @Test func ambiguousPrefix() throws {
        let graph = try RevisionGraph([script("ab1"), script("ab2", after: "ab1")])
        #expect(throws: RevisionReferenceError.ambiguous("ab", [try id("ab1"), try id("ab2")])) {
            _ = try graph.resolve(RevisionReference("ab"), applied: nil)
        }
    }

    @Test func faults() throws {
        #expect(throws: RevisionGraphError.missing(try id("zzz"), neededBy: "a.sql")) {
            try RevisionGraph([script("a", after: "zzz")])
        }
        #expect(throws: RevisionGraphError.duplicate(try id("a"), files: ["a.sql", "a.sql"])) {
            try RevisionGraph([script("a"), script("a")])
        }
        #expect(throws: RevisionGraphError.cycle(files: ["b.sql", "c.sql"])) {
            try RevisionGraph([script("a"), script("b", after: "c"), script("c", after: "b")])
        }
        let fork = try RevisionGraph([script("a"), script("b", after: "a"), script("c", after: "a")])
        let heads = [try #require(fork[id("b")]), try #require(fork[id("c")])]
        #expect(throws: RevisionGraphError.severalHeads(heads)) { _ = try fork.head() }
    }
}
