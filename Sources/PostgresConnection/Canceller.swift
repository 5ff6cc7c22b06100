import CLibPQ

/// Asks the server, over a connection of its own, to stop the running statement.
///
/// Unchecked: libpq promises that a `PGcancel` may be used from any thread
/// (<https://www.postgresql.org/docs/current/libpq-cancel.html>).
final class Canceller: @unchecked Sendable {
    private let pq: LibPQ
    private let cancel: OpaquePointer?

    init(_ link: Link) {
        pq = link.pq
        cancel = pq.getCancel(link.connection)
    }

    deinit { pq.freeCancel(cancel) }

    /// Blocks until the server has signalled the statement's process. A failure needs no report: the caller asks again
    /// until the statement is answered.
    func send() {
        var message = [CChar](repeating: 0, count: 256)
        _ = pq.cancel(cancel, &message, Int32(message.count))
    }
}
