import AutogenConnection
import AutogenSQLText
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

/// Who works in a scratch database, in the place of the roles that migrate the one which it stands for.
///
/// Where a script names one of those, it means itself: what it owns, what its objects are granted by default.
struct ScratchWorker: Sendable {
    private let name: String
    private let places: Set<String>

    init(_ name: String, inPlaceOf roles: [String]) {
        self.name = name
        places = Set(roles.map(\.exact)).subtracting([name.exact])
    }

    /// The script as the worker runs it.
    func taking(_ script: String) -> RenamedRoles {
        RenamedRoles(script) { places.contains($0.exact) ? SQL.quoted(name: name) : nil }
    }
}
