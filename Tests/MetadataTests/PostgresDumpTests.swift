import AutogenConnection
import AutogenPostgresConnection
import AutogenSchema
import Testing

@Suite struct PostgresDumpTests {
    private static let sample: SQL = """
        CREATE SCHEMA shop;
        CREATE TYPE shop.state AS ENUM ('open', 'paid');
        CREATE DOMAIN shop.amount AS numeric(12, 2) CHECK (VALUE >= 0);
        CREATE TABLE shop.customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, mail text UNIQUE NOT NULL);
        CREATE TABLE shop.invoice (
          id serial PRIMARY KEY, customer bigint REFERENCES shop.customer, state shop.state DEFAULT 'open',
          total shop.amount, made date NOT NULL
        );
        CREATE TABLE shop.entry (made date NOT NULL, text text) PARTITION BY RANGE (made);
        CREATE TABLE shop.entry_2026 PARTITION OF shop.entry FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
        CREATE FUNCTION shop.total(c bigint) RETURNS numeric STABLE
        BEGIN ATOMIC
          SELECT sum(CASE WHEN state = 'paid' THEN total END) FROM shop.invoice WHERE customer = c;
        END;
        CREATE VIEW shop.due AS SELECT mail, shop.total(c.id) FROM shop.customer c;
        CREATE RULE quiet AS ON DELETE TO shop.customer DO ALSO (NOTIFY gone; DELETE FROM shop.invoice WHERE customer = OLD.id);
        CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN NEW; /* ; */ END $f$;
        CREATE TRIGGER touch BEFORE UPDATE ON shop.invoice FOR EACH ROW EXECUTE FUNCTION shop.touch();
        COMMENT ON TABLE shop.customer IS 'a; b''c';
        INSERT INTO shop.customer (mail) VALUES ('ada@example.org');
        """

    /// A dump of the dump of a database is the dump of the database.
    @Test(arguments: [[], ["--inserts"], ["--create"]])
    func loadsADump(_ options: [String]) async throws {
        let original = "autogen_test_dump_\(UInt32.random(in: 0...UInt32.max))"
        let connection = try await PostgresConnection.open(TestServer.url())
        try await connection.execute("CREATE DATABASE \(name: original) TEMPLATE template0")
        let source = try await PostgresConnection.open(TestServer.url().replacing(database: original))
        try await source.execute(Self.sample)
        let full = try TestServer.run("pg_dump", options + [original])
        let schema = try TestServer.run("pg_dump", ["--schema-only", "--no-owner", original])
        await source.close()
        try await connection.execute("DROP DATABASE \(name: original) WITH (FORCE)")
        await connection.close()

        let project = try Project(["dump.sql": full])
        let again = try await project.dumpOfScratch()
        #expect(schema.contains("CREATE RULE quiet"))
        #expect(Self.comparable(again) == Self.comparable(schema))
    }

    /// Without the lines with the random key of each dump.
    private static func comparable(_ dump: String) -> [Substring] {
        dump.split(separator: "\n").filter { !$0.hasPrefix("\\") }
    }
}
