import AutogenConnection
import CLibPQ

extension DatabaseError {
    /// The error that a result carries.
    init(result: OpaquePointer, isConnected: Bool) {
        let code = ErrorField.sqlState.read(result)
        let message =
            ErrorField.message.read(result) ?? String(cString: PQresultErrorMessage(result)).withoutFinalNewlines
        self.init(Self.reason(code: code, message: message, isConnected: isConnected), code: code, message: message)
        detail = ErrorField.detail.read(result)
        hint = ErrorField.hint.read(result)
        position = ErrorField.position.read(result).flatMap { Int($0) }
        let query = ErrorField.internalQuery.read(result).map { "internal query: \($0)" }
        let lines = [ErrorField.context.read(result), query].compactMap(\.self)
        context = lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// By SQLSTATE (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
    private static func reason(code: String?, message: String, isConnected: Bool) -> Reason {
        switch code {
        case "55P03": .locked
        // query_canceled is the code of an administrator's pg_cancel_backend too.
        case "57014" where message.contains("timeout"): .timeout
        case "57P01", "57P02", "57P03", "57P05", "25P03", "25P04": .connection
        case let code? where code.hasPrefix("08"): .connection
        case nil where !isConnected: .connection
        default: .statement
        }
    }
}

extension String {
    var withoutFinalNewlines: String {
        var text = self
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
