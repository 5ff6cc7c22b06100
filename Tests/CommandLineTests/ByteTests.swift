import Foundation
import Testing

/// Names and texts that look the same and differ in bytes are two to both databases.
@Suite struct ByteTests {
    private static let one = "caf\u{E9}"
    private static let other = "cafe\u{301}"

    private func postgres(_ word: String) -> String {
        """
        CREATE TYPE "\(word)" AS ENUM ('a', '\(word)');
        CREATE DOMAIN d AS text DEFAULT '\(word)' CHECK (VALUE <> '\(word)');
        CREATE TABLE t (id int PRIMARY KEY, "\(word)" text NOT NULL DEFAULT '\(word)', c text CHECK (c <> '\(word)'));
        COMMENT ON TABLE t IS '\(word)';
        CREATE INDEX i ON t (c) WHERE c > '\(word)';
        CREATE VIEW v AS SELECT '\(word)'::text AS "\(word)";
        CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT '\(word)' $$;

        """
    }

    private func sqlite(_ word: String) -> String {
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY, "\(word)" TEXT NOT NULL DEFAULT '\(word)', c TEXT CHECK (c <> '\(word)'));
        CREATE INDEX i ON t (c) WHERE c > '\(word)';
        CREATE VIEW v AS SELECT '\(word)' AS "\(word)";
        CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET c = '\(word)'; END;

        """
    }

    /// `inspect` has both, and neither is missing from what is declared.
    private func both(_ project: Project) async throws {
        let tables =
            "CREATE TABLE \"\(Self.one)\" (id integer);\nCREATE TABLE \"\(Self.other)\" (id integer, n integer);\n"
        try project.write(tables, to: "schema/schema.sql")
        try await project.done("revision", "-m", "both")
        try await project.done("upgrade")
        let shown = try await project.done("inspect")
        for name in [Self.one, Self.other] {
            #expect(
                Array(shown.utf8).split(separator: UInt8(ascii: "\n")).contains { line in
                    String(decoding: line, as: UTF8.self).utf8.starts(with: "CREATE TABLE".utf8)
                        && Data(line).range(of: Data("\"\(name)\"".utf8)) != nil
                }, "\(name): \(shown)")
        }
        try await project.done("check", "--live")
        try project.write("CREATE TABLE \"\(Self.one)\" (id integer);\n", to: "schema/schema.sql")
        #expect(try await project.autogen("diff", "live", "declared").status == 1)
    }

    @Test func twoTablesOnSQLite() async throws { try await both(Project(schema: "")) }

    @Test func twoTablesOnPostgres() async throws {
        try await Server().withDatabase { url in try await both(Project(url: url, schema: "")) }
    }

    /// From one spelling to the other and back, everywhere.
    private func change(_ project: Project, _ schema: (String) -> String) async throws {
        try project.write(schema(Self.one), to: "schema/schema.sql")
        try await project.done("revision", "-m", "one")
        try await project.done("upgrade")
        try project.write(schema(Self.other), to: "schema/schema.sql")
        let found = try await project.autogen("diff", "live", "declared")
        #expect(found.status == 1)
        let written = try await project.autogen("revision", "-m", "other", "--allow", "data-loss")
        #expect(written.status == 0, "\(written.output)\(written.errors)")
        try await project.done("upgrade")
        for command in [["check", "--live"], ["drift"], ["diff", "live", "declared"], ["verify"]] {
            let outcome = try await project.autogen(command)
            #expect(outcome.status == 0, "\(command): \(outcome.output)\(outcome.errors)")
        }
        let shown = Data(try await project.done("inspect").utf8)
        #expect(shown.range(of: Data(Self.one.utf8)) == nil)
        #expect(shown.range(of: Data(Self.other.utf8)) != nil)
    }

    @Test func everyTextOnSQLite() async throws { try await change(Project(schema: ""), sqlite) }

    @Test func everyTextOnPostgres() async throws {
        try await Server().withDatabase { url in try await change(Project(url: url, schema: ""), postgres) }
    }
}
