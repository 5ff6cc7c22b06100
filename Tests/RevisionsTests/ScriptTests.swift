import AutogenPlan
import AutogenSchema
import Testing

@testable import AutogenRevisions

/// The format of revision scripts: what is written is read back, and what is wrong is told with its line.
@Suite struct ScriptTests {
    /// What `psql` would put the value of a variable in the place of.
    @Test(arguments: [
        ("SELECT a[b:c], a[:c], a[\"x\":\"y\"]", "SELECT a[b: c], a[: c], a[\"x\": \"y\"];"),
        ("SELECT 1::int, ':x', $$ :y $$ -- :z", "SELECT 1::int, ':x', $$ :y $$ -- :z\n;"),
        ("CALL p(a := 1, b => a[1: 2])", "CALL p(a := 1, b => a[1: 2]);"),
    ])
    func `nothing is a variable of psql`(sql: String, text: String) {
        #expect(ScriptText.text(of: [Statement(SQL(raw: sql))], in: .postgresql) == text)
    }

    private static let header = "-- revision: aaaaaaaaaaaa\n-- down-revision: none\n-- dialect: postgresql\n"

    @Test func roundTrip() throws {
        let id = try #require(RevisionID("3f2a9c81d0be"))
        let down = try #require(RevisionID("aaaaaaaaaaaa"))
        let time = try #require(Timestamp("2026-11-20T10:15:00Z"))
        let revision = Revision(
            id: id, downRevisions: [down], message: "add users", created: time, dialect: .postgresql, transaction: .no,
            labels: ["billing"], dependsOn: [down], upgrade: "CREATE TABLE a ();\n\nCREATE TABLE b ();",
            downgrade: "DROP TABLE b;")
        let text = ScriptText.text(of: revision)
        let script = try RevisionScript(parsing: text, file: "a.sql")
        #expect(script.revision == revision)
        #expect(revision.fileName == "20261120T101500Z_3f2a9c81d0be_add_users.sql")
        #expect(
            try RevisionScript(parsing: text.replacing("\n", with: "\r\n"), file: "a.sql").checksum == script.checksum)
        #expect(script.statements(.upgrade).map(\.line) == [11, 13])
        #expect(script.statements(.downgrade).map(\.line) == [16])
    }

    /// What somebody accepts, or says about the script, does not make another script of it; what runs does.
    @Test func checksumIsOfWhatRuns() throws {
        let text = Self.header + "-- message: one\n-- upgrade\nDROP TABLE a;\n-- downgrade\nCREATE TABLE a ();\n"
        let script = try RevisionScript(parsing: text, file: "a.sql")
        // As version 0.1 recorded it.
        let whole = SHA256.hexadecimal(text)
        #expect(script.matches(script.checksum) && script.matches(whole))
        func edited(_ old: String, _ new: String) throws -> RevisionScript {
            try RevisionScript(parsing: text.replacing(old, with: new), file: "a.sql")
        }
        let accepted = try edited(
            "-- upgrade",
            "-- accepts: data loss (table a)\n-- fills: column public.b.c = 1\n-- renames: table a -> b\n-- upgrade")
        #expect(accepted.checksum == script.checksum && accepted.matches(whole))
        #expect(accepted.revision.accepts == [Acceptance(Address(kind: "table", path: ["a"]))])
        #expect(try edited("message: one", "message: two").checksum == script.checksum)
        #expect(try edited("DROP TABLE a", "DROP TABLE b").checksum != script.checksum)
        #expect(try edited("CREATE TABLE a", "CREATE TABLE b").checksum != script.checksum)
        #expect(try edited("-- message", "-- transaction: no\n-- message").checksum != script.checksum)
        #expect(try edited("down-revision: none", "down-revision: b").checksum != script.checksum)
        #expect(try !edited("DROP TABLE a", "DROP TABLE b").matches(whole))
    }

    @Test func acceptancesAreWrittenIntoTheHeader() throws {
        let text = Self.header + "-- message: one\n\n-- upgrade\n-- accepts: no header\n-- downgrade\n"
        let table = Acceptance(Address(kind: "table", path: ["public", "a"]), note: "2 rows on 2026-11-28")
        let edited = ScriptEdit.settingAcceptances([table], in: text)
        #expect(
            edited
                == text.replacing(
                    "message: one\n",
                    with: "message: one\n-- accepts: data loss (table public.a, 2 rows on 2026-11-28)\n"))
        #expect(try RevisionScript(parsing: edited, file: "a.sql").revision.accepts == [table])
        #expect(ScriptEdit.settingAcceptances([], in: edited) == text)
    }

    @Test func markerInsideStringsDoesNotCount() throws {
        let body = "CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$\n-- downgrade\nSELECT '\n-- downgrade\n' $$;"
        let text = Self.header + "-- upgrade\n\(body)\n-- downgrade\nDROP FUNCTION f();\n"
        let script = try RevisionScript(parsing: text, file: "a.sql")
        #expect(script.revision.upgrade == body)
        #expect(script.revision.downgrade == "DROP FUNCTION f();")
    }

    @Test func lastStatementMayLackItsSemicolon() throws {
        let script = try RevisionScript(
            parsing: Self.header + "-- upgrade\nSELECT 1\n-- downgrade\nSELECT 2\n", file: "a.sql")
        #expect(script.statements(.upgrade).map(\.text) == ["SELECT 1"])
        #expect(script.statements(.downgrade).map(\.text) == ["SELECT 2"])
    }

    @Test(arguments: [
        (header + "-- upgrade\n", "a.sql:5:1: error: the section \"-- downgrade\" is missing"),
        (header, "a.sql:4:1: error: the section \"-- upgrade\" is missing"),
        (header + "SELECT 1;\n-- upgrade\n-- downgrade\n", "a.sql:4:1: error: SQL before the line \"-- upgrade\""),
        (header + "-- mesage: x\n-- upgrade\n-- downgrade\n", "did you mean \"message\"?"),
        (
            header + "-- dialect: sqlite\n-- upgrade\n-- downgrade\n",
            "a.sql:4:1: error: the key \"dialect\" stands twice"
        ),
        ("-- revision: head\n-- down-revision: none\n-- dialect: sqlite\n-- upgrade\n-- downgrade\n", "no revision id"),
        (
            "-- revision: aa\n-- dialect: sqlite\n-- upgrade\n-- downgrade\n",
            "the header lacks \"-- down-revision: ...\""
        ),
        (
            "-- revision: aa\n-- down-revision: none\n-- dialect: oracle\n-- upgrade\n",
            "a.sql:3:1: error: unknown dialect"
        ),
    ])
    func faults(_ text: String, _ message: String) {
        #expect {
            try RevisionScript(parsing: text, file: "a.sql")
        } throws: {
            "\($0)".contains(message)
        }
    }

    @Test(arguments: [
        (Dialect.postgresql, "SELECT ';'; SELECT E'\\';'; SELECT $a$;$$;$a$", 3),
        (.postgresql, "/* a /* ; */ ; */ SELECT 1; -- x;\nSELECT \"a;b\"", 2),
        (
            .postgresql,
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END; SELECT 2", 2
        ),
        (.postgresql, "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3", 2),
        (
            .sqlite,
            "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; SELECT 2; END; SELECT 3;", 2
        ),
        (
            .postgresql,
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT t.end FROM t; SELECT \"case\", begin FROM t; END; SELECT 2",
            2
        ),
        (.sqlite, "CREATE TRIGGER t AFTER UPDATE OF end ON a BEGIN UPDATE a SET end = begin; SELECT t.case; END; x", 2),
        (.sqlite, "SELECT [a;b], `c;d`; /* /* */ SELECT 2", 2),
        (.sqlite, "BEGIN; SELECT 1; END;", 3),
        (.postgresql, ";;\n-- nothing\n;", 0),
    ])
    func splitting(_ dialect: Dialect, _ text: String, _ count: Int) {
        #expect(ScriptStatement.all(in: text, dialect, firstLine: 1).count == count)
    }

    @Test func placesInsideStatements() throws {
        let text = "SELECT 1;\n\n  SELECT ä,\n    b FROM c;"
        let statement = try #require(ScriptStatement.all(in: text, .sqlite, firstLine: 10).last)
        #expect(statement.line == 12)
        #expect(statement.column == 3)
        let position = try #require(Array(statement.text.unicodeScalars).firstIndex(of: "b")) + 1
        #expect(statement.place(of: position) == (line: 13, column: 5))
        #expect(statement.content(ofLine: 13) == "    b FROM c")
    }
}
