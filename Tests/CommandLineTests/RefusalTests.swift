import Foundation
import Testing

/// What is given in answer to a refusal is looked at before anything is written.
@Suite struct RefusalTests {
    @Test func whatIsNoExpression() async throws {
        try await Project.onBoth { url, schema in
            let project = try await Project(url: url, schema: "CREATE TABLE t (a text);\n")
            try await project.done("revision", "-m", "one", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("INSERT INTO t VALUES ('x')", on: url)
            try project.write("CREATE TABLE t (a text, c text NOT NULL);\n", to: "schema/schema.sql")
            let before = try project.contents()
            for text in ["", "1,", "(SELECT 1", "1), d int DEFAULT (2", "'x", "1; DROP TABLE t", "1 /*", "1 +"] {
                let refused = try await project.autogen("revision", "-m", "c", "--fill", "t.c=\(text)")
                #expect(refused.status == 2, "\(text): \(refused.status) \(refused.errors)")
                #expect(refused.errors.contains("is no SQL expression") || text.isEmpty, "\(text): \(refused.errors)")
            }
            #expect(try project.contents().keys.sorted() == before.keys.sorted())
            for text in ["a || ')'", "upper(a) -- of a", "(SELECT max(a) FROM t)", "'it''s; (fine'"] {
                try await project.done("revision", "-m", "c", "--rev-id", "r2", "--fill", "t.c=\(text)")
                try FileManager.default.removeItem(
                    atPath: project.path("revisions/\(project.files("revisions").first { $0.contains("_r2_") } ?? "")"))
                try FileManager.default.removeItem(atPath: project.path("snapshots/r2.json"))
            }
        }
    }

    @Test func whatIsNoZone() async throws {
        try await Server().withDatabase { url in
            let project = try await Project(url: url, schema: "CREATE TABLE t (at timestamp);\n")
            try await project.done("revision", "-m", "one", "--rev-id", "r1")
            try await project.done("upgrade")
            try project.write("CREATE TABLE t (at timestamptz);\n", to: "schema/schema.sql")
            for zone in ["Nowhere/City", "Berlin'; DROP TABLE t; --"] {
                let refused = try await project.autogen("revision", "-m", "z", "--zone", "t.at=\(zone)")
                #expect(refused.status == 2 && refused.errors.contains("is no time zone"), "\(refused.errors)")
            }
            try await project.done("revision", "-m", "z", "--zone", "t.at=Europe/Berlin")
        }
    }

    /// Programs are told of each refusal what it is about and what goes on.
    @Test func driftForPrograms() async throws {
        try await Project.onBoth { url, schema in
            let project = try await Project(url: url, schema: "CREATE TABLE t (a int);\n")
            try await project.done("revision", "-m", "one", "--rev-id", "r1")
            try await project.done("upgrade")
            try await project.run("CREATE TABLE hotfix (a int)", on: url)
            try project.write("CREATE TABLE t (a int); CREATE TABLE u (a int);\n", to: "schema/schema.sql")
            let refused = try await project.autogen("revision", "-m", "u", "--format", "json")
            #expect(refused.status == 4)
            let json = try JSONSerialization.jsonObject(with: Data(refused.output.utf8)) as? [String: [[String: Any]]]
            let first = try #require(json?["refused"]?.first)
            #expect(first["code"] as? String == "drift" && first["object"] as? String == "table \(schema).hotfix")
            #expect(first["answers"] as? [String] == ["--from head"])
        }
    }
}
