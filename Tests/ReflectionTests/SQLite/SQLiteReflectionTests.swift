import AutogenConnection
import AutogenReflection
import AutogenSQLiteConnection
import AutogenSchema
import Testing

@Suite struct SQLiteReflectionTests {
    private static let shop = """
        CREATE TABLE customer (
            id INTEGER PRIMARY KEY AUTOINCREMENT, -- counts on
            mail TEXT COLLATE nocase CONSTRAINT mail_given NOT NULL ON CONFLICT IGNORE UNIQUE,
            joined DATE DEFAULT (date('now')),
            shout TEXT GENERATED ALWAYS AS (upper(mail)) STORED
        );
        CREATE TABLE "order" (
            nr INT, customer INT REFERENCES Customer (ID) ON DELETE CASCADE,
            total REAL CHECK (total >= 0),
            CONSTRAINT order_key PRIMARY KEY (nr DESC)
        ) WITHOUT ROWID, STRICT;
        CREATE UNIQUE INDEX order_customer ON "order" (customer, abs(total)) WHERE total > 10;
        CREATE VIEW big AS SELECT * FROM "order" WHERE total > 100; -- the big ones
        CREATE VIEW biggest AS SELECT max(total) FROM big;
        CREATE TRIGGER hello AFTER INSERT ON customer BEGIN SELECT 1; DELETE FROM "order"; END;
        CREATE VIRTUAL TABLE text USING fts5(body);
        CREATE TABLE autogen_version (id TEXT);
        INSERT INTO customer (mail) VALUES ('a');
        ANALYZE;
        """

    private static let customer = ObjectID(.table, "main", "customer")
    private static let order = ObjectID(.table, "main", "order")

    @Test func findsEveryObjectOnce() async throws {
        let catalog = try await SQLiteSample.catalog(Self.shop)
        #expect(
            catalog.ids.map(\.description).sorted() == [
                "column main.\"order\".customer", "column main.\"order\".nr", "column main.\"order\".total",
                "column main.customer.id", "column main.customer.joined", "column main.customer.mail",
                "column main.customer.shout", "constraint main.\"order\".\"check (total >= 0)\"",
                "constraint main.\"order\".\"foreign key (customer) references customer\"",
                "constraint main.\"order\".order_key", "constraint main.customer.\"primary key\"",
                "constraint main.customer.\"unique (mail)\"", "default main.customer.joined",
                "index main.order_customer", "table main.\"order\"", "table main.customer",
                "trigger main.customer.hello", "view main.big", "view main.biggest", "virtual table main.text",
            ])
    }

    @Test func readsColumns() async throws {
        let catalog = try await SQLiteSample.catalog(Self.shop)
        let mail = try #require(catalog.body(ObjectID(.column, "main", "customer", "mail"), as: Column.self))
        #expect(mail.type == "TEXT")
        #expect(mail.collation == "NOCASE")
        #expect(mail.notNull)
        #expect(mail.notNullName == "mail_given")
        #expect(mail.options == ["NOT NULL ON CONFLICT IGNORE"])
        #expect(
            mail.declaration.value
                == "mail TEXT COLLATE nocase CONSTRAINT mail_given NOT NULL ON CONFLICT IGNORE UNIQUE")
        let shout = try #require(catalog.body(ObjectID(.column, "main", "customer", "shout"), as: Column.self))
        #expect(shout.type == "TEXT")
        #expect(shout.generated == "upper(mail)")
        #expect(!shout.virtual)
        let joined = catalog.body(ObjectID(.columnDefault, "main", "customer", "joined"), as: ColumnDefault.self)
        #expect(joined?.expression == "date('now')")
    }

    @Test func readsConstraintsAndIndexes() async throws {
        let catalog = try await SQLiteSample.catalog(Self.shop)
        func constraint(_ table: ObjectID, _ name: String) -> Constraint? {
            catalog.body(ObjectID(.constraint, path: table.path + [name]), as: Constraint.self)
        }
        #expect(constraint(Self.customer, "primary key")?.definition == "PRIMARY KEY (id) AUTOINCREMENT")
        #expect(constraint(Self.order, "order_key")?.definition == "PRIMARY KEY (nr DESC)")
        #expect(constraint(Self.order, "order_key")?.unnamed == false)
        let key = try #require(constraint(Self.order, "foreign key (customer) references customer"))
        #expect(key.definition == "FOREIGN KEY (customer) REFERENCES customer (id) ON DELETE CASCADE")
        #expect(key.references == Self.customer.path)
        #expect(key.referencedColumns == ["id"])
        let index = try #require(catalog.body(ObjectID(.index, "main", "order_customer"), as: Index.self))
        #expect(index.unique)
        #expect(index.columns == ["customer"])
        #expect(index.definition == "(customer, abs(total)) WHERE total > 10")
        let table = try #require(catalog.body(Self.order, as: Table.self))
        #expect(table.strict)
        #expect(table.withoutRowid)
    }

    @Test func readsDependencies() async throws {
        let catalog = try await SQLiteSample.catalog(Self.shop)
        #expect(Set(catalog.needs(of: ObjectID(.view, "main", "biggest"))) == [ObjectID(.view, "main", "big")])
        #expect(Set(catalog.needs(of: ObjectID(.view, "main", "big"))) == [Self.order])
        #expect(
            Set(catalog.needs(of: ObjectID(.trigger, "main", "customer", "hello"))) == [Self.customer, Self.order])
        #expect(
            Set(catalog.needs(of: ObjectID(.index, "main", "order_customer"))) == [
                Self.order, ObjectID(.column, "main", "order", "customer"), ObjectID(.column, "main", "order", "total"),
            ])
    }

    @Test func survivesViewsThatNameEachOther() async throws {
        let catalog = try await SQLiteSample.catalog(
            "CREATE VIEW one AS SELECT 1 AS two; CREATE VIEW two AS SELECT one.two FROM one; CREATE VIEW bad AS SELECT * FROM gone"
        )
        #expect(catalog.objects.count == 3)
        let between = [ObjectID(.view, "main", "one"), ObjectID(.view, "main", "two")].map {
            Array(catalog.needs(of: $0)).count
        }
        #expect(between.reduce(0, +) == 1)
    }

    @Test func readsInsideTheCallersTransaction() async throws {
        let connection = try await SQLiteSample.connection("CREATE TABLE a (x)")
        try await connection.execute("BEGIN; CREATE TABLE b (y)")
        let inside = try await Reflector.catalog(of: connection)
        #expect(inside.contains(ObjectID(.table, "main", "b")))
        try await connection.execute("ROLLBACK")
        let after = try await Reflector.catalog(of: connection)
        #expect(!after.contains(ObjectID(.table, "main", "b")))
    }

    @Test func saysWhatIsAttached() async throws {
        let connection = try await SQLiteConnection.open(.memory, mode: .create)
        #expect(try await Reflector.unmodelled(in: connection).isEmpty)
        try await connection.execute("ATTACH ':memory:' AS aux; CREATE TABLE aux.users (id INT)")
        let found = try await Reflector.unmodelled(in: connection).map(\.description)
        #expect(
            found == [
                "not compared: the attached database aux: a schema is that of one file; give this one an environment of its own"
            ])
        #expect(try await Reflector.catalog(of: connection).objects.isEmpty)
    }
}
