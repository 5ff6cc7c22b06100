import AutogenConnection
import AutogenSchema

/// The role that signs in to a scratch database: it owns that, and has no other right on the server.
///
/// It has a session of its own. A session of the user's that only took on the role could take it off again, from within
/// any `DO` block.
struct RunRole: Sendable {
    /// That of its database.
    let name: String
    private let password: String

    init(_ name: ScratchName) {
        self.name = "\(name)"
        password = String((0..<40).compactMap { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement() })
    }

    func url(_ database: DatabaseURL) -> DatabaseURL { database.replacing(user: name, password: password) }

    /// The user becomes a member, to make a database that belongs to it and to drop that again.
    func create(_ admin: any Connection, _ model: ScratchModel, _ version: ServerVersion) async throws(DatabaseError) {
        try await admin.execute("CREATE ROLE \(name: name) LOGIN PASSWORD \(literal: password)")
        guard !model.isSuperuser else { return }
        let options: SQL = version.major >= 16 ? " WITH INHERIT TRUE, SET TRUE" : ""
        try await admin.execute("GRANT \(name: name) TO \(name: model.user)" + options)
    }
}
