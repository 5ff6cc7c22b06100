import AutogenSQLText
import AutogenSchema

/// What `PREPARE` names, so that each `EXECUTE` brings it along: prepared statements belong to a session and outlive a
/// transaction that fails, and statements are tried in several.
struct PreparedStatements {
    private var texts: [String: String] = [:]

    /// The statement as it is sent; `nil` for one that only others make use of.
    mutating func take(_ statement: SourceStatement) -> SourceStatement? {
        var reader = statement.sql.reader
        switch reader.word() {
        case "PREPARE":
            guard !reader.isAt("TRANSACTION"), let name = reader.name()?.first else { return statement }
            texts[name] = statement.sql.text
            return nil
        case "DEALLOCATE":
            reader.skip("PREPARE")
            if reader.isAt("ALL") { texts = [:] } else if let name = reader.name()?.first { texts[name] = nil }
            return nil
        case "EXECUTE":
            guard let name = reader.name()?.first, let text = texts[name] else { return statement }
            var copy = statement
            copy.replacement = "DEALLOCATE ALL; \(text); \(statement.sql.text);"
            return copy
        default:
            return statement
        }
    }
}
