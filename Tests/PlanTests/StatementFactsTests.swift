import AutogenSchema
import Testing

@testable import AutogenPlan

@Suite struct StatementFactsTests {
    private static func table(_ names: String...) -> Address { Address(kind: "table", path: names) }

    @Test(arguments: [
        StatementFacts(uses: [RelationUse(table("public", "users"), lock: .accessExclusive, effect: .rewritten)]),
        StatementFacts(
            uses: [
                RelationUse(table("public", "events"), lock: .shareRowExclusive, effect: .scanned, partitions: 12),
                RelationUse(table("app", "a; b \"c\""), lock: .share),
            ],
            held: [
                RelationUse(table("public", "one"), lock: .accessExclusive, partitions: 1),
                RelationUse(table("public", "two"), lock: .exclusive),
            ]),
        StatementFacts(uses: [RelationUse(table("main", "users"), effect: .copied)]),
        StatementFacts(
            uses: [
                RelationUse(Address(kind: "materialized view", path: ["public", "totals"]), lock: .accessExclusive)
            ]),
    ])
    func isReadAsItIsWritten(_ facts: StatementFacts) {
        #expect(StatementFacts(facts.description) == facts, "\(facts)")
    }

    @Test(arguments: [
        "", "something", "table public.users", "table public.users FAST", "table public.users SHARE, eaten",
    ])
    func isNothingElse(_ text: String) { #expect(StatementFacts(text) == nil) }

    @Test func saysWhatIsNoticed() {
        let facts = StatementFacts(
            uses: [
                RelationUse(Self.table("public", "gone"), lock: .accessExclusive, effect: .dropped),
                RelationUse(Self.table("public", "read"), lock: .accessShare),
                RelationUse(Self.table("public", "users"), lock: .shareUpdateExclusive, effect: .scanned),
            ],
            held: [RelationUse(Self.table("public", "before"), lock: .accessExclusive)])
        #expect(
            facts.felt.description
                == "table public.users SHARE UPDATE EXCLUSIVE, scanned; held: table public.before ACCESS EXCLUSIVE")
    }
}
