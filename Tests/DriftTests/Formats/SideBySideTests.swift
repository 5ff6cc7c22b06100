import Testing

@testable import AutogenDrift

@Suite struct SideBySideTests {
    @Test func wordsThatDiffer() {
        let sides = SideBySide("a integer,\nb text", "a bigint,\nb text\nc date")
        #expect(sides.rows.count == 3)
        #expect(
            sides.rows[0].left == [
                .init(text: "a ", isChanged: false), .init(text: "integer", isChanged: true),
                .init(text: ",", isChanged: false),
            ])
        #expect(sides.rows[1].isSame)
        #expect(sides.rows[2].left == nil && sides.rows[2].right == [.init(text: "c date", isChanged: true)])
    }

    @Test(arguments: [("2026-02-29", false), ("2028-02-29", true), ("2026-13-01", false), ("26-01-01", false)])
    func days(_ text: String, _ isDay: Bool) { #expect((Day(text) != nil) == isDay) }

    @Test func largeDiagramsHaveAPlaceForEachBox() {
        let entities = (0..<1000).map {
            Entity(name: "t\($0)", kind: "table", fields: [EntityField(name: "id", type: "int")])
        }
        let relations = (1..<900).map { Relation(from: $0, to: $0 / 2, label: "id", isKey: true) }
        let layout = DiagramLayout(plain: Diagram(entities: entities, relations: relations))
        let places = Set(layout.points.map { "\($0.x) \($0.y)" })
        #expect(places.count == 1000)
        #expect(layout.width > layout.height / 2 && layout.width < layout.height * 8)
    }
}
