import AutogenSQLText

/// `psql` puts the value of a variable in the place of `:name`, `:'name'` and `:"name"`, wherever these stand outside of
/// quotes (<https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION>): in the slice of an array, a
/// column may be read as one. A space behind the colon means the same to the server, and nothing to `psql`.
enum PsqlVariables {
    /// A statement in which nothing is taken for a variable.
    static func apart(_ sql: String) -> String {
        guard hasColon(sql) else { return sql }
        let bytes = Array(sql.utf8)
        var result: [UInt8] = []
        var lexer = SQLLexer(bytes, .postgresql)
        var end = 0
        while let token = lexer.next() {
            result += bytes[end..<token.range.upperBound]
            end = token.range.upperBound
            let isColon = token.range.count == 1 && bytes[token.range.lowerBound] == colon
            if isColon, end < bytes.count, bytes[end] != UInt8(ascii: " ") { result.append(UInt8(ascii: " ")) }
        }
        return String(decoding: result + bytes[end...], as: UTF8.self)
    }

    private static let colon = UInt8(ascii: ":")

    /// Whether a colon stands alone: in `::`, the usual one, none does.
    private static func hasColon(_ sql: String) -> Bool {
        var run = 0
        for byte in sql.utf8 {
            if byte == colon {
                run += 1
            } else {
                if run == 1 { return true }
                run = 0
            }
        }
        return false
    }
}
