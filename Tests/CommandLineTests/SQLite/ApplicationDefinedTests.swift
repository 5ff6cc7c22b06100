import Foundation
import Testing

/// Schemas that use collations and functions which an application defines on its own connections.
@Suite struct ApplicationDefinedTests {
    private static let schema = """
        CREATE TABLE page (id INTEGER PRIMARY KEY, title TEXT COLLATE natsort, CHECK (slug(title) <> ''));
        CREATE INDEX page_slug ON page (slug(title));
        CREATE VIEW toc AS SELECT slug(title) AS slug FROM page ORDER BY title COLLATE natsort;

        """
    private static let standIns = "\nsqlite:\n  stand-ins: {collations: [natsort], functions: [slug/1]}\n"
    /// A collation that is the reverse of the usual one, and a function that returns its argument.
    private static let library = """
        #include <sqlite3ext.h>
        #include <string.h>
        SQLITE_EXTENSION_INIT1
        static int compare(void *unused, int n, const void *a, int m, const void *b) {
            int order = memcmp(b, a, n < m ? n : m);
            return order ? order : m - n;
        }
        static void slug(sqlite3_context *context, int count, sqlite3_value **values) {
            sqlite3_result_value(context, values[0]);
        }
        int sqlite3_extension_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
            SQLITE_EXTENSION_INIT2(api);
            sqlite3_create_collation(db, "natsort", SQLITE_UTF8, 0, compare);
            return sqlite3_create_function(
                db, "slug", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, 0, slug, 0, 0);
        }
        """

    private func project(_ settings: String) async throws -> Project {
        let project = try await Project(schema: Self.schema)
        try project.write(try project.text("autogen.yaml") + settings, to: "autogen.yaml")
        return project
    }

    private func library(in project: Project) async throws {
        try project.write(Self.library, to: "text.c")
        let built = try await Program.run(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-undefined", "dynamic_lookup", "-o", "text.so", "text.c"],
            in: project.folder)
        guard built.status != 0 else { return }
        let again = try await Program.run(
            "/usr/bin/env", ["clang", "-shared", "-fPIC", "-o", "text.so", "text.c"], in: project.folder)
        try #require(again.status == 0, "\(again.errors)")
    }

    @Test func `without either, what is missing is said with the setting that helps`() async throws {
        let project = try await project("")
        let outcome = try await project.autogen("revision", "-m", "first")
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("no such collation sequence: natsort"))
        #expect(outcome.errors.contains("\"sqlite: extensions\""))
        #expect(outcome.errors.contains("\"sqlite: stand-ins: {collations: [natsort]}\""), "\(outcome.errors)")
    }

    @Test func `stand-ins declare and compare, and write no row`() async throws {
        let project = try await project(Self.standIns)
        try await project.done("revision", "-m", "first")
        let refused = try await project.autogen("upgrade")
        #expect(refused.status == 3 && refused.errors.contains("\"sqlite: extensions\""), "\(refused.errors)")
        #expect(
            try await project.run("SELECT count(*) FROM sqlite_schema WHERE name = 'page'", on: "sqlite:app.db")
                == "0\n")
    }

    @Test func `what an application has made is adopted`() async throws {
        let maker = try await project("\nsqlite:\n  extensions: [./text.so]\n")
        try await library(in: maker)
        try await maker.done("revision", "-m", "first")
        try await maker.done("upgrade")
        #expect(try await maker.autogen("check", "--live").status == 0)
        try await maker.done("stamp", "--purge", "base")

        let project = try Project()
        try await project.done("init", "--url", "sqlite:\(maker.path("app.db"))")
        try project.write(try project.text("autogen.yaml") + Self.standIns, to: "autogen.yaml")
        try await project.done("init", "--from-database")
        #expect(try await project.autogen("check").status == 0)
        let drift = try await project.autogen("diff", "declared", "live")
        #expect(drift.status == 0, "\(drift.output)\(drift.errors)")
    }

    @Test(arguments: [
        ("{functions: [slug/x]}", "a function is its name"), ("{functions: [slug/200]}", "a function is its name"),
        ("{modules: [x]}", "unknown key"), ("[x]", "stand-ins"),
    ])
    func `settings of another form are refused with their place`(setting: String, message: String) async throws {
        let project = try await project("\nsqlite:\n  stand-ins: \(setting)\n")
        let outcome = try await project.autogen("check")
        #expect(outcome.status == 2 && outcome.errors.contains("autogen.yaml:"), "\(outcome.errors)")
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
}
