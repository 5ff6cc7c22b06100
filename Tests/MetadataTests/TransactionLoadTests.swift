import AutogenMetadata
import AutogenSchema
import Testing

private enum Samples {
    static let both: [(sql: String, tables: [String])] = [
        ("BEGIN; CREATE TABLE a (x int); ROLLBACK; CREATE TABLE b (x int);", ["b"]),
        ("BEGIN; CREATE TABLE a (x int); COMMIT; ROLLBACK; CREATE TABLE b (x int);", ["a", "b"]),
        ("begin transaction; CREATE TABLE a (x int); rollback transaction;", []),
        (
            """
            BEGIN; CREATE TABLE a (x int); SAVEPOINT s; CREATE TABLE b (x int); ROLLBACK TO s; CREATE TABLE c (x int);
            ROLLBACK TO SAVEPOINT "s"; CREATE TABLE d (x int); RELEASE s; END;
            """, ["a", "d"]
        ),
        (
            """
            BEGIN; SAVEPOINT a; CREATE TABLE a (x int); SAVEPOINT A; CREATE TABLE b (x int); RELEASE SAVEPOINT a;
            ROLLBACK TO a; COMMIT;
            """, []
        ),
        ("BEGIN; CREATE TABLE a (x int); RELEASE nothing; CREATE TABLE b (x int);", ["a", "b"]),
    ]
    static let postgres: [(sql: String, tables: [String])] = [
        ("START TRANSACTION; CREATE TABLE a (x int); ABORT AND CHAIN; CREATE TABLE b (x int); ROLLBACK WORK;", []),
        ("BEGIN; CREATE TABLE a (x int); COMMIT AND CHAIN; CREATE TABLE b (x int); ROLLBACK AND NO CHAIN;", ["a"]),
        ("BEGIN; CREATE TABLE a (x int); PREPARE TRANSACTION 'p'; ROLLBACK PREPARED 'q';", ["a"]),
        ("BEGIN; SET search_path = pg_temp; ROLLBACK; CREATE TABLE a (x int);", ["a"]),
        (
            """
            CREATE FUNCTION make(name text) RETURNS int LANGUAGE plpgsql AS $$
            BEGIN EXECUTE format('CREATE TABLE %I (x int)', name); RETURN 1; END $$;
            PREPARE "P" (text) AS SELECT make($1); EXECUTE "P" ('a'); DEALLOCATE "P"; PREPARE p AS SELECT make('b');
            CREATE TABLE broken (x missing); EXECUTE p; CREATE DOMAIN missing AS int;
            """, ["a", "b", "broken"]
        ),
    ]
}

/// What a declared file rolls back is not declared, and what it commits is.
@Suite struct TransactionLoadTests {
    @Test(arguments: Samples.both.indices) func sqlite(index: Int) async throws {
        let sample = Samples.both[index]
        let loaded = try await Project(["a.sql": sample.sql, "b.sql": "CREATE TABLE z (x);"]).load(
            .sqlite, query: "SELECT name FROM sqlite_schema WHERE name <> 'z' ORDER BY name")
        #expect(loaded.values == sample.tables)
    }

    @Test(arguments: (Samples.both + Samples.postgres).indices) func postgres(index: Int) async throws {
        let sample = (Samples.both + Samples.postgres)[index]
        let loaded = try await Project(["a.sql": sample.sql]).load(
            .postgresql,
            query:
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1")
        #expect(loaded.values == sample.tables)
    }

    @Test func isSaid() async throws {
        let loaded = try await Project([
            "a.sql": "BEGIN;\nCREATE TABLE a (x);\nROLLBACK;\nSAVEPOINT s; CREATE TABLE b (x);"
        ]).load(.sqlite, query: "SELECT 1")
        #expect(
            loaded.notes.map(\.description) == [
                "a.sql:3:1: warning: this rolls back a statement, which is not part of the schema",
                "a.sql:4:1: warning: the transaction that begins here is never committed; its statements count all the same",
            ])
    }
}
