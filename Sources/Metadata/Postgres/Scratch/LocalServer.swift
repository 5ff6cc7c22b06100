import AutogenConnection
import AutogenSchema

/// A private PostgreSQL server for scratch databases, from the programs that are installed.
///
/// Its files lie in the user's cache folder, which nobody else may read; it listens on a socket in there and on no port.
/// It is kept for the next command, and stops by itself when none has come for some minutes.
enum LocalServer {
    /// A server of the version of `live` where there is one.
    static func url(
        like live: DatabaseURL?, naming: RoleNaming, provider: any ConnectionProvider
    ) async throws -> LocalPlace {
        var model: ScratchModel?
        var roles: [String] = []
        var version: ServerVersion?
        if let live {
            (model, roles, version) = try await provider.withConnection(to: live, for: .readOnly) { connection in
                let names = try await connection.lookUp(
                    "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname !~ '^pg_'")
                return (
                    try await ScratchModel.read(connection, naming), names.map { $0[0].text ?? "" },
                    try await connection.serverVersion()
                )
            }
        }
        let output: String
        do throws(ShellScript.Failed) {
            output = try await ShellScript.run(LocalServerScript.text, [version.map { "\($0.major)" } ?? ""])
        } catch {
            throw ScratchError(.noLocal(error.description))
        }
        let lines = output.split(separator: "\n").map(String.init)
        guard lines.count >= 2 else { throw ScratchError(.noLocal("it says neither where it is nor how to sign in")) }
        let (socket, password) = (lines[lines.count - 2], lines[lines.count - 1])
        let url = try DatabaseURL("host='\(socket)' port=5432 dbname=postgres user=\(user) password=\(password)")
        return LocalPlace(url: url, model: model, roles: roles.filter { $0 != user })
    }

    static let user = "autogen"
}

/// Where a private server is, and what a scratch database on it takes over from the database at hand.
struct LocalPlace: Sendable {
    let url: DatabaseURL
    let model: ScratchModel?
    /// The roles of the server at hand, which a schema may name.
    let roles: [String]
}
