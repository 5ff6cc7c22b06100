import AutogenSQLText

extension ScriptStatement {
    /// A `SET` for the session as one for the transaction; `nil` for everything else.
    var settingLocally: String? {
        guard words.first == "set", sql.tokens.count > 2 else { return nil }
        let second = sql.keyword(sql.tokens[1])
        let third = sql.keyword(sql.tokens[2])
        switch second {
        case "LOCAL", "CONSTRAINTS", "TRANSACTION": return nil
        case "SESSION" where third == "CHARACTERISTICS": return nil
        case "SESSION" where third != "AUTHORIZATION": return local(after: sql.tokens[1])
        default: return local(after: sql.tokens[0])
        }
    }

    private func local(after token: SQLToken) -> String {
        "SET LOCAL" + sql.text(token.range.upperBound..<sql.range.upperBound)
    }
}
