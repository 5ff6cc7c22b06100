import Foundation
import Testing

/// What only reads a schema, in whatever file or section it stands, leaves every other file and the program alone.
@Suite struct SQLiteReachTests {
    enum Way: String, CaseIterable { case declared, revision, downgrade }

    private static let payloads = [
        "ATTACH 'prod.db' AS p; DELETE FROM p.keep;", "ATTACH 'pro' || 'd.db' AS p; DROP TABLE p.keep;",
        "ATTACH 'new.db' AS p; CREATE TABLE p.t (x);", "VACUUM INTO 'new.db';", "VACUUM main INTO 'ne' || 'w.db';",
        "CREATE TABLE z (x); CREATE TRIGGER r AFTER INSERT ON z BEGIN SELECT load_extension('new.so'); END; INSERT INTO z VALUES (1);",
        """
        CREATE VIRTUAL TABLE z USING fts3(a);
        SELECT fts3_tokenizer('simple', x'4141414141414141'); CREATE VIRTUAL TABLE y USING fts3(b);
        """,
        "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE a (evil)';",
        "PRAGMA temp_store_directory = '/nowhere';",
    ]

    @Test(arguments: payloads, Way.allCases) func leavesOtherFilesAlone(_ payload: String, _ way: Way) async throws {
        let project = try await Project(schema: way == .declared ? payload : "CREATE TABLE a (id int);\n")
        try await project.run("CREATE TABLE keep AS SELECT 1 AS x", on: "sqlite:prod.db")
        try await project.run("CREATE TABLE a (id int)", on: "sqlite:app.db")
        if way != .declared {
            try project.writeRevision(
                "r1", "sqlite", transaction: false,
                upgrade: "CREATE TABLE a (id int);\n\(way == .revision ? payload : "")",
                downgrade: "\(way == .downgrade ? payload : "")\nDROP TABLE a;")
        }
        let files = ["prod.db", "app.db"]
        let before = try files.map { try Data(contentsOf: URL(filePath: project.path($0))) }
        for command in [
            ["check"], ["check", "--live"], ["drift"], ["verify"], ["diff", "declared", "live"],
            ["diff", "revision:head", "live"], ["inspect", "revision:head"], ["revision", "-m", "x"],
        ] {
            let outcome = try await project.autogen(command)
            #expect((0...4).contains(outcome.status), "\(command): \(outcome.status) \(outcome.errors)")
            #expect(try files.map { try Data(contentsOf: URL(filePath: project.path($0))) } == before, "\(command)")
            #expect(!FileManager.default.fileExists(atPath: project.path("new.db")), "\(command)")
        }
    }
}
