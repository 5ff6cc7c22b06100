import Autogen
import AutogenConnection
import AutogenSchema
import Foundation

/// The notes of one database, whose schema is the one that this program was built with.
struct NoteStore {
    struct Note: CustomStringConvertible {
        let text: String
        let created: String

        var description: String { "\(created.prefix(10))  \(text)" }
    }

    private let connection: any Connection

    /// Applies the revisions that the database lacks, in a transaction of the program's own: either it starts with the
    /// whole of its schema, or the file is as it was.
    init(_ connection: any Connection) async throws {
        self.connection = connection
        let project = Project(root: Bundle.module.bundlePath + "/Database")
        let autogen = SchemaMigrator(connection: connection, project: project) { event in
            guard case .migration(.finished(_, let script, _)) = event else { return }
            FileHandle.standardError.write(Data("applied \(script.revision.message)\n".utf8))
        }
        try await connection.transaction(.write) {
            try await autogen.upgrade()
            try await connection.execute("INSERT INTO start (at) VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))")
        }
    }

    func add(_ text: String) async throws {
        try await connection.execute(
            """
            INSERT INTO note (text, created) VALUES (\(literal: text), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
            """)
    }

    func all() async throws -> [Note] {
        try await connection.query("SELECT text, created FROM note ORDER BY id").map { row in
            Note(text: try row.string("text"), created: try row.string("created"))
        }
    }
}
