import AutogenConnection
import CLibPQ
import Dispatch

/// Connects step by step, as libpq wants it (<https://www.postgresql.org/docs/current/libpq-connect.html>).
struct Connector {
    let url: DatabaseURL
    let options: PostgresOptions
    let queue: DispatchQueue

    /// To be called on `queue`.
    func connect(isolation: isolated (any Actor)? = #isolation) async throws(DatabaseError) -> Link {
        let start = DispatchTime.now()
        let link = try Link(url, onNotice: options.onNotice)
        let limit = options.connectTimeout ?? Self.timeout(of: link)
        let deadline = limit.map { start + .milliseconds($0.wholeMilliseconds) }
        var direction = SocketWait.Direction.write
        while !link.isBroken {
            // Read anew at each step: libpq opens another socket for the next host or address.
            let socket = link.pq.socket(link.connection)
            switch await SocketWait.wait(direction, of: socket, on: queue, until: deadline) {
            case .ready: break
            case .timedOut:
                throw DatabaseError(.timeout, message: "no connection to \(url) within \(limit ?? .zero)")
            case .cancelled:
                throw DatabaseError(.cancelled, message: "the task was cancelled while it connected to \(url)")
            }
            switch link.pq.connectPoll(link.connection) {
            case PGRES_POLLING_OK: return link
            case PGRES_POLLING_READING: direction = .read
            case PGRES_POLLING_WRITING: direction = .write
            default: throw refusal(link)
            }
        }
        throw refusal(link)
    }

    private func refusal(_ link: Link) -> DatabaseError {
        let message = link.errorMessage
        var error = DatabaseError(.connection, message: "cannot connect to \(url): \(message)")
        if link.pq.connectionNeedsPassword(link.connection) == 1 {
            error.hint = "give a password in the URL, PGPASSWORD or ~/.pgpass"
        }
        return error
    }

    /// libpq's `connect_timeout`, which its non-blocking functions leave to their caller; 0 means without limit.
    private static func timeout(of link: Link) -> Duration? {
        let options = link.pq.conninfo(link.connection)
        defer { link.pq.conninfoFree(options) }
        var option = options
        while let current = option?.pointee, let keyword = current.keyword {
            if String(cString: keyword) == "connect_timeout",
                let value = current.val.flatMap({ Int(String(cString: $0)) })
            {
                return value > 0 ? .seconds(value) : nil
            }
            option = option?.advanced(by: 1)
        }
        return .seconds(30)
    }
}

extension Duration {
    /// Rounded up, so that a positive time never becomes 0, which the server reads as "without limit".
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
