import Autogen
import AutogenDrivers
import Foundation
import Testing

/// An application and its command line, which read one configuration.
@Suite struct ApplicationTests {
    @Test func keepOneVersionTable() async throws {
        let project = try await Project(schema: "CREATE TABLE a (id INT);\n")
        try project.write(
            """
            revisions:
              version-table: applied
            objects:
              exclude:
                - table: spare_*
            environments:
              default:
                url: sqlite:app.db
            """, to: "autogen.yaml")
        try await project.done("revision", "-m", "first", "--rev-id", "r1")
        let configured = try Autogen.Project(configuration: "\(project.folder)/autogen.yaml")
        #expect(configured.versionTable.name == "applied")
        #expect(configured.objects.exclude.map(\.table) == ["spare_*"])
        let migrator = SchemaMigrator(provider: Drivers(), project: configured)
        #expect(try await migrator.upgrade().map(\.id.text) == ["r1"])
        #expect(try await project.done("current") == "r1  first (head)\n")
        #expect(try await migrator.upgrade().isEmpty)
    }

    /// An application that hands over its connection need not have the variables that the URL names.
    @Test func needNoURL() async throws {
        let project = try await Project(schema: "")
        try project.write("environments:\n  default:\n    url: ${NOBODY_HAS_SET_THIS}\n", to: "autogen.yaml")
        let file = "\(project.folder)/autogen.yaml"
        let configured = try Autogen.Project(configuration: file, mayLackDatabase: true)
        #expect(configured.url == nil)
        let error = #expect(throws: ConfigurationError.self) { try Autogen.Project(configuration: file) }
        #expect(error?.location?.line == 3)
        #expect(error?.category == .usage)
        #expect(error?.reason == "the variable NOBODY_HAS_SET_THIS is not set")
    }
}
