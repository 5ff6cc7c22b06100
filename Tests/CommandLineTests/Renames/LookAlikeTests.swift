import Foundation
import Testing

/// Something goes and something like it comes, and nobody has said that they are the same.
struct LookAlike: Sendable, CustomStringConvertible {
    let name: String
    var before: String
    var after: String
    /// What puts rows into the first.
    var rows = ""
    /// What may be the same, as the refusals print it for `--rename`.
    var offers: [String] = []
    /// What goes, as the refusals print it for `--drop`; where nothing does, nobody is asked.
    var goes: [String] = []
    /// What rows get that need a value, once that is asked.
    var fills: [String] = []
    /// What tells that the new thing has nothing of the old one, or that what stays has its own.
    var query: String
    var answer: String

    var description: String { name }

    /// What has no values that a header could account for.
    private static let empty = ["schema ", "enum ", "domain ", "composite type ", "range type "]

    /// Of what goes, that which the header must say is lost; a column goes with its table.
    fileprivate var losses: [String] {
        goes.filter { word in
            let isInTable = goes.contains { word.replacing("column ", with: "table ").hasPrefix($0 + ".") }
            return !isInTable && !Self.empty.contains { word.hasPrefix($0) }
        }
    }
}

/// Nothing is renamed because it looks so: where nobody says anything nothing is lost, and where somebody says `--drop`
/// the one goes and the other comes.
@Suite struct LookAlikeTests {
    /// The words of a refusal behind one of its options.
    private static func words(_ option: String, in errors: String) -> [String] {
        errors.split(separator: "\n").compactMap { line -> String? in
            guard line.hasPrefix("  --\(option) ") else { return nil }
            let end = line.range(of: "   (")?.lowerBound ?? line.endIndex
            let word = String(line[..<end].dropFirst("  --\(option) ".count))
            return word.hasPrefix("'") ? String(word.dropFirst().dropLast()).replacing("'\\''", with: "'") : word
        }
    }

    /// Says no to everything that is offered until a script is written; first nothing at all is said.
    private func written(_ pair: LookAlike, _ project: Project) async throws -> Program.Outcome {
        var arguments = ["revision", "-m", "x", "--rev-id", "r2"]
        var (offered, gone): (Set<String>, Set<String>) = ([], [])
        let before = try project.contents()
        var outcome = try await project.autogen(arguments)
        while outcome.status == 4 {
            #expect(try project.contents() == before, "\(pair): something was written beside \(outcome.errors)")
            #expect(outcome.output.isEmpty && outcome.errors.contains("no revision was written; to go on, add\n"))
            offered.formUnion(Self.words("rename", in: outcome.errors))
            var new = Self.words("drop", in: outcome.errors).filter { gone.insert($0).inserted }
                .flatMap { ["--drop", $0] }
            if !Self.words("fill", in: outcome.errors).isEmpty, !arguments.contains("--fill") {
                new += pair.fills.flatMap { ["--fill", $0] }
            }
            guard !new.isEmpty else { break }
            arguments += new
            outcome = try await project.autogen(arguments)
        }
        #expect(outcome.status == 0, "\(pair): \(outcome.errors)")
        #expect(offered == Set(pair.offers) && gone == Set(pair.goes), "\(pair): \(offered.sorted()) \(gone.sorted())")
        #expect(pair.fills.allSatisfy(arguments.contains), "\(pair): nothing was asked about \(pair.fills)")
        return outcome
    }

    private func check(_ pair: LookAlike, on url: String) async throws {
        let project = try await Project(url: url, schema: pair.before + "\n")
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        try await project.done("upgrade")
        if !pair.rows.isEmpty { try await project.run(pair.rows, on: url) }
        try project.write(pair.after + "\n", to: "schema/schema.sql")
        let outcome = try await written(pair, project)
        guard outcome.status == 0 else { return }
        #expect(outcome.errors.contains("proved: "), "\(pair): \(outcome.errors)")
        // That is how a renamed object is listed.
        #expect(!outcome.output.contains("\n  > "), "\(pair): \(outcome.output)")
        let file = try #require(try project.files("revisions").last { $0.contains("r2") })
        let script = try project.text("revisions/\(file)")
        #expect(!script.contains("-- renames:"), "\(pair): \(script)")
        // What is only set aside until its successor has the rows gets a name that says so.
        let renaming = script.split(separator: "\n").filter {
            $0.contains(" RENAME ") && !$0.contains(" RENAME TO autogen_old_") && !$0.hasSuffix("__old;")
                && !$0.contains("__new RENAME TO ")
        }
        #expect(renaming.isEmpty, "\(pair): \(script)")
        for loss in pair.losses {
            #expect(script.contains("\n-- accepts: data loss (\(loss), "), "\(pair): \(loss) in \(script)")
        }
        try await project.done("upgrade")
        try await project.done("check")
        #expect(try await project.run(pair.query, on: url) == pair.answer + "\n", "\(pair): \(script)")
    }

    @Test(arguments: LookAlike.columnsOnSQLite + LookAlike.tablesOnSQLite)
    func onSQLite(_ pair: LookAlike) async throws {
        try await check(pair, on: "sqlite:app.db")
    }

    @Test(arguments: LookAlike.columnsOnPostgreSQL + LookAlike.othersOnPostgreSQL)
    func onPostgreSQL(_ pair: LookAlike) async throws {
        try await Server().withDatabase { try await check(pair, on: $0) }
    }
}
