import AutogenConnection
import AutogenSchema

/// What a caller asks of the server.
enum Request: Sendable, Hashable {
    /// One statement, in the extended protocol, which refuses a second one.
    case query(SQL)
    /// Several queries in one pipeline, one round trip.
    case batch([SQL])
    /// A script of any number of statements, in the simple protocol.
    case execute(SQL)

    var keepsRows: Bool {
        switch self {
        case .query, .batch: true
        case .execute: false
        }
    }

    var texts: [SQL] {
        switch self {
        case .query(let sql), .execute(let sql): [sql]
        case .batch(let queries): queries
        }
    }
}

typealias CallID = UInt64
typealias Answer = Result<[Rows], DatabaseError>

/// What the server, or the way to it, said.
enum ServerEvent: Sendable, Hashable {
    /// One statement is done; empty when it returned no rows or when nobody wants them.
    case rows(Rows)
    case failed(DatabaseError)
    /// The whole request is done, failed or not, and the next one may be sent.
    case ready
    case lost(DatabaseError)
}
