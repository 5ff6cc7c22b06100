import CLibPQ

/// Asks the server, over a connection of its own, to stop the running statement.
///
/// Unchecked: libpq promises that a `PGcancel` may be used from any thread
/// (<https://www.postgresql.org/docs/current/libpq-cancel.html>).
final class Canceller: @unchecked Sendable {
    private let cancel: OpaquePointer?

    init(connection: OpaquePointer) { cancel = PQgetCancel(connection) }

    deinit { PQfreeCancel(cancel) }

    /// Blocks until the server has signalled the statement's process. A failure needs no report: the caller asks again
    /// until the statement is answered.
    func send() {
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(cancel, &message, Int32(message.count))
    }
}
