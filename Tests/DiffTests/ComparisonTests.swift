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

    private func checked(_ definition: String, notValid: Bool = false) -> Catalog {
        var catalog = catalog("text")
        var body = Constraint()
        body.definition = definition + (notValid ? " NOT VALID" : "")
        body.clause = NotCompared(definition)
        body.notValid = NotCompared(notValid)
        catalog.insert(
            SchemaObject(ObjectID(.constraint, "public", "rooms", "sized"), .constraint(body)), partOf: table)
        return catalog
    }

    private static let first =
        "CHECK (((size)::text = ANY ((ARRAY['s'::character varying, 'l'::character varying])::text[])))"
    private static let second =
        "CHECK (((size)::text = ANY (ARRAY[('s'::character varying)::text, ('l'::character varying)::text])))"

    @Test func takesWhatTheServerWritesTheSecondTimeForTheFirst() {
        #expect(Comparison.changes(from: checked(Self.first), to: checked(Self.second)).isEmpty)
        #expect(Comparison.changes(from: checked(Self.second), to: checked(Self.first)).isEmpty)
        let other = Self.second.replacing("'l'", with: "'m'")
        #expect(Comparison.changes(from: checked(Self.first), to: checked(other)).count == 1)
    }

    /// Rules compare texts themselves, so what is equal is the same text for them.
    @Test func handsRulesTextsThatAreEqual() throws {
        let changes = Comparison.changes(from: checked(Self.first, notValid: true), to: checked(Self.second))
        guard case .alter(let change)? = changes.first, case .constraint(let from) = change.from.definition,
            case .constraint(let to) = change.to.definition
        else {
            Issue.record("\(changes)")
            return
        }
        #expect(from.clause.value == to.clause.value)
        #expect(from.notValid.value && !to.notValid.value)
    }

    private func child(of parent: [String]?, default isThere: Bool, domain: Bool = false) -> Catalog {
        var catalog = catalog("character varying(10)")
        var partition = Partition()
        if let parent {
            partition.parent = parent
            catalog.insert(
                SchemaObject(ObjectID(.partition, path: table.path), .partition(partition)), partOf: table)
        }
        if domain {
            let id = ObjectID(.domain, "public", "word")
            catalog.insert(SchemaObject(id, .domain(Domain())))
            catalog.insert(dependency: id, of: column)
        }
        if isThere {
            var body = ColumnDefault()
            body.expression = "NULL::character varying"
            body.isNull = NotCompared(true)
            catalog.insert(
                SchemaObject(ObjectID(.columnDefault, path: column.path), .columnDefault(body)), partOf: column)
        }
        return catalog
    }

    @Test func takesTheDefaultNullOfAPartitionForNone() {
        let parent = ["public", "houses"]
        #expect(
            Comparison.changes(from: child(of: parent, default: true), to: child(of: parent, default: false)).isEmpty)
        #expect(
            Comparison.changes(from: child(of: parent, default: false), to: child(of: parent, default: true)).isEmpty)
        // A table that leaves its parent keeps the default, and a domain may have one of its own.
        let left = Comparison.changes(from: child(of: parent, default: true), to: child(of: nil, default: false))
        #expect(left.contains { $0.id.kind == .columnDefault })
        #expect(
            Comparison.changes(
                from: child(of: parent, default: true, domain: true),
                to: child(of: parent, default: false, domain: true)
            ).count == 1)
    }
}
