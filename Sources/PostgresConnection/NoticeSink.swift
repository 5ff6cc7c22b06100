import AutogenConnection
import CLibPQ

/// Takes the server's notices, which libpq would otherwise print on stderr.
///
/// Unchecked: libpq calls it on the connection's thread only.
final class NoticeSink: @unchecked Sendable {
    private let pq: LibPQ
    private let onNotice: (@Sendable (PostgresNotice) -> Void)?
    /// The last message with which the server ended the connection while no statement was running: libpq hands it
    /// over as a notice.
    private(set) var lastFatal: DatabaseError?

    init(_ pq: LibPQ, onNotice: (@Sendable (PostgresNotice) -> Void)?) {
        self.pq = pq
        self.onNotice = onNotice
    }

    func attach(to connection: OpaquePointer) {
        let receiver: PQnoticeReceiver = { context, result in
            guard let context, let result else { return }
            Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(result)
        }
        _ = pq.setNoticeReceiver(connection, receiver, Unmanaged.passUnretained(self).toOpaque())
    }

    private func receive(_ pointer: OpaquePointer) {
        let result = ServerResult(pq: pq, pointer: pointer)
        let severity = result.field(.severity) ?? ""
        if ["FATAL", "PANIC"].contains(severity) { lastFatal = DatabaseError(result, isConnected: false) }
        onNotice?(
            PostgresNotice(
                severity: severity, code: result.field(.sqlState) ?? "",
                message: result.field(.message) ?? "", detail: result.field(.detail),
                hint: result.field(.hint)))
    }
}

/// A message of the server that is no error, such as the `NOTICE` of `DROP TABLE IF EXISTS`.
public struct PostgresNotice: Sendable, Hashable {
    /// `NOTICE`, `WARNING`, `INFO`, `LOG` or `DEBUG`, untranslated.
    public let severity: String
    /// The SQLSTATE, such as `00000`.
    public let code: String
    /// The primary message.
    public let message: String
    /// More about it, where the server gave any.
    public let detail: String?
    /// What the server suggests, where it suggests something.
    public let hint: String?
}
