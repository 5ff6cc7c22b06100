import AutogenDiff
import AutogenSchema
import Testing

/// What may have another name is found, with a score, and nothing else is.
@Suite struct RenameDetectionTests {
    /// Tables as `name: column type, column type`.
    private func catalog(_ tables: String..., labels: [String: [String]] = [:]) -> Catalog {
        var catalog = Catalog(dialect: .postgresql, version: ServerVersion(15, 0))
        for (name, labels) in labels.sorted(by: { $0.key < $1.key }) {
            var type = EnumType()
            type.labels = labels
            catalog.insert(SchemaObject(ObjectID(.enumType, "public", name), .enumType(type)))
        }
        for table in tables {
            let parts = table.split(separator: ": ")
            let id = ObjectID(.table, "public", String(parts[0]))
            catalog.insert(SchemaObject(id, .table(Table())))
            for (place, column) in parts[1].split(separator: ", ").enumerated() {
                let words = column.split(separator: " ")
                var body = Column()
                body.type = String(words[1])
                body.position = NotCompared(place + 1)
                catalog.insert(
                    SchemaObject(ObjectID(.column, path: id.path + [String(words[0])]), .column(body)), partOf: id)
            }
        }
        return catalog
    }

    private func found(_ from: Catalog, _ to: Catalog, _ accepted: String...) throws -> [String] {
        let accepted = Renames(try accepted.map { try Rename($0) })
        return RenameDetection.candidates(from: from, to: to, accepted: accepted).map(\.rename.description)
    }

    @Test func aColumn() throws {
        let start = catalog("t: id int, nm text, age int")
        #expect(
            try found(start, catalog("t: id int, name text, age int")) == ["column public.t.nm -> name"])
        #expect(
            try found(start, catalog("t: id int, name varchar, age int")) == ["column public.t.nm -> name"])
        #expect(try found(start, catalog("t: id int, age int, born date")).isEmpty)
        #expect(try found(start, catalog("t: id int, nm text, age int, name text")).isEmpty)
        #expect(try found(start, catalog("t: id int, age int")).isEmpty)
    }

    @Test func theMostAlikeFirst() throws {
        let start = catalog("t: id int, first_nm text, last_nm text")
        #expect(
            try found(start, catalog("t: id int, last_name text, first_name text"))
                == ["column public.t.first_nm -> first_name", "column public.t.last_nm -> last_name"])
        #expect(try found(start, catalog("t: id int, last_name text")) == ["column public.t.last_nm -> last_name"])
    }

    /// A table with its columns, however many of them have other names.
    @Test func aTableWithItsColumns() throws {
        let start = catalog("users: id int, nm text, mail text, born date", "posts: id int, title text")
        #expect(
            try found(start, catalog("people: id int, name text, mail text, born date", "posts: id int, title text"))
                == ["table public.users -> people", "column public.users.nm -> name"])
        #expect(try found(start, catalog("posts: id int, title text", "tags: tag text, colour int")).isEmpty)
        #expect(
            try found(
                start, catalog("people: id int, name text, mail text, born date", "posts: id int, title text"),
                "table public.users -> people")
                == ["column public.users.nm -> name"])
    }

    @Test func labels() throws {
        let start = catalog(labels: ["mood": ["sad", "so so", "happy"]])
        #expect(
            try found(start, catalog(labels: ["mood": ["sad", "fine", "happy"]])) == [
                "label public.mood.\"so so\" -> fine"
            ])
        #expect(try found(start, catalog(labels: ["mood": ["sad", "happy", "merry"]])).isEmpty)
        #expect(
            try found(start, catalog(labels: ["feeling": ["sad", "so so", "happy"]])) == ["enum public.mood -> feeling"]
        )
    }

    @Test func nothingFromNothing() throws {
        let empty = catalog()
        let some = catalog("t: id int")
        #expect(try found(empty, some).isEmpty)
        #expect(try found(some, empty).isEmpty)
        #expect(try found(some, some).isEmpty)
    }
}
