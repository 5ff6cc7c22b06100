import AutogenPlan
import AutogenSchema
import Testing

@testable import AutogenRevisions

/// Facts come and go over their statements, and nothing else changes with them.
@Suite struct MeasuredTextTests {
    private static let rewritten = StatementFacts(
        uses: [
            RelationUse(Address(kind: "table", path: ["public", "t"]), lock: .accessExclusive, effect: .rewritten)
        ])
    private static let line = "-- measured: table public.t ACCESS EXCLUSIVE, rewritten"

    @Test func standOverTheirStatements() {
        let section = """
            -- hazard (rewrite): table public.t ACCESS EXCLUSIVE, rewritten: nobody reads or writes it meanwhile
            -- hazard (may fail): fails on rows
            ALTER TABLE t ALTER a TYPE bigint;
            CREATE TABLE u (id int);
            ALTER TABLE t ALTER b TYPE bigint;
            """
        let text = MeasuredText(section, Dialect.postgresql.syntax)
        let facts = [Self.rewritten, StatementFacts(), Self.rewritten]
        let measured = text.text(with: facts)
        #expect(
            measured == """
                -- hazard (may fail): fails on rows
                \(Self.line)
                ALTER TABLE t ALTER a TYPE bigint;

                CREATE TABLE u (id int);

                \(Self.line)
                ALTER TABLE t ALTER b TYPE bigint;
                """)
        #expect(MeasuredText(measured, Dialect.postgresql.syntax).facts == [Self.rewritten, nil, Self.rewritten])
        #expect(MeasuredText(measured, Dialect.postgresql.syntax).text(with: facts) == measured)
        #expect(
            MeasuredText.withoutRoom(measured, Dialect.postgresql.syntax)
                == MeasuredText.withoutRoom(measured.replacing("rewritten", with: "scanned"), Dialect.postgresql.syntax)
        )
    }

    /// What is said of copies stays: by that a reader knows that the old table may go.
    @Test func whatElseIsSaidStays() {
        let section = "-- hazard (rewrite): copies all rows of t to a new table\nINSERT INTO t SELECT * FROM old;"
        #expect(MeasuredText(section, Dialect.sqlite.syntax).text(with: [StatementFacts()]) == section)
    }

    /// A comment inside of a line, and an indented statement.
    @Test func oddPlaces() {
        let text = MeasuredText(
            "SELECT 1; ALTER TABLE t ADD a int;\n  ALTER TABLE t ADD b int;", Dialect.postgresql.syntax)
        #expect(
            text.text(with: [StatementFacts(), Self.rewritten, Self.rewritten]) == """
                SELECT 1;

                \(Self.line)
                 ALTER TABLE t ADD a int;

                \(Self.line)
                  ALTER TABLE t ADD b int;
                """)
    }

    @Test func everyLineOfAStatementCounts() throws {
        func checksum(_ literal: String) throws -> String {
            try MeasuredStatements.script("\(Self.line)\nINSERT INTO t VALUES ('\(literal)');").checksum
        }
        let plain = try checksum("a\nb")
        let others = [try checksum("a\n\nb"), try checksum("a\n-- measured: x\nb")]
        #expect(!others.contains(plain))
    }

    /// Blanks and comments make no other script of it; another word does. Without the line of the header nobody knows.
    @Test func explainsWhatWasNotEdited() throws {
        let old = "CREATE TABLE n (id INTEGER);\nINSERT INTO n (id) SELECT id FROM o;\nDROP TABLE o;"
        let facts = ScriptFacts(
            engine: "sqlite 3",
            upgrade: [
                StatementFacts(),
                StatementFacts(uses: [RelationUse(Address(kind: "table", path: ["main", "o"]), effect: .copied)]),
                StatementFacts(),
            ], downgrade: [])
        var revision = Revision(
            id: .random(), downRevisions: [], message: "x", created: .now(), dialect: .sqlite, upgrade: old)
        revision = revision.withFacts(facts)
        let text = ScriptText.text(of: revision)
        func parsed(_ edit: (String) -> String) throws -> RevisionScript {
            try RevisionScript(parsing: edit(text), file: "x.sql")
        }
        let plain = try parsed { $0 }
        #expect(plain.isAsMeasured)
        #expect(plain.measuredStatements(.upgrade).map(\.text) == ["INSERT INTO n (id) SELECT id FROM o"])
        let laidOut = try parsed { $0.replacing("SELECT id FROM o", with: "SELECT  id\n  FROM o -- x\n") }
        #expect(laidOut.isAsMeasured)
        let edited = try parsed { $0.replacing("SELECT id FROM o", with: "SELECT 1 FROM o") }
        #expect(!edited.isAsMeasured && edited.revision.isMeasuredBeforeEdit)
        let bare = try parsed { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.hasPrefix("-- measured: sqlite")
            }
            .joined(separator: "\n")
        }
        #expect(!bare.isAsMeasured)
        #expect(bare.checksum == plain.checksum)
        for script in [edited, bare] {
            #expect(ScriptLosses(script).upgrade.map { "\($0.object)" } == ["table main.o"])
        }
    }
}
