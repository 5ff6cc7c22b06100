import AutogenSchema
import Testing

@Suite struct SnapshotTests {
    private func sample() -> Catalog {
        var catalog = Catalog(dialect: .sqlite, version: ServerVersion(3, 40, 1))
        let table = ObjectID(.table, "main", "guests")
        catalog.insert(SchemaObject(table, .table(Table())))
        var column = Column()
        column.type = "TEXT"
        column.notNull = true
        column.position = NotCompared(1)
        catalog.insert(SchemaObject(ObjectID(.column, "main", "guests", "name"), .column(column)), partOf: table)
        var comment = Comment()
        comment.text = "a \"quoted\" word, a \\ and a line\nbreak"
        catalog.insert(SchemaObject(ObjectID(.comment, on: table), .comment(comment)), partOf: table)
        return catalog
    }

    @Test func writesOneObjectALine() {
        #expect(
            Snapshot.text(of: sample()) == """
                {"format":2,"facts":2,"dialect":"sqlite","version":"3.40.1","objects":[
                {"kind":"table","path":["main","guests"]},
                {"kind":"comment","path":["main","guests"],"on":"table",\
                "part of":{"kind":"table","path":["main","guests"]},\
                "is":{"text":"a \\"quoted\\" word, a \\\\ and a line\\nbreak"}},
                {"kind":"column","path":["main","guests","name"],\
                "part of":{"kind":"table","path":["main","guests"]},\
                "is":{"position":1,"type":"TEXT","not null":true}}
                ]}

                """)
    }

    @Test func readsBackWhatItWrote() throws {
        let catalog = sample()
        let read = try Snapshot.catalog(parsing: Snapshot.text(of: catalog))
        #expect(read == catalog)
        #expect(Snapshot.contentHash(of: read) == Snapshot.contentHash(of: catalog))
    }

    /// A snapshot from before an attribute existed says nothing about it.
    @Test func readsSnapshotsThatSayLess() throws {
        let old = """
            {"format":2,"dialect":"postgresql","version":"14.2","objects":[
            {"kind":"column","path":["public","t","c"],"is":{"type":"text","an attribute of another day":true}}]}
            """
        let catalog = try Snapshot.catalog(parsing: old)
        let column = catalog.body(ObjectID(.column, "public", "t", "c"), as: Column.self)
        #expect(column?.type == "text")
        #expect(column?.notNull == false)
    }

    /// What a person or another program has put into another order, or says twice, is read all the same.
    @Test(arguments: [
        #"{"objects":[OBJECT],"version":"3.40.1","dialect":"sqlite","format":2}"#,
        #"{"seal":{"a":[1,{"b":null}]},"format":2,"dialect":"sqlite","version":"3.40.1","objects":[OBJECT]}"#,
    ])
    func readsMembersInAnyOrder(_ frame: String) throws {
        let object = """
            {"is":{"not null":false, "type":"INT","type":"TEXT", "not null" : true ,"position":1},
            "needs":[{"path":["main","other"],"kind":"table"}],
            "part of" : {"path":["main","guests"],"kind":"table"}, "path":["main","guests","name"],"\\u006bind":"column"}
            """
        let catalog = try Snapshot.catalog(parsing: frame.replacing("OBJECT", with: object))
        let id = ObjectID(.column, "main", "guests", "name")
        let column = try #require(catalog.body(id, as: Column.self))
        #expect(column.type == "TEXT" && column.notNull && column.position.value == 1)
        #expect(catalog.parent(of: id) == ObjectID(.table, "main", "guests"))
        #expect(Set(catalog.needs(of: id)) == [ObjectID(.table, "main", "guests"), ObjectID(.table, "main", "other")])
    }

    @Test(arguments: Kind.allCases)
    func knowsTheWordsOfAllKinds(_ kind: Kind) throws {
        #expect(Kind.allCases[kind.rank] == kind)
        let id = ObjectID(kind, "a", "b", "c")
        var catalog = Catalog(dialect: .postgresql, version: ServerVersion(15, 1))
        catalog.insert(SchemaObject(ObjectID(.table, "x"), .table(Table())), partOf: id)
        let read = try Snapshot.catalog(parsing: Snapshot.text(of: catalog))
        #expect(read.parent(of: ObjectID(.table, "x")) == id && read.parent(of: id) == nil)
    }

    @Test(arguments: [
        ("", "not a snapshot: line 1: the text ends too early"),
        ("{}", "not a snapshot: it has no \"format\""),
        ("{\"format\":99}", "the snapshot has format 99; this autogen reads up to 2: update autogen"),
        ("{\"format\":1}", "not a snapshot: it lacks \"dialect\", \"version\" or \"objects\""),
        (
            "{\"format\":2,\"dialect\":\"sqlite\",\"version\":\"3.40\",\"objects\":[{\"kind\":\"moon\",\"path\":[]}]}",
            "object 1: no known \"kind\" and \"path\""
        ),
        (
            """
            {"format":2,"dialect":"sqlite","version":"3.40","objects":[{"kind":"comment","path":["a"],"on":"table",\
            "is":{"text":7}}]}
            """, "comment on table a: attribute \"text\" has a value of the wrong type: 7"
        ),
        (
            """
            {"format":2,"dialect":"sqlite","version":"3.40","objects":[{"is":{"text":[7]},"kind":"comment","path":["a"],\
            "on":"table"}]}
            """, "comment on table a: attribute \"text\" has a value of the wrong type: [7]"
        ),
        (
            """
            {"format":2,"dialect":"sqlite","version":"3.40","objects":[{"kind":"table","path":["a"],"needs":[{}]}]}
            """, "table a: an unreadable entry in \"needs\""
        ),
        (
            """
            {"format":2,"dialect":"sqlite","version":"3.40","objects":[
            {"kind":"table","path":["a"],"is":{"strict":true,}}]}
            """, "not a snapshot: line 2: expected a key"
        ),
        ("{\"format\":2} {}", "not a snapshot: line 1: something follows the end of the value"),
    ])
    func saysWhatIsWrong(text: String, message: String) {
        #expect(throws: SnapshotError(message)) { try Snapshot.catalog(parsing: text) }
    }

    /// The order in which objects were found, and the server they came from, are no difference.
    @Test func hashesWhatTheSchemaIs() {
        var first = Catalog(dialect: .postgresql, version: ServerVersion(15, 1))
        var second = Catalog(dialect: .postgresql, version: ServerVersion(16, 2))
        let ids = ["a", "b", "c"].map { ObjectID(.namespace, $0) }
        for id in ids { first.insert(SchemaObject(id, .namespace(Namespace()))) }
        for id in ids.reversed() { second.insert(SchemaObject(id, .namespace(Namespace()))) }
        #expect(Snapshot.contentHash(of: first) == Snapshot.contentHash(of: second))
        second.remove(ids[0])
        #expect(Snapshot.contentHash(of: first) != Snapshot.contentHash(of: second))
    }
}

@Suite struct DamagedSnapshotTests {
    @Test(arguments: [
        (#"{"kind":"table","path":[]}"#, #"object 1: no known "kind" and "path""#),
        (
            #"{"kind":"column","path":["main","a","b"],"part of":{"kind":"column","path":["main","a","b"]}}"#,
            "column main.a.b is a part of itself"
        ),
    ])
    func saysWhatIsWrong(_ object: String, _ message: String) {
        let text = #"{"format":1,"dialect":"sqlite","version":"3.40.1","objects":[\#(object)]}"#
        #expect {
            try Snapshot.catalog(parsing: text)
        } throws: {
            "\($0)" == message
        }
    }

    /// The name of the role that migrated stood in what it made for itself; what is granted to it is what it may do.
    @Test func formatOneNamesTheMigratingRole() throws {
        let text = """
            {"format":1,"dialect":"postgresql","version":"15.0","objects":[
            {"kind":"table","path":["public","t"]},
            {"kind":"grant","path":["public","t","app"],"on":"table","part of":{"kind":"table","path":["public","t"]},\
            "is":{"privileges":["SELECT"]}},
            {"kind":"default privileges","path":["app","","TABLES","reader"],"is":{"privileges":["SELECT"],\
            "of current user":true}},
            {"kind":"default privileges","path":["other","","TABLES","app"],"is":{"privileges":["SELECT"]}}
            ]}
            """
        let catalog = try Snapshot.catalog(parsing: text)
        #expect(
            catalog.ids.map(\.description) == [
                "default privileges of CURRENT_USER on tables to reader",
                "default privileges of other on tables to CURRENT_USER", "table public.t",
                "grant on table public.t to CURRENT_USER",
            ])
        let now = try Snapshot.catalog(parsing: text.replacing("\"format\":1", with: "\"format\":2"))
        #expect(now.ids.contains { $0.path == ["app", "", "TABLES", "reader"] })
    }

    /// Facts that came later are found in the text, whatever number the snapshot says.
    @Test(arguments: ["", "\"facts\":1,"]) func completesWhatSQLiteSays(facts: String) throws {
        let text = """
            {"format":2,\(facts)"dialect":"sqlite","version":"3.40.1","objects":[
            {"kind":"table","path":["main","t"],"is":{"declaration":"CREATE TABLE t (a, CHECK (t.a > 1))"}},
            {"kind":"constraint","path":["main","t","check (t.a > 1)"],"part of":{"kind":"table","path":["main","t"]},"is":{"definition":"CHECK (t.a > 1)"}},
            {"kind":"trigger","path":["main","t","r"],"part of":{"kind":"table","path":["main","t"]},"is":{"definition":"AFTER INSERT ON t BEGIN SELECT 1; END"}},
            {"kind":"virtual table","path":["main","f"],"is":{"module":"fts5","definition":"fts5(a, content = 't', content_rowid = 'id')"}}
            ]}
            """
        let catalog = try Snapshot.catalog(parsing: text)
        #expect(
            catalog.body(ObjectID(.constraint, "main", "t", "check (t.a > 1)"), as: Constraint.self)?.namesTable.value
                == true)
        #expect(catalog.body(ObjectID(.trigger, "main", "t", "r"), as: Trigger.self)?.events.value == ["insert"])
        let index = try #require(catalog.body(ObjectID(.virtualTable, "main", "f"), as: VirtualTable.self))
        #expect(index.content.value == .external && index.contentTable.value == "t" && index.columns.value == ["a"])
        #expect(index.contentRowid.value == "id")
    }
}
