import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// What a database has beyond its schema is named, and left alone.
@Suite struct UnmodelledTests {
    private func unmodelled(_ script: String) async throws -> [String] {
        try await TestServer.with(script) { connection in
            try await Reflector.unmodelled(in: connection).map(\.description)
        }
    }

    @Test func saysNothingOfAnOrdinaryDatabase() async throws {
        let script = "CREATE TABLE a (id integer); GRANT SELECT ON a TO PUBLIC; GRANT ALL ON SCHEMA public TO PUBLIC"
        #expect(try await unmodelled(script) == [])
    }

    @Test func namesWhatIsDoneToTheSystem() async throws {
        let script = """
            REVOKE EXECUTE ON FUNCTION pg_sleep(double precision) FROM PUBLIC;
            CREATE FUNCTION pg_catalog.answer() RETURNS integer LANGUAGE sql AS 'SELECT 42';
            """
        #expect(
            try await unmodelled(script) == [
                "not compared: function answer(): it is in a schema of the system",
                "not compared: privileges on function pg_sleep(double precision): it belongs to the system",
            ])
    }

    @Test func namesWhatSomebodyElseGranted() async throws {
        let script = """
            CREATE TABLE mine (id integer); CREATE TABLE passed_on (id integer);
            GRANT SELECT ON mine TO pg_monitor;
            GRANT SELECT ON passed_on TO pg_monitor WITH GRANT OPTION;
            CREATE TABLE apart (id integer); GRANT SELECT (id) ON apart TO pg_monitor WITH GRANT OPTION;
            SET ROLE pg_monitor; GRANT SELECT ON passed_on TO pg_read_all_stats;
            GRANT SELECT (id) ON apart TO pg_read_all_stats; RESET ROLE;
            """
        #expect(
            try await unmodelled(script) == [
                "not compared: who granted privileges on 2 objects, such as column id of table apart: privileges are "
                    + "granted in the name of the owner"
            ])
    }

    /// Here plpgsql, which every server has, stands for an extension with a schema, tables and functions.
    @Test func leavesTheSchemaOfAnExtensionToIt() async throws {
        let script = """
            CREATE SCHEMA chunks; ALTER EXTENSION plpgsql ADD SCHEMA chunks;
            CREATE TABLE chunks.one (id integer); CREATE VIEW chunks.two AS SELECT id FROM chunks.one;
            CREATE TABLE settings (id integer); ALTER EXTENSION plpgsql ADD TABLE settings;
            CREATE POLICY own ON settings USING (true);
            GRANT SELECT ON settings TO PUBLIC; GRANT UPDATE (id) ON settings TO PUBLIC;
            CREATE FOREIGN DATA WRAPPER far; ALTER EXTENSION plpgsql ADD FOREIGN DATA WRAPPER far;
            CREATE SERVER away FOREIGN DATA WRAPPER far; ALTER EXTENSION plpgsql ADD SERVER away;
            GRANT USAGE ON FOREIGN DATA WRAPPER far TO PUBLIC; GRANT USAGE ON FOREIGN SERVER away TO PUBLIC;
            GRANT SELECT (relname) ON pg_class TO PUBLIC;
            CREATE TABLE mine (id integer);
            """
        let (catalog, unmodelled) = try await TestServer.with(script) { connection in
            (try await Reflector.catalog(of: connection), try await Reflector.unmodelled(in: connection))
        }
        #expect(catalog.ids.filter { $0.kind == .table || $0.kind == .view } == [ObjectID(.table, "public", "mine")])
        #expect(
            unmodelled.map(\.description) == [
                "not compared: 2 tables and views of schema chunks: the schema belongs to an extension",
                "not compared: policy own on table settings: the table belongs to an extension",
                "not compared: privileges on column id of table settings: it belongs to an extension",
                "not compared: privileges on column relname of table pg_class: it belongs to the system",
                "not compared: privileges on foreign-data wrapper far: it belongs to an extension",
                "not compared: privileges on server away: it belongs to an extension",
                "not compared: privileges on table settings: it belongs to an extension",
            ])
    }

    /// An extension of that name with the table by which pg_partman knows what it keeps.
    @Test func leavesPartitionsToTheirKeeper() async throws {
        let script = """
            CREATE SCHEMA partman;
            INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
                VALUES (99999, 'pg_partman', 10, 'partman'::regnamespace, false, '5.0');
            CREATE TABLE partman.part_config (parent_table text, template_table text);
            ALTER EXTENSION pg_partman ADD TABLE partman.part_config;
            CREATE TABLE partman.template (id integer);
            CREATE TABLE event (id integer) PARTITION BY RANGE (id);
            CREATE INDEX ON event (id);
            CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
            CREATE TABLE event_1_1 PARTITION OF event_1 FOR VALUES FROM (0) TO (5);
            INSERT INTO partman.part_config VALUES ('public.event', 'partman.template');
            CREATE TABLE kept (id integer) PARTITION BY RANGE (id);
            CREATE TABLE kept_1 PARTITION OF kept FOR VALUES FROM (0) TO (10);
            """
        let (catalog, unmodelled) = try await TestServer.with(script) { connection in
            (try await Reflector.catalog(of: connection), try await Reflector.unmodelled(in: connection))
        }
        #expect(
            Set(catalog.ids.filter { [.table, .index, .partition].contains($0.kind) }) == [
                ObjectID(.table, "public", "event"), ObjectID(.index, "public", "event_id_idx"),
                ObjectID(.table, "public", "kept"), ObjectID(.table, "public", "kept_1"),
                ObjectID(.partition, "public", "kept_1"),
            ])
        #expect(unmodelled.map(\.what) == ["3 tables that pg_partman keeps"])
    }
}
