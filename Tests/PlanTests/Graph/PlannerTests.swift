import AutogenPlan
import AutogenSchema
import Testing

/// The planner over catalogs made by hand: no database.
@Suite struct PlannerTests {
    private let empty = Catalog(dialect: .postgresql, version: ServerVersion(15, 0))

    /// Tables of one column each, with foreign keys from table to table.
    private func catalog(keys: [(String, String)], tables: [String]) -> Catalog {
        var catalog = empty
        for table in tables {
            let id = ObjectID(.table, "app", table)
            catalog.insert(SchemaObject(id, .table(Table())))
            var column = Column()
            column.type = "integer"
            catalog.insert(SchemaObject(ObjectID(.column, "app", table, "id"), .column(column)), partOf: id)
            var key = Constraint()
            key.type = .primaryKey
            key.definition = "PRIMARY KEY (id)"
            catalog.insert(
                SchemaObject(ObjectID(.constraint, "app", table, "\(table)_pkey"), .constraint(key)), partOf: id)
        }
        for (from, to) in keys {
            var key = Constraint()
            key.type = .foreignKey
            key.definition = "FOREIGN KEY (id) REFERENCES app.\(to)(id)"
            let id = ObjectID(.constraint, "app", from, "\(from)_\(to)_fkey")
            catalog.insert(SchemaObject(id, .constraint(key)), partOf: ObjectID(.table, "app", from))
            catalog.insert(dependency: ObjectID(.constraint, "app", to, "\(to)_pkey"), of: id)
        }
        return catalog
    }

    private func script(from: Catalog, to: Catalog) throws -> [String] {
        try Planner(rules: PostgresRules()).plan(from: from, to: to).statements.map(\.sql.text)
    }

    private func table(_ name: String, _ more: String = "") -> String {
        "CREATE TABLE app.\(name) (\n    id integer,\n    CONSTRAINT \(name)_pkey PRIMARY KEY (id)\(more)\n)"
    }

    @Test func foldsPartsIntoTheirTable() throws {
        #expect(try script(from: empty, to: catalog(keys: [], tables: ["a"])) == [table("a")])
    }

    @Test func makesTheReferencedTableFirst() throws {
        let target = catalog(keys: [("a", "b")], tables: ["a", "b"])
        let key = ",\n    CONSTRAINT a_b_fkey FOREIGN KEY (id) REFERENCES app.b(id)"
        #expect(try script(from: empty, to: target) == [table("b"), table("a", key)])
    }

    @Test func dropsInTheOppositeOrder() throws {
        let target = catalog(keys: [("a", "b"), ("c", "a")], tables: ["a", "b", "c"])
        #expect(try script(from: target, to: empty) == ["DROP TABLE app.c", "DROP TABLE app.a", "DROP TABLE app.b"])
    }

    @Test func breaksACircleOfForeignKeys() throws {
        let target = catalog(keys: [("a", "b"), ("b", "a")], tables: ["a", "b"])
        let key = ",\n    CONSTRAINT b_a_fkey FOREIGN KEY (id) REFERENCES app.a(id)"
        #expect(
            try script(from: empty, to: target) == [
                table("a"), table("b", key),
                "ALTER TABLE app.a ADD CONSTRAINT a_b_fkey FOREIGN KEY (id) REFERENCES app.b(id)",
            ])
        #expect(
            try script(from: target, to: empty) == [
                "ALTER TABLE app.b DROP CONSTRAINT b_a_fkey", "DROP TABLE app.a", "DROP TABLE app.b",
            ])
    }

    /// The order in which a dictionary happens to hold the objects must not show.
    @Test func writesTheSameScriptEveryTime() throws {
        let names = (1...40).map { "t\($0)" }
        let keys = zip(names, names.dropFirst()).map { ($0, $1) }
        let first = try script(from: empty, to: catalog(keys: keys, tables: names))
        for _ in 1...5 {
            #expect(try script(from: empty, to: catalog(keys: keys.shuffled(), tables: names.shuffled())) == first)
        }
    }

    @Test func namesWhatWaitsForEachOther() {
        var target = catalog(keys: [], tables: ["a", "b"])
        target.insert(dependency: ObjectID(.table, "app", "a"), of: ObjectID(.table, "app", "b"))
        target.insert(dependency: ObjectID(.table, "app", "b"), of: ObjectID(.table, "app", "a"))
        #expect {
            try script(from: empty, to: target)
        } throws: { error in
            "\(error)".hasSuffix("table app.a -> table app.b -> table app.a")
        }
    }

    @Test func doesNothingBetweenEquals() throws {
        let same = catalog(keys: [("a", "b")], tables: ["a", "b"])
        #expect(try Planner(rules: PostgresRules()).plan(from: same, to: same).isEmpty)
    }
}
