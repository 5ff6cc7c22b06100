import AutogenSchema
import Testing

/// `é` is one character in two spellings; for a database these are two texts.
@Suite struct ByteEqualityTests {
    private let one = "caf\u{E9}"
    private let other = "cafe\u{301}"

    @Test func operators() {
        let (some, another): (String?, String?) = (one, other)
        #expect(!(one == other) && one != other)
        #expect(!(some == another) && some != another && some == one)
        #expect([one] != [other] && [one] == [one])
        #expect([[one]] != [[other]])
        #expect(![one].contains(other) && [one].contains(one))
        #expect([one, other].firstIndex(of: other) == 1)
        #expect(Set([one, "tea"]).contains(one) && !Set([one, "tea"]).contains(other) && !Set([one]).contains("tea"))
    }

    @Test func keys() {
        #expect(Set([one.exact, other.exact]).count == 2)
        #expect(Set(["CAF\u{C9}".folded, "caf\u{C9}".folded, "caf\u{E9}".folded]).count == 2)
        #expect("plain".exact == "plain" && "Plain".folded == "plain")
        #expect(Set(["\u{1}c3\u{1}a9".exact, "\u{E9}".exact]).count == 2)
        #expect(["a", "b"].exact != ["a\u{1}00b"].exact)
    }

    @Test func identities() {
        let first = ObjectID(.table, "public", one)
        let second = ObjectID(.table, "public", other)
        #expect(first != second && Set([first, second]).count == 2)
        #expect((first < second) != (second < first))
        #expect(ObjectID(.table, "a", "b") < ObjectID(.column, "a", "b", "c"))
        #expect(ObjectID(.table, "ab", "c") != ObjectID(.table, "a", "bc"))
    }

    @Test func attributes() {
        func comment(_ text: String) -> Definition {
            var body = Comment()
            body.text = text
            return .comment(body)
        }
        func type(_ name: String) -> Definition {
            var body = CompositeType()
            body.attributes = [.init(name: name, type: "integer")]
            return .compositeType(body)
        }
        func labels(_ labels: [String]) -> Definition {
            var body = EnumType()
            body.labels = labels
            return .enumType(body)
        }
        #expect(labels(["a", "bc"]) != labels(["ab", "c"]) && labels(["a"]) != labels(["a", ""]))
        #expect(comment("a") != labels(["a"]))
        #expect(comment(one) != comment(other) && comment(one) == comment(one))
        #expect(type(one) != type(other) && type(one) == type(one))
        #expect(labels([one]) != labels([other]) && labels([one]) == labels([one]))
        #expect(JSON.string(one) != JSON.string(other))
        #expect(
            JSON.object([.init("a", .array([.string(one)]))]) != JSON.object([.init("a", .array([.string(other)]))]))
    }

    /// What is absent is not what is there and empty, and what is never compared makes no difference.
    @Test func fingerprints() {
        func column(_ change: (inout Column) -> Void) -> Definition {
            var body = Column()
            change(&body)
            return .column(body)
        }
        let plain = column { _ in }
        #expect(column { $0.collation = "" } != plain && column { $0.statistics = 0 } != plain)
        #expect(column { $0.notNull = true } != plain && column { $0.options = ["a=1"] } != plain)
        #expect(column { $0.storage = "a" } != column { $0.compression = "a" })
        #expect(column { $0.type = "12345678" } != column { $0.type = "123456780" })
        #expect(column { $0.type = "\u{0}" } != column { $0.type = "\u{0}\u{0}" })
        #expect(
            column { $0.position = NotCompared(7) } == plain && column { $0.declaration = NotCompared("a") } == plain)
        let id = ObjectID(.column, "main", "a", "b")
        #expect(SchemaObject(id, plain) == SchemaObject(id, plain))
        #expect(SchemaObject(id, plain) != SchemaObject(ObjectID(.column, "main", "a", "c"), plain))
        #expect(SchemaObject(id, plain) != SchemaObject(id, column { $0.notNull = true }))
    }
}
