import AutogenSQLText

/// `CREATE SUBSCRIPTION` reaches another server unless it says `connect = false`: a declaration is read with that.
enum SubscriptionRewrite {
    /// The statement with `connect = false`; `nil` when it has the option already.
    static func offline(_ text: String) -> String? {
        guard let statement = SQLStatement.all(in: text, .postgresql).first else { return nil }
        let body = statement.range
        guard let option = options(of: statement) else { return "\(statement.text) WITH (connect = false);" }
        switch option {
        case .offline: return nil
        case .other(let range):
            return "\(statement.text(body.lowerBound..<range.lowerBound))connect = false"
                + "\(statement.text(range.upperBound..<body.upperBound));"
        case .missing(let start):
            return "\(statement.text(body.lowerBound..<start))connect = false, "
                + "\(statement.text(start..<body.upperBound));"
        }
    }

    private enum Option {
        case offline
        /// Where the option stands that says otherwise.
        case other(Range<Int>)
        /// Where the list begins that lacks it.
        case missing(Int)
    }

    /// What the list behind `WITH` says; `nil` when there is none.
    private static func options(of statement: SQLStatement) -> Option? {
        var reader = statement.reader
        guard reader.skip(behind: "WITH"), let start = reader.peek?.range.upperBound, let list = reader.parenthesis()
        else { return nil }
        for option in list.split(whereSeparator: { statement.text(of: $0) == "," }) {
            guard let name = option.first, name.kind == .word || name.kind == .quotedName else { continue }
            let isBare = name.kind == .word && statement.keyword(name) == "CONNECT"
            guard isBare || name.value(in: statement.source) == "connect", let last = option.last else { continue }
            let value = option.count > 1 ? last.value(in: statement.source).lowercased() : "true"
            let isOff = ["false", "off", "0"].contains(value)
            return isOff ? .offline : .other(name.range.lowerBound..<last.range.upperBound)
        }
        return .missing(start)
    }
}
