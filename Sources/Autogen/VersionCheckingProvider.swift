import AutogenConnection
import AutogenSchema

/// Opens connections, and says so once when a server is of a version that autogen does not know.
struct VersionCheckingProvider: ConnectionProvider {
    let provider: any ConnectionProvider
    let watch: VersionWatch
    let note: @Sendable (String) -> Void

    func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        let connection = try await provider.open(url, for: access)
        do {
            try await look(at: connection)
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    func look(at connection: any Connection) async throws(DatabaseError) {
        let notice = connection.dialect.notice(of: try await connection.serverVersion())
        if let notice, await watch.insert(notice) { note(notice) }
    }
}

/// What was said of versions.
actor VersionWatch {
    private var notices: Set<String> = []
    func insert(_ notice: String) -> Bool { notices.insert(notice).inserted }
}
