import AutogenSchema
import Testing

@testable import AutogenRevisions

private let made = "CREATE TABLE u_new (id, b);"
private let renamed = "ALTER TABLE u_new RENAME TO u;"
private let swapped = "DROP TABLE u; \(renamed)"
private let hazard = "-- hazard (rewrite): copies all rows of u to a new table\n"
private let place = "-- hazard (needs a decision): column main.u.c: fails on rows, which need a value\n"
private let function =
    "CREATE FUNCTION app.f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN DELETE FROM u; RETURN 1; END $$;"
private let rule = "CREATE RULE r AS ON INSERT TO w DO ALSO "
private let trigger =
    "CREATE TRIGGER t AFTER INSERT OR DELETE ON w FOR EACH ROW EXECUTE FUNCTION app.f();"

/// Statements that take something away without looking like it.
@Suite struct HiddenLossTests {
    private func script(
        _ sql: String, _ dialect: Dialect, accepts: String? = nil, downgrade: String = ""
    ) throws -> RevisionScript {
        let accepts = accepts.map { "-- accepts: \($0)\n" } ?? ""
        let text = """
            -- revision: a
            -- down-revision: none
            -- dialect: \(dialect)
            \(accepts)-- upgrade
            \(sql)
            -- downgrade
            \(downgrade)

            """
        return try RevisionScript(parsing: text, file: "a.sql")
    }

    private func losses(_ sql: String, _ dialect: Dialect = .postgresql) throws -> [String] {
        let upgrade = ScriptLosses(try script(sql, dialect)).upgrade.map(\.object.description)
        let downgrade = ScriptLosses(try script("", dialect, downgrade: sql)).downgrade.map(\.object.description)
        #expect(upgrade == downgrade)
        return upgrade
    }

    /// What is made only where it is not there is not made here.
    @Test(arguments: [Dialect.postgresql, .sqlite]) func madeOnlyIfItIsNotThere(_ dialect: Dialect) throws {
        let schema = dialect == .sqlite ? "main." : "app."
        let create = "CREATE TABLE IF NOT EXISTS \(schema)t (id int); "
        #expect(try losses(create + "DELETE FROM \(schema)t;", dialect) == ["rows \(schema)t"])
        #expect(try losses(create + "DROP TABLE \(schema)t;", dialect) == ["table \(schema)t"])
        #expect(try losses(create + "UPDATE \(schema)t SET b = 1;", dialect) == ["column \(schema)t.b"])
        guard dialect == .postgresql else { return }
        #expect(try losses(create + "TRUNCATE app.t;") == ["rows app.t"])
        let add = "ALTER TABLE t ADD COLUMN IF NOT EXISTS b int; "
        #expect(try losses(add + "ALTER TABLE t DROP COLUMN b;") == ["column t.b"])
        #expect(try losses(add + "UPDATE t SET b = 1;") == ["column t.b"])
    }

    /// A copy that leaves rows or columns out keeps nothing.
    @Test(arguments: [
        ("INSERT INTO u SELECT * FROM u WHERE false; DROP TABLE u;", ["table main.u"]),
        ("INSERT INTO archive.u SELECT * FROM u WHERE id < 5; DROP TABLE u;", ["table main.u"]),
        ("INSERT INTO archive.u SELECT * FROM u; DROP TABLE u;", ["table main.u"]),
        ("\(made) INSERT INTO u_new (id, b) SELECT id, b FROM u; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT id, NULL FROM u; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u WHERE id < 5; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u LIMIT 5; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT DISTINCT * FROM u; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT u.* FROM u JOIN v USING (id); \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u, v; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u EXCEPT SELECT * FROM v; \(swapped)", ["table main.u"]),
        ("\(made) INSERT OR IGNORE INTO u_new SELECT * FROM u; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u; DELETE FROM u_new; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u; UPDATE u_new SET b = 1; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u; ALTER TABLE u_new DROP COLUMN b; \(swapped)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u; DROP TABLE u; DELETE FROM u_new; \(renamed)", ["table main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u; \(swapped) DELETE FROM u;", ["rows main.u"]),
        ("\(made) INSERT INTO u_new SELECT * FROM u; \(swapped)", []),
        ("\(made)\n\(hazard)INSERT INTO u_new (id, b) SELECT id, coalesce(b, (1)) FROM u; \(swapped)", []),
        ("\(made)\n\(hazard)INSERT INTO u_new SELECT id, NULL FROM u; \(swapped)", ["table main.u"]),
        ("\(made)\n\(hazard)\(place)INSERT INTO u_new SELECT id, NULL FROM u; \(swapped)", []),
        ("\(made)\n\(hazard)INSERT INTO u_new SELECT max(id) FROM u; \(swapped)", ["table main.u"]),
        ("\(made)\n\(hazard)INSERT INTO u_new SELECT id FROM u WHERE b; \(swapped)", ["table main.u"]),
    ])
    func copiesThatAreNotWhole(_ sql: String, _ expected: [String]) throws {
        let found = try losses(sql, .sqlite)
        // What went with the copy is of the table that has the rows.
        #expect(expected.isEmpty ? found.isEmpty : !found.isEmpty && found[0].hasSuffix(" main.u"), "\(sql): \(found)")
        if expected != ["table main.u"] { #expect(found == expected) }
    }

    /// Whatever a statement does at any depth.
    @Test(arguments: [
        ("WITH d AS (DELETE FROM u RETURNING *) SELECT count(*) FROM d;", ["rows u"]),
        ("WITH d AS MATERIALIZED (UPDATE u SET b = 1 RETURNING *) SELECT count(*) FROM d;", ["column u.b"]),
        ("COPY (DELETE FROM u RETURNING *) TO STDOUT;", ["rows u"]),
        ("CREATE TABLE t AS WITH d AS (DELETE FROM u RETURNING *) SELECT * FROM d;", ["rows u"]),
        ("EXPLAIN ANALYZE DELETE FROM u;", ["rows u"]),
        ("EXPLAIN (VERBOSE, ANALYZE) DELETE FROM u;", ["rows u"]),
        ("PREPARE x AS DELETE FROM u; EXECUTE x;", ["rows u"]),
        ("INSERT INTO log WITH d AS (DELETE FROM u RETURNING *) SELECT * FROM d;", ["rows u"]),
        ("INSERT INTO u SELECT * FROM s ON CONFLICT (id) DO UPDATE SET b = NULL;", ["column u.b"]),
        ("MERGE INTO u USING s ON true WHEN MATCHED THEN DELETE;", ["rows u"]),
        ("MERGE INTO u USING s ON true WHEN MATCHED THEN UPDATE SET b = NULL, c = 1;", ["column u.b", "column u.c"]),
        ("DELETE FROM u WHERE true;", ["rows u"]),
        ("DELETE FROM u WHERE 1 = 1 RETURNING id;", ["rows u"]),
        ("DELETE FROM u WHERE (id = 1) OR NOT false;", ["rows u"]),
        ("UPDATE u SET b = NULL WHERE 'a' = 'a';", ["column u.b"]),
        ("CREATE TABLE t (id int); TRUNCATE t CASCADE;", ["rows t"]),
        ("DO $$ BEGIN DROP TABLE u; END $$;", ["table u"]),
        ("DO 'BEGIN IF true THEN DELETE FROM u; ELSE TRUNCATE v; END IF; END';", ["rows u", "rows v"]),
        ("DO $$ DECLARE r record; BEGIN FOR r IN DELETE FROM u RETURNING * LOOP NULL; END LOOP; END $$;", ["rows u"]),
        ("DO $$ BEGIN <<x>> UPDATE u SET b = CASE WHEN b THEN 1 ELSE 2 END; END $$;", ["column u.b"]),
        ("DO $$ BEGIN UPDATE u SET b = CASE WHEN b THEN 1 ELSE 2 END WHERE id = 1; END $$;", []),
        ("DO $$ BEGIN EXECUTE 'DROP TABLE u'; END $$;", ["table u"]),
        ("DO $$ BEGIN EXECUTE format('DROP TABLE %I', 'u'); END $$;", ["code block"]),
        ("DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'u'; END $$;", ["code block"]),
        ("DO LANGUAGE plperl $$ spi_exec_query('DROP TABLE u') $$;", ["code block"]),
        (
            "DO $$ BEGIN IF EXISTS (SELECT 1) THEN GRANT EXECUTE ON FUNCTION f() TO app; END IF; END $$;", []
        ),
        ("DO $$ BEGIN GRANT TRUNCATE ON t TO app; REVOKE DELETE, TRUNCATE ON t FROM app; END $$;", []),
        ("DO $$ BEGIN ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT EXECUTE ON FUNCTIONS TO app; END $$;", []),
        ("\(function) INSERT INTO f (id) VALUES (1); CREATE TABLE k (id int REFERENCES app.f (id));", []),
        ("\(function) SELECT app.f();", ["rows u"]),
        ("\(function) CREATE TABLE t (id int DEFAULT app.f()); CREATE VIEW v AS SELECT app.f();", []),
        ("\(function) DO $$ BEGIN PERFORM f(); END $$;", ["rows u"]),
        ("\(function) CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT app.f()'; SELECT g();", ["rows u"]),
        ("CREATE PROCEDURE p() BEGIN ATOMIC DELETE FROM u; END; CALL p();", ["rows u"]),
        ("\(function) \(trigger) INSERT INTO w VALUES (1);", ["rows u"]),
        ("\(function) \(trigger) UPDATE w SET b = 1 WHERE id = 1;", []),
        ("\(function) \(trigger)", []),
        ("\(rule)(DELETE FROM u; DELETE FROM v);", []),
        ("\(rule)(DELETE FROM u; DELETE FROM v); INSERT INTO w VALUES (1);", ["rows u", "rows v"]),
        ("\(rule)DELETE FROM u; INSERT INTO w VALUES (1);", ["rows u"]),
        ("ALTER TABLE u ALTER COLUMN b TYPE int USING 0;", ["column u.b"]),
        ("ALTER TABLE u ALTER b SET DATA TYPE int USING b::text::int;", ["column u.b"]),
        ("\(hazard)ALTER TABLE u ALTER b TYPE numeric(10, 2) USING b::text::numeric(10, 2), ALTER c TYPE int;", []),
        ("\(hazard)ALTER TABLE u ALTER b TYPE timestamp USING b AT TIME ZONE 'UTC';", []),
        ("\(hazard)ALTER TABLE u ALTER b TYPE int USING b::int * 0;", ["column u.b"]),
        ("\(hazard)ALTER TABLE u ALTER b TYPE int USING length(b);", ["column u.b"]),
    ])
    func anyDepth(_ sql: String, _ expected: [String]) throws {
        #expect(try losses(sql) == expected, "\(sql)")
    }

    @Test(arguments: [
        ("REPLACE INTO u SELECT * FROM s;", ["rows main.u"]),
        ("INSERT OR REPLACE INTO u SELECT * FROM s;", ["rows main.u"]),
        // It names the rows whose place the new ones take.
        ("INSERT OR REPLACE INTO u VALUES (1, 2);", []),
        ("INSERT INTO u VALUES (1) ON CONFLICT (id) DO UPDATE SET b = excluded.b;", []),
        ("SELECT replace(a, 'x', 'y') FROM u;", []),
        ("CREATE TRIGGER t AFTER INSERT ON w BEGIN DELETE FROM u; END;", []),
        ("CREATE TRIGGER t AFTER INSERT ON w BEGIN DELETE FROM u; END; INSERT INTO w VALUES (1);", ["rows main.u"]),
        ("CREATE TEMP TABLE t (id); DELETE FROM main.t;", ["rows main.t"]),
        ("CREATE TEMP TABLE t (id); DELETE FROM t; DROP TABLE t; DELETE FROM t;", ["rows main.t"]),
    ])
    func onSQLite(_ sql: String, _ expected: [String]) throws {
        #expect(try losses(sql, .sqlite) == expected, "\(sql)")
    }

    /// What depends on a thing goes with it, columns too.
    @Test(arguments: [
        ("DROP EXTENSION citext CASCADE;", "extension citext"), ("DROP DOMAIN d CASCADE;", "type d"),
        ("DROP FUNCTION app.f(int), g(text) CASCADE;", "function app.f"),
        ("DROP OPERATOR + (a, b) CASCADE;", "operator operator"),
        ("DROP ACCESS METHOD m CASCADE;", "\"access method\" m"), ("DROP COLLATION c CASCADE;", "collation c"),
    ])
    func cascades(_ sql: String, _ object: String) throws {
        let losses = ScriptLosses(try script(sql, .postgresql)).upgrade
        #expect(losses.first?.object.description == object.replacing("\"", with: ""))
        for loss in losses { #expect(loss.mayHoldValues) }
        let line = losses.map { "data loss (\($0.object))" }.joined(separator: "\n-- accepts: ")
        #expect(try script(sql, .postgresql, accepts: line).unacceptedLosses.isEmpty)
    }

    /// The same name is not always the same thing.
    @Test(arguments: [
        (
            "ALTER TABLE t ADD c int; ALTER TABLE t DROP c; ALTER TABLE t RENAME b TO c; ALTER TABLE t DROP c;",
            ["column t.b"]
        ),
        ("ALTER TABLE t ADD c int; ALTER TABLE t RENAME COLUMN c TO d; ALTER TABLE t DROP d;", []),
        ("ALTER TABLE t ADD c int; ALTER TABLE t RENAME TO s; ALTER TABLE s DROP c;", []),
        ("ALTER TABLE t RENAME TO s; ALTER TABLE s DROP c;", ["column t.c"]),
        ("SET search_path = app; CREATE TABLE u (); SET search_path = public; DROP TABLE u;", ["table u"]),
        ("CREATE TABLE u (); SELECT set_config('search_path', 'public', false); DROP TABLE u;", ["table u"]),
        ("CREATE TABLE u (); SET LOCAL ROLE x; DROP TABLE u;", ["table u"]),
        ("CREATE TABLE u (); DO $$ BEGIN SET search_path = x; END $$; DROP TABLE u;", ["table u"]),
        ("CREATE TABLE app.u (); SET search_path = public; DROP TABLE app.u;", []),
        ("CREATE TEMP TABLE u (); DELETE FROM public.u;", ["rows public.u"]),
        ("CREATE TEMP TABLE u () ON COMMIT DROP; DELETE FROM u;", ["rows u"]),
        ("CREATE TEMP TABLE u (); DELETE FROM u; DROP TABLE u;", []),
        ("SAVEPOINT s; CREATE TABLE u (); ROLLBACK TO s; DROP TABLE u;", ["table u"]),
        ("CREATE TABLE a.u (); ALTER SCHEMA a RENAME TO c; ALTER SCHEMA b RENAME TO a; DROP TABLE a.u;", ["table a.u"]),
        ("CREATE TABLE a.u (); ALTER TABLE a.u SET SCHEMA b; DROP TABLE b.u;", []),
        (
            "CREATE TABLE p () PARTITION BY LIST (x); ALTER TABLE p ATTACH PARTITION u DEFAULT; DROP TABLE p;",
            ["table p"]
        ),
        ("CREATE TABLE p (); ALTER TABLE u INHERIT p; DELETE FROM p;", ["rows p"]),
        ("CREATE TABLE u (); DO $$ BEGIN ALTER TABLE u RENAME TO x; END $$; DROP TABLE u;", ["table u"]),
    ])
    func names(_ sql: String, _ expected: [String]) throws {
        #expect(try losses(sql) == expected, "\(sql)")
    }

    /// A line is about what it names, by the rules of the database.
    @Test(arguments: [
        (Dialect.postgresql, "DROP TABLE u;", "table \"U\"", false), (.postgresql, "DROP TABLE u;", "table u", true),
        (.postgresql, "DROP TABLE u;", "table app.u", true), (.sqlite, "DROP TABLE u;", "table \"U\"", true),
        (.sqlite, "DROP TABLE \"É\";", "table \"é\"", false),
        (.postgresql, "ALTER TABLE t DROP a;", "column a", false),
        (.postgresql, "ALTER TABLE t DROP a;", "column t.a", true),
        (.postgresql, "ALTER TABLE t DROP a;", "column app.t.a", true),
        (.postgresql, "ALTER TABLE t DROP a;", "column u.a", false),
        (.sqlite, "ALTER TABLE t DROP a;", "column a", false), (.sqlite, "ALTER TABLE t DROP a;", "column t.a", true),
        (.postgresql, "DROP TABLE \"cafe\u{301}\";", "table \"caf\u{E9}\"", false),
    ])
    func lines(_ dialect: Dialect, _ sql: String, _ object: String, _ isAccepted: Bool) throws {
        #expect(try script(sql, dialect, accepts: "data loss (\(object))").unacceptedLosses.isEmpty == isAccepted)
    }

    /// Version 0.1 did not say of what its comments are.
    @Test func commentsOfVersion01() throws {
        let rebuild = """
            ALTER TABLE a RENAME TO autogen_old_a;
            CREATE TABLE a (id);
            -- hazard (rewrite): copies all rows of a to a new table
            -- hazard (data loss): drops the column b with its values
            INSERT OR ABORT INTO a (rowid, id)
            SELECT rowid, id FROM autogen_old_a;
            DROP TABLE autogen_old_a;
            """
        #expect(try losses(rebuild, .sqlite) == ["table main.a"])
        let drop = "-- hazard (data loss): deletes all rows of table item\nDROP TABLE shop.item;"
        #expect(try losses(drop) == ["table shop.item"])
        let rounds = """
            -- hazard (data loss): deletes the values of column shop.item.b
            -- hazard (data loss): rounds the values of shop.item.a
            ALTER TABLE shop.item DROP COLUMN b, ALTER COLUMN a TYPE integer;
            """
        #expect(try losses(rounds) == ["column shop.item.b", "table shop.item"])
        let own =
            "CREATE TABLE t (a int);\n-- hazard (data loss): rounds the values of t.a\nALTER TABLE t ALTER a TYPE int;"
        #expect(try losses(own) == [])
    }
}
