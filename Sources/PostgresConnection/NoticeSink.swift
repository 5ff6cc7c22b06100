import AutogenConnection
import CLibPQ

/// Takes the server's notices, which libpq would otherwise print on stderr.
///
/// Unchecked: libpq calls it on the connection's thread only.
final class NoticeSink: @unchecked Sendable {
    private let onNotice: (@Sendable (PostgresNotice) -> Void)?
    /// The last message with which the server ended the connection while no statement was running: libpq hands it
    /// over as a notice.
    private(set) var lastFatal: DatabaseError?

    init(onNotice: (@Sendable (PostgresNotice) -> Void)?) { self.onNotice = onNotice }

    func attach(to connection: OpaquePointer) {
        let receiver: PQnoticeReceiver = { context, result in
            guard let context, let result else { return }
            Unmanaged<NoticeSink>.fromOpaque(context).takeUnretainedValue().receive(result)
        }
        PQsetNoticeReceiver(connection, receiver, Unmanaged.passUnretained(self).toOpaque())
    }

    private func receive(_ result: OpaquePointer) {
        let severity = ErrorField.severity.read(result) ?? ""
        if ["FATAL", "PANIC"].contains(severity) { lastFatal = DatabaseError(result: result, isConnected: false) }
        onNotice?(
            PostgresNotice(
                severity: severity, code: ErrorField.sqlState.read(result) ?? "",
                message: ErrorField.message.read(result) ?? "", detail: ErrorField.detail.read(result),
                hint: ErrorField.hint.read(result)))
    }
}
