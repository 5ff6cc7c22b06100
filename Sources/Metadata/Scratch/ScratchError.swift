public import AutogenConnection
public import AutogenSchema

/// Why there is no scratch database.
public struct ScratchError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// The user may not create databases.
        case notAllowed(user: String, DatabaseError)
        /// No database is at hand whose server could hold it.
        case noServer
        /// The setting names a database of another engine.
        case wrongDialect(DatabaseURL, wanted: Dialect)
        case refused(DatabaseError)
    }

    public let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    public var description: String {
        switch reason {
        case .notAllowed(let user, let error):
            """
            no scratch database: \(error.message)
            grant the right with ALTER ROLE \(SQL.quoted(name: user)) CREATEDB, or name a server where you have it: \
            --scratch URL, or scratch: URL in the configuration
            """
        case .noServer:
            "no scratch database: PostgreSQL needs a server for it; name one with --scratch URL or scratch: URL"
        case .wrongDialect(let url, let wanted):
            "no scratch database: \(url) is no \(wanted.title) database, and the schema is written for \(wanted.title)"
        case .refused(let error):
            "no scratch database: \(error)"
        }
    }
}
