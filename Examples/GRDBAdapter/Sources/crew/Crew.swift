import Autogen
import Foundation
import GRDB
import GRDBAdapter

/// A program that uses GRDB for its records and autogen for its schema, on one connection.
///
///     crew FILE                     list the members
///     crew FILE NAME ROLE           add one
@main
struct Crew {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard let file = arguments.first else { return print("crew FILE [NAME ROLE]") }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: file, configuration: configuration)

        let project = Project(root: Bundle.module.bundlePath + "/Database")
        let autogen = SchemaMigrator(connection: GRDBConnection(queue), project: project)
        for script in try await autogen.upgrade() { print("applied \(script.revision.message)") }

        if arguments.count == 3 {
            try await queue.write { database in
                var member = Member(name: arguments[1], role: arguments[2])
                try member.insert(database)
            }
        }
        let members = try await queue.read { try Member.order(Column("name")).fetchAll($0) }
        for member in members { print("\(member.name), \(member.role)") }
    }
}
