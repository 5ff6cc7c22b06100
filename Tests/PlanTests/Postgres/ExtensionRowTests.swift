import TestSupport
import Testing

/// Values of types of an extension that is made anew.
@Suite(.extensions("cube")) struct ExtensionRowTests {
    @Test(arguments: [
        RowCase(
            "an earlier version, to which no script of the extension leads",
            from: """
                CREATE EXTENSION cube VERSION '1.5';
                CREATE TABLE box (id integer, c cube DEFAULT '(1,2)', many cube[]);
                CREATE INDEX box_c ON box USING gist (c); CREATE VIEW wide AS SELECT id FROM box WHERE c @> '(1)';
                """,
            rows: "INSERT INTO box VALUES (1, '(1,2),(3,4)', ARRAY['(5)'::cube]), (2, NULL, NULL)",
            to: """
                CREATE EXTENSION cube VERSION '1.2';
                CREATE TABLE box (id integer, c cube DEFAULT '(1,2)', many cube[]);
                CREATE INDEX box_c ON box USING gist (c); CREATE VIEW wide AS SELECT id FROM box WHERE c @> '(1)';
                """,
            query: "SELECT id, c::text, many::text FROM box ORDER BY id", up: "1|(1, 2),(3, 4)|{(5)}\n2|NULL|NULL")
    ])
    func rows(_ rowCase: RowCase) async throws { try await rowCase.check() }
}
