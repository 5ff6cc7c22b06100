import AutogenSQLText
import AutogenSchema

/// A statement of the engine's as a person would write it: without a schema that goes without saying, without casts and
/// parentheses that say nothing.
///
/// ```swift
/// PleasantSQL.text(of: "CREATE INDEX i ON public.users USING btree (email)", isUnqualified: true)
/// // CREATE INDEX i ON users (email)
/// ```
///
/// Whether it says the same is for the database to tell.
enum PleasantSQL {
    static func text(of sql: String, isUnqualified: Bool) -> String {
        let dialect = Dialect.postgresql
        let bytes = Array(sql.utf8)
        var lexer = SQLLexer(bytes, dialect.syntax)
        var tokens: [SQLToken] = []
        while let token = lexer.next() { tokens.append(token) }
        var cuts: [Range<Int>] = []
        func word(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].keyword(in: bytes) : "" }
        func text(_ place: Int) -> String {
            tokens.indices.contains(place) ? String(decoding: bytes[tokens[place].range], as: UTF8.self) : ""
        }
        let isIndex = word(0) == "CREATE" && (word(1) == "INDEX" || word(2) == "INDEX")
        for place in tokens.indices {
            let token = tokens[place]
            if isUnqualified, token.kind == .word, text(place) == dialect.naming.usualSchema, text(place + 1) == ".",
                text(place - 1) != "."
            {
                cuts.append(token.range.lowerBound..<tokens[place + 1].range.upperBound)
            }
            if isIndex, word(place) == "USING", word(place + 1) == "BTREE", tokens.indices.contains(place + 2) {
                cuts.append(token.range.lowerBound..<tokens[place + 2].range.lowerBound)
            }
            if token.kind == .string, text(place + 1) == "::" {
                let end = endOfType(place + 2, tokens, word, text)
                cuts.append(tokens[place + 1].range.lowerBound..<tokens[end].range.upperBound)
            }
            if ["CHECK", "USING", "AS"].contains(word(place)), let (open, close) = doubled(place + 1, tokens) {
                cuts += [tokens[open].range, tokens[close].range]
            }
            if word(place) == "WHERE", let close = closing(place + 1, tokens),
                close == tokens.count - 1 || close == tokens.count - 2 && tokens[close + 1].kind == .semicolon
            {
                cuts += [tokens[place + 1].range, tokens[close].range]
            }
            if word(place) == "IDENTITY" {
                // Both go without saying.
                var next = place + 1
                if word(next + 1) == "SEQUENCE", word(next + 2) == "NAME", let close = closing(next, tokens),
                    !tokens[next...close].contains(where: { ["START", "INCREMENT"].contains($0.keyword(in: bytes)) })
                {
                    cuts.append(tokens[place].range.upperBound..<tokens[close].range.upperBound)
                    next = close + 1
                }
                if word(next) == "NOT", word(next + 1) == "NULL" {
                    cuts.append(tokens[next - 1].range.upperBound..<tokens[next + 1].range.upperBound)
                }
            }
            if isUnqualified, token.kind == .string, text(place + 1) == "::", word(place + 2) == "REGCLASS",
                text(place).hasPrefix("'\(dialect.naming.usualSchema).")
            {
                let start = token.range.lowerBound + 1
                cuts.append(start..<(start + dialect.naming.usualSchema.utf8.count + 1))
            }
        }
        let words = tokens.map { $0.keyword(in: bytes) }
        if words.contains("VIEW"), words.count(where: { $0 == "SELECT" || $0 == "FROM" }) == 2 {
            let query = SimpleQuery(tokens: tokens, words: words, bytes: bytes)
            cuts += query.qualifiers
            return query.layout(removing: cuts)
        }
        return removing(cuts, from: bytes)
    }

    /// The last token of the type that begins here: `character varying(20)[]`.
    private static func endOfType(
        _ start: Int, _ tokens: [SQLToken], _ word: (Int) -> String, _ text: (Int) -> String
    ) -> Int {
        var end = min(start, tokens.count - 1)
        while text(end + 1) == ".", tokens.indices.contains(end + 2) { end += 2 }
        if word(end) == "CHARACTER" || word(end) == "BIT", word(end + 1) == "VARYING" { end += 1 }
        if word(end) == "DOUBLE", word(end + 1) == "PRECISION" { end += 1 }
        if tokens.indices.contains(end + 1), tokens[end + 1].kind == .opening,
            let close = tokens[(end + 1)...].firstIndex(where: { $0.kind == .closing })
        {
            end = close
        }
        if word(end + 1) == "WITH" || word(end + 1) == "WITHOUT", word(end + 2) == "TIME" { end += 3 }
        while text(end + 1) == "[]" { end += 1 }
        return min(end, tokens.count - 1)
    }

    /// Where the parenthesis closes that opens here.
    private static func closing(_ place: Int, _ tokens: [SQLToken]) -> Int? {
        guard tokens.indices.contains(place), tokens[place].kind == .opening else { return nil }
        var depth = 0
        for index in tokens[place...].indices {
            if tokens[index].kind == .opening { depth += 1 }
            if tokens[index].kind == .closing { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// Parentheses right within parentheses.
    private static func doubled(_ place: Int, _ tokens: [SQLToken]) -> (open: Int, close: Int)? {
        guard let outer = closing(place, tokens), let inner = closing(place + 1, tokens), inner == outer - 1 else {
            return nil
        }
        return (place + 1, inner)
    }

    private static func removing(_ cuts: [Range<Int>], from bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        var end = 0
        for cut in cuts.sorted(by: { $0.lowerBound < $1.lowerBound }) where cut.lowerBound >= end {
            result += bytes[end..<cut.lowerBound]
            end = cut.upperBound
        }
        return String(decoding: result + bytes[end...], as: UTF8.self)
    }
}

/// A query over one table, in which nothing has to say which table a column is of.
private struct SimpleQuery {
    let tokens: [SQLToken]
    let words: [String]
    let bytes: [UInt8]

    private func text(_ place: Int) -> String {
        tokens.indices.contains(place) ? String(decoding: bytes[tokens[place].range], as: UTF8.self) : ""
    }

    /// The table's name and the dot before each column, where there is but one table.
    var qualifiers: [Range<Int>] {
        guard let from = words.firstIndex(of: "FROM"), !words.contains("JOIN") else { return [] }
        let end = words[from...].firstIndex { ["WHERE", "GROUP", "ORDER", "HAVING", "LIMIT"].contains($0) }
        let relation = tokens[(from + 1)..<(end ?? tokens.count)].filter { $0.kind == .word || $0.kind == .quotedName }
        guard let table = relation.last, !(from..<(end ?? tokens.count)).contains(where: { text($0) == "," }) else {
            return []
        }
        let name = String(decoding: bytes[table.range], as: UTF8.self)
        return tokens.indices.filter { text($0) == name && text($0 + 1) == "." && text($0 - 1) != "." }
            .map { tokens[$0].range.lowerBound..<tokens[$0 + 1].range.upperBound }
    }

    /// Clauses begin their lines; what goes on is indented.
    func layout(removing cuts: [Range<Int>]) -> String {
        var result = ""
        var end = 0
        for (place, token) in tokens.enumerated() {
            let gap = bytes[end..<max(end, token.range.lowerBound)]
            end = token.range.upperBound
            let isCut = cuts.contains { $0.contains(token.range.lowerBound) }
            if gap.contains(UInt8(ascii: "\n")) {
                let isClause = ["SELECT", "FROM", "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT"].contains(words[place])
                result += isClause ? "\n" : "\n    "
            } else {
                result += String(decoding: gap, as: UTF8.self)
            }
            if !isCut { result += text(place) }
        }
        return result
    }
}
