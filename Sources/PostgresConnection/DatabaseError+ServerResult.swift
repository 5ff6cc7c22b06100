import AutogenConnection

extension DatabaseError {
    /// The error that a result carries.
    init(_ result: ServerResult, isConnected: Bool) {
        let code = result.field(.sqlState)
        let message = result.field(.message) ?? result.message
        self.init(Self.reason(code: code, message: message, isConnected: isConnected), code: code, message: message)
        detail = result.field(.detail)
        hint = result.field(.hint) ?? Self.hint(code)
        position = result.field(.position).flatMap { Int($0) }
        let query = result.field(.internalQuery).map { "internal query: \($0)" }
        let lines = [result.field(.context), query].compactMap(\.self)
        context = lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// What the server does not say.
    private static func hint(_ code: String?) -> String? {
        guard code == "25006" else { return nil }
        return "this is a standby, or default_transaction_read_only is on: go to a server that takes writes"
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

/// The fields of an error report by the letter that the protocol gives them
/// (<https://www.postgresql.org/docs/current/protocol-error-fields.html>).
enum ErrorField: Character {
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case detail = "D"
    case hint = "H"
    case position = "P"
    case internalQuery = "q"
    case context = "W"
}
