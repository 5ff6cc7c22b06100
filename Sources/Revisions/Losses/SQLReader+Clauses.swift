import AutogenSQLText

extension SQLReader {
    /// Moves behind `TABLE [IF EXISTS] [ONLY]`; false where an `ALTER` is about something else.
    mutating func skipTableHead() -> Bool {
        guard skip("TABLE") else { return false }
        skip("IF", "EXISTS")
        skip("ONLY")
        return true
    }

    /// `[IF EXISTS] [ONLY] a, b.c`, or functions with their arguments.
    mutating func names() -> [[String]] {
        skip("IF", "EXISTS")
        var names: [[String]] = []
        repeat {
            skip("ONLY")
            guard let name = name() else { break }
            names.append(name)
            skip(symbol: "*")
            _ = parenthesis()
        } while skip(symbol: ",")
        return names
    }

    /// The clauses of an `ALTER`, which commas outside of parentheses divide; each reader goes on to the end.
    func actions() -> [SQLReader] {
        var actions: [SQLReader] = []
        var rest = self
        rest.skip(symbol: "*")
        repeat {
            actions.append(rest)
        } while rest.skipPastComma()
        return actions
    }

    /// Moves behind the next comma outside of parentheses.
    mutating func skipPastComma() -> Bool {
        _ = tokens { $0.isAt(symbol: ",") }
        return skip(symbol: ",")
    }

    /// Whether a table constraint comes next, and no column.
    var isConstraint: Bool {
        ["CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN", "EXCLUDE", "NOT"].contains(keyword)
    }

    /// Whether a condition follows, and rows decide it: `WHERE true` is none, nor is `WHERE a = 1 OR true`.
    var hasCondition: Bool {
        var look = self
        guard look.skip(behind: "WHERE") else { return false }
        var depth = 0
        var isDecided = false
        while let token = look.peek, !["RETURNING", "ORDER", "LIMIT", "LOOP"].contains(look.keyword) {
            switch token.kind {
            case .opening: depth += 1
            case .closing: depth -= 1
            case .quotedName, .parameter: isDecided = true
            case .word where look.keyword == "OR" && depth == 0:
                if !isDecided { return false }
                isDecided = false
            case .word: isDecided = isDecided || !Self.constants.contains(look.keyword)
            case .string, .dollarString, .bits, .number, .symbol, .semicolon, .lineComment, .blockComment: break
            }
            _ = look.next()
        }
        return isDecided
    }

    /// Words of a condition that no row has a part in.
    private static let constants: Set<String> = [
        "TRUE", "FALSE", "NULL", "NOT", "AND", "OR", "IS", "IN", "BETWEEN", "LIKE", "EXISTS", "SELECT", "CASE", "WHEN",
        "THEN", "ELSE", "END",
    ]
}
