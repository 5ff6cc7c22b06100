import Foundation
import Testing

/// Names and messages that hold what a terminal obeys or what turns the direction of writing: shown, not obeyed.
@Suite struct HiddenTextTests {
    /// Clears the screen, turns the direction of writing, rings, begins a line of its own, hides itself.
    private static let odd = "a\u{1B}[2J\u{202E}b\u{7}\nc\u{200B}\u{9B}31m"
    private static let shown = #"U&"a\001B[2J\202Eb\0007\000Ac\200B\009B31m""#

    private func hidden(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            guard scalar != "\n", scalar != "\t" else { return false }
            return [.control, .format].contains(scalar.properties.generalCategory)
        }
    }

    private func look(_ project: Project, quoted: String) async throws {
        try project.write("CREATE TABLE keep (a int);\n", to: "schema/schema.sql")
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try project.write("CREATE TABLE keep (a int); CREATE TABLE \"\(Self.odd)\" (a int);\n", to: "schema/schema.sql")
        var texts: [String] = []
        func run(_ arguments: [String], _ status: Int32) async throws {
            let outcome = try await project.autogen(arguments)
            #expect(outcome.status == status, "\(arguments): \(outcome.output)\(outcome.errors)")
            texts += [outcome.output, outcome.errors]
        }
        try await run(["diff", "live", "declared"], 1)
        for format in ["text", "json", "markdown", "html"] {
            try await run(["diff", "live", "declared", "--format", format], 1)
        }
        try await run(["revision", "-m", "odd", "--format", "json"], 0)
        try await run(["upgrade"], 0)
        try project.write("CREATE TABLE keep (a int);\n", to: "schema/schema.sql")
        for format in ["text", "json", "markdown", "html", "github", "gitlab", "sarif", "junit"] {
            try await run(["drift", "--against", "declared", "--format", format], 1)
        }
        try await run(["check"], 1)
        try await run(["revision", "-m", "gone"], 4)
        try await run(["revision", "-m", "gone", "--format", "json"], 4)
        try await run(["revision", "-m", "gone", "--drop", "table nothing.like.it"], 2)
        #expect(texts.joined().contains(quoted))
        for text in texts { #expect(hidden(in: text).isEmpty, "\(text.debugDescription)") }

        // The words that were shown are those that can be said.
        let dropped = try await project.autogen("revision", "-m", "gone", "--drop", "table \(Self.shown)")
        #expect(dropped.status == 0, "\(dropped.errors)")
        #expect(hidden(in: dropped.output).isEmpty)
        for name in try project.files("revisions") where name.hasSuffix("_gone.sql") {
            let text = try project.text("revisions/\(name)")
            let comments = text.split(separator: "\n").filter { $0.hasPrefix("--") }
            #expect(hidden(in: comments.joined(separator: "\n")).isEmpty)
            #expect(comments.contains { $0.hasPrefix("-- accepts: data loss (table ") && $0.contains(quoted) })
        }
        try await run(["check"], 0)
        let upgraded = try await project.autogen("upgrade")
        #expect(upgraded.status == 0, "\(upgraded.errors)")
        #expect(try await project.autogen("drift").status == 0)
    }

    @Test func onSQLite() async throws { try await look(Project(schema: ""), quoted: Self.shown) }

    @Test func onPostgres() async throws {
        try await Server().withDatabase { url in try await look(Project(url: url, schema: ""), quoted: Self.shown) }
    }

    /// A message of the database's that repeats what it was given.
    @Test func messages() async throws {
        let project = try await Project(schema: "SELECT \u{1B}[2J\u{202E};\n")
        for arguments in [["check"], ["revision", "-m", "x"], ["diff", "live", "declared"]] {
            let outcome = try await project.autogen(arguments)
            #expect(outcome.status != 0)
            #expect(hidden(in: outcome.errors + outcome.output).isEmpty, "\(outcome.errors.debugDescription)")
        }
        let unknown = try await project.autogen("\u{1B}[2Jdiff")
        #expect(unknown.status == 2 && hidden(in: unknown.errors).isEmpty, "\(unknown.errors.debugDescription)")
    }

    /// With colours, the colours are there, and nothing else.
    @Test func besideColours() async throws {
        let project = try await Project(schema: "CREATE TABLE \"\(Self.odd)\" (a int);\n")
        try project.write("CREATE TABLE keep (a int);\n", to: "keep.sql")
        let outcome = try await project.autogen("--color", "always", "diff", "keep.sql", "declared")
        #expect(outcome.output.contains("\u{1B}[32m") && outcome.output.contains("\u{1B}[0m"))
        let plain = outcome.output.replacing(/\u{1B}\[\d+m/, with: "")
        #expect(hidden(in: plain).isEmpty, "\(outcome.output.debugDescription)")
    }
}
