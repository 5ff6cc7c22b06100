import AutogenSQLText
import AutogenSchema

/// What `standard_conforming_strings = off` makes of a file, as dumps up to version 9.0 have it: a backslash in a string
/// is an escape. As long as no string has one, the setting changes nothing and is left out.
struct ConformingStrings {
    private var isOff = false

    /// What the statement is for, where the setting decides that; `nil` otherwise.
    mutating func purpose(of statement: SourceStatement) -> StatementPurpose? {
        if let value = Self.value(statement.sql) {
            isOff = value.map(Self.isOff) ?? false
            return .ignored
        }
        if statement.starts(with: "RESET", "ALL") { isOff = false }
        guard isOff, statement.sql.tokens.contains(where: { Self.changesMeaning($0, in: statement.sql) }) else {
            return nil
        }
        return .refused(
            "standard_conforming_strings is off here, so that the backslash in a string of this statement is an escape, "
                + "which is not supported; write the string as E'...'")
    }

    /// The beginning of a word is enough for the server, where no other begins so.
    private static func isOff(_ value: String) -> Bool {
        value == "0" || value.count > 1 && "off".hasPrefix(value)
            || !value.isEmpty && ("false".hasPrefix(value) || "no".hasPrefix(value))
    }

    /// What the setting is set to, in small letters; `nil` in it for the default.
    private static func value(_ statement: SQLStatement) -> String?? {
        var reader = statement.reader
        if reader.skip("RESET") { return reader.isAt("STANDARD_CONFORMING_STRINGS") ? .some(nil) : nil }
        guard reader.skip("SET") else { return nil }
        if !reader.skip("SESSION") { reader.skip("LOCAL") }
        guard reader.skip("STANDARD_CONFORMING_STRINGS"), reader.skip("TO") || reader.skip(symbol: "=") else {
            return nil
        }
        guard let token = reader.next() else { return .some(nil) }
        let text = token.kind == .string ? token.value(in: statement.source) : statement.text(of: token)
        return .some(text.lowercased())
    }

    /// Whether it is a string without a letter before it, and with a backslash.
    private static func changesMeaning(_ token: SQLToken, in statement: SQLStatement) -> Bool {
        let bytes = statement.source[token.range]
        return token.kind == .string && bytes.first == UInt8(ascii: "'") && bytes.contains(UInt8(ascii: "\\"))
    }
}
