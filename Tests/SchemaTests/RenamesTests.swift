import AutogenSchema
import Testing

@Suite struct RenamesTests {
    private func renames(_ lines: String...) throws -> Renames { Renames(try lines.map { try Rename($0) }) }

    private func path(_ kind: Kind, _ path: String..., under renames: Renames) -> [String] {
        renames.renamed(Address(ObjectID(kind, path: path))).path
    }

    @Test func readsWhatItWrites() throws {
        for line in [
            "column public.users.nm -> name", "table public.users -> app.people", "schema a -> b",
            "label public.mood.\"so so\" -> fine", "table \"a->b\".c -> \"d.e\"",
            "function public.total.\"integer\" -> whole",
        ] {
            #expect(try Rename(line).description == line, "\(line)")
        }
        for line in ["column public.users.nm", "users -> people", "column a.b.c -> ", "column a.b.c -> d e", ""] {
            #expect(throws: AddressError.self) { try Rename(line) }
        }
    }

    /// What an object is part of may have another name, too.
    @Test func namesFollowWhatTheyBeginWith() throws {
        let all = try renames(
            "schema shop -> store", "table shop.users -> people", "column shop.users.nm -> name",
            "table shop.logs -> app.logs", "enum shop.mood -> feeling")
        #expect(path(.column, "shop", "users", "nm", under: all) == ["store", "people", "name"])
        #expect(path(.column, "shop", "users", "id", under: all) == ["store", "people", "id"])
        #expect(path(.column, "shop", "logs", "id", under: all) == ["app", "logs", "id"])
        #expect(path(.table, "shop", "orders", under: all) == ["store", "orders"])
        #expect(path(.table, "other", "users", under: all) == ["other", "users"])
        #expect(
            path(.function, "shop", "f", "shop.mood, integer, shop.users[]", under: all)
                == ["store", "f", "store.feeling, integer, store.people[]"])
        #expect(all.original(Address(kind: "column", path: ["store", "people", "x"])).path == ["shop", "users", "x"])
        #expect(all.original(Address(kind: "table", path: ["store", "orders"])).path == ["shop", "orders"])
    }

    @Test func severalRevisionsInARow() throws {
        let start = Set([("table", ["m", "a"]), ("column", ["m", "a", "x"])].map { Address(kind: $0, path: $1) })
        func composed(_ revisions: [String]...) throws -> [String] {
            Renames.composed(try revisions.map { try $0.map { try Rename($0) } }, from: start).map(\.description)
        }
        #expect(try composed(["table m.a -> b"], ["table m.b -> c"]) == ["table m.a -> c"])
        #expect(try composed(["table m.a -> b"], ["table m.b -> a"]).isEmpty)
        #expect(
            try composed(["table m.a -> b", "column m.a.x -> y"], ["column m.b.y -> z"])
                == ["table m.a -> b", "column m.a.x -> z"])
        #expect(try composed(["table m.a -> n.a"], ["table n.a -> b"]) == ["table m.a -> n.b"])
        // What the first of them has made was not there before.
        #expect(try composed(["table m.b -> c"], ["table m.c -> d"]).isEmpty)
    }
}
