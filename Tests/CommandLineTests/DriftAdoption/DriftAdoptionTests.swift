import Foundation
import Testing

/// What was done by hand gets into the declared files as a person would write it, and into a revision.
@Suite struct DriftAdoptionTests {
    /// Declared files, what somebody does to the database, and the files that read otherwise afterwards.
    struct Case: Sendable, CustomStringConvertible {
        let name: String
        /// By their paths in the folder of the schema, without the ending.
        let files: [String: String]
        let hand: String
        /// `nil` for a file that is gone.
        let after: [String: String?]

        var description: String { name }
    }

    private static func check(_ adoption: Case, on url: String) async throws {
        let project = try Project()
        try await project.done("init", "--url", url)
        for (name, text) in adoption.files { try project.write(text, to: "schema/\(name).sql") }
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try await project.run(adoption.hand, on: url)
        let adopted = try await project.autogen(
            "drift", "--adopt", "all", "--allow", "data-loss", "--allow", "undecided")
        #expect(adopted.status == 0, "\(adoption): \(adopted.errors)")
        var wanted = adoption.files.mapValues(Optional.some)
        for (name, text) in adoption.after { wanted.updateValue(text, forKey: name) }
        for (name, text) in wanted {
            #expect((try? project.text("schema/\(name).sql")) == text, "\(adoption): \(name)")
        }
        #expect(try await project.autogen("drift").status == 0, "\(adoption)")
        try await project.done("check")
    }

    @Test(arguments: PostgresAdoptions.cases + RenamesByHand.postgreSQL) func onPostgreSQL(_ adoption: Case)
        async throws
    {
        try await Server().withDatabase { try await Self.check(adoption, on: $0) }
    }

    @Test(arguments: SQLiteAdoptions.cases + RenamesByHand.sqlite) func onSQLite(_ adoption: Case) async throws {
        try await Self.check(adoption, on: "sqlite:app.db")
    }
}
