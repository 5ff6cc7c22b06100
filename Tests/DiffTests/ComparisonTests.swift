import AutogenDiff
import AutogenSchema
import Testing

@Suite struct ComparisonTests {
    private let table = ObjectID(.table, "public", "rooms")
    private let column = ObjectID(.column, "public", "rooms", "size")

    private func catalog(_ type: String?, position: Int = 1) -> Catalog {
        var catalog = Catalog(dialect: .postgresql, version: ServerVersion(15, 0))
        catalog.insert(SchemaObject(table, .table(Table())))
        if let type {
            var body = Column()
            body.type = type
            body.position = NotCompared(position)
            catalog.insert(SchemaObject(column, .column(body)), partOf: table)
        }
        return catalog
    }

    @Test func findsNothingBetweenEquals() {
        #expect(Comparison.changes(from: catalog("integer"), to: catalog("integer", position: 2)).isEmpty)
    }

    @Test func namesWhatDiffers() {
        let changes = Comparison.changes(from: catalog("integer"), to: catalog("bigint"))
        #expect(changes.map(\.description) == ["~ column public.rooms.size: type integer -> bigint"])
    }

    @Test func findsWhatComesAndGoes() {
        #expect(
            Comparison.changes(from: catalog(nil), to: catalog("text")).map(\.description) == [
                "+ column public.rooms.size"
            ])
        #expect(
            Comparison.changes(from: catalog("text"), to: catalog(nil)).map(\.description) == [
                "- column public.rooms.size"
            ])
    }
}
