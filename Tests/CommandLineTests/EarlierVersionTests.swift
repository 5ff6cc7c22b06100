import Foundation
import Testing

/// A project and a database that version 0.1 made go on without a change.
@Suite struct EarlierVersionTests {
    private func project() async throws -> Project {
        let project = try await Project(schema: "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
        for (file, text) in Self.files { try project.write(text, to: file) }
        let outcome = try await Program.run("/usr/bin/env", ["sqlite3", "app.db", Self.database], in: project.folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return project
    }

    @Test func goesOn() async throws {
        let project = try await project()
        #expect(try await project.done("check") == "ok: the revisions cover the declared schema\n")
        #expect(
            try await project.autogen("check", "-v").errors.contains(
                "2 revisions from before losses were to be accepted"))
        #expect(try await project.done("current") == "r1  first\n")
        #expect(try await project.done("verify").split(separator: "\n").allSatisfy { $0.hasSuffix(": ok") })
        try await project.done("upgrade")
        try await project.done("drift")
        try project.write("CREATE TABLE a (id INTEGER PRIMARY KEY, y INT);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "more", "--rev-id", "r3")
        try await project.done("check")
        try await project.done("upgrade")
        // What it does not acknowledge was not asked then, and taking it back is asked now.
        try await project.done("downgrade", "r2")
        let refused = try await project.autogen("downgrade", "base")
        #expect(refused.status == 4 && refused.errors.contains("table main.a, 1 row: "), "\(refused.errors)")
        try await project.done("squash", "r1:r2")
        try await project.done("check")
    }

    /// A line that accepts what an old script loses makes no other script of it.
    @Test func anAppliedScriptMayAcknowledge() async throws {
        let project = try await project()
        let file = "revisions/20261128T080118Z_r1_first.sql"
        try project.write(
            project.text(file).replacing(
                "-- transaction: yes\n", with: "-- transaction: yes\n-- accepts: data loss (table b)\n"),
            to: file)
        #expect(try await project.done("current") == "r1  first\n")
        try await project.done("check")
        try project.write(project.text(file).replacing("x TEXT", with: "x BLOB"), to: file)
        #expect(try await project.autogen("current").status == 1)
    }

    private static let database = """
        CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);
        INSERT INTO a VALUES (1, 'one');
        CREATE TABLE autogen_version (
            revision text NOT NULL PRIMARY KEY,
            checksum text NOT NULL,
            file text NOT NULL,
            applied_at text NOT NULL,
            applied_by text NOT NULL,
            progress text
        );
        INSERT INTO autogen_version VALUES (
            'r1', '9cfa21b8bf49f54c67ab64f7fc3b29518cce84a5e3a488473e4e557fbf1d532e',
            'revisions/20261128T080118Z_r1_first.sql', '2026-11-28T08:01:19Z', 'autogen 0.1.0', NULL);
        """

    private static let files = [
        "revisions/20261128T080118Z_r1_first.sql": """
        -- revision: r1
        -- down-revision: none
        -- message: first
        -- created: 2026-11-28T08:01:18Z
        -- dialect: sqlite
        -- transaction: yes

        -- upgrade
        CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);

        -- downgrade
        -- hazard (data loss): drops the table with its rows
        DROP TABLE a;

        """,
        "revisions/20261128T080120Z_r2_less.sql": """
        -- revision: r2
        -- down-revision: r1
        -- message: less
        -- created: 2026-11-28T08:01:20Z
        -- dialect: sqlite
        -- transaction: yes

        -- upgrade
        -- hazard (data loss): drops the column with its values
        ALTER TABLE a DROP COLUMN x;

        -- downgrade
        ALTER TABLE a ADD COLUMN x TEXT;

        """,
        "snapshots/r1.json": """
        {"revision":"r1","script":"9cfa21b8bf49f54c67ab64f7fc3b29518cce84a5e3a488473e4e557fbf1d532e","declar\
        ed":"37b0becd6eeec780e5ab928b1a4096b8b8e7e972bab46c847b20c519596735e3","checkmark":"c74f3911264e8ebb\
        ","format":1,"dialect":"sqlite","version":"3.40.1","objects":[
        {"kind":"table","path":["main","a"],"is":{"declaration":"CREATE TABLE a (id INTEGER PRIMARY KEY, x T\
        EXT)"}},
        {"kind":"column","path":["main","a","id"],"part of":{"kind":"table","path":["main","a"]},"is":{"posi\
        tion":1,"type":"INTEGER","declaration":"id INTEGER PRIMARY KEY"}},
        {"kind":"constraint","path":["main","a","primary key"],"part of":{"kind":"table","path":["main","a"]\
        },"needs":[{"kind":"column","path":["main","a","id"]}],"is":{"type":"primary key","definition":"PRIM\
        ARY KEY (id)","columns":["id"],"unnamed":true,"position":-1}},
        {"kind":"column","path":["main","a","x"],"part of":{"kind":"table","path":["main","a"]},"is":{"posit\
        ion":2,"type":"TEXT","declaration":"x TEXT"}}
        ]}

        """,
        "snapshots/r2.json": """
        {"revision":"r2","script":"aa92a1989aadaf4485b10c4cf4d908adf12cbef4a3f1ddd42cc7757b09fe7c14","declar\
        ed":"a4a8bb89eb6b1f04213ea38b2f4e7467324503cbf89a7d39495db9ea793dd29b","checkmark":"5d635edeb7e15601\
        ","format":1,"dialect":"sqlite","version":"3.40.1","objects":[
        {"kind":"table","path":["main","a"],"is":{"declaration":"CREATE TABLE a (id INTEGER PRIMARY KEY)"}},
        {"kind":"column","path":["main","a","id"],"part of":{"kind":"table","path":["main","a"]},"is":{"posi\
        tion":1,"type":"INTEGER","declaration":"id INTEGER PRIMARY KEY"}},
        {"kind":"constraint","path":["main","a","primary key"],"part of":{"kind":"table","path":["main","a"]\
        },"needs":[{"kind":"column","path":["main","a","id"]}],"is":{"type":"primary key","definition":"PRIM\
        ARY KEY (id)","columns":["id"],"unnamed":true,"position":-1}}
        ]}

        """,
    ]
}
