import AutogenConnection
import AutogenSchema

/// Opens connections, and says so once when a server is of a version that autogen does not know.
struct WatchfulProvider: ConnectionProvider {
    let provider: any ConnectionProvider
    let note: @Sendable (String) -> Void
    private let said = Said()

    init(provider: any ConnectionProvider, note: @escaping @Sendable (String) -> Void) {
        self.provider = provider
        self.note = note
    }

    func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        let connection = try await provider.open(url, for: access)
        do {
            if let notice = url.dialect.notice(of: try await connection.serverVersion()), await said.insert(notice) {
                note(notice)
            }
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    private actor Said {
        private var notices: Set<String> = []
        func insert(_ notice: String) -> Bool { notices.insert(notice).inserted }
    }
}
