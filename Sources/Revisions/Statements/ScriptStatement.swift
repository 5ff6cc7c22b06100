import AutogenSchema
import AutogenSQLText

/// One statement of a script, with its place in the file.
struct ScriptStatement {
    let sql: SQLStatement
    /// Without the closing semicolon.
    let text: String
    /// The first words, in lower case.
    let words: [String]
    /// Where the first token stands, counted from 1.
    let line: Int
    let column: Int
    /// The comments between the statement before it and this one.
    let comments: [ScriptComment]

    /// The line and column of a character of ``text``, counted from 1.
    func place(of position: Int?) -> (line: Int, column: Int) {
        guard let position, position > 0 else { return (line, column) }
        var place = (line: line, column: column)
        for scalar in text.unicodeScalars.prefix(position - 1) {
            place = scalar == "\n" ? (place.line + 1, 1) : (place.line, place.column + 1)
        }
        return place
    }

    /// The line of ``text`` that is the given line of the file.
    func content(ofLine number: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - line) ? String(lines[number - line]) : ""
    }
}

extension ScriptStatement {
    /// The statements of a script; `firstLine` is the line of the file on which the text begins.
    static func all(in text: String, _ dialect: Dialect, firstLine: Int) -> [ScriptStatement] {
        let bytes = Array(text.utf8)
        var line = firstLine
        var counted = 0
        var end = 0
        return SQLStatement.all(in: bytes, dialect.syntax).map { sql in
            let start = sql.range.lowerBound
            let gap = end..<max(end, start)
            let gapLine = line + bytes[counted..<max(counted, end)].count { $0 == UInt8(ascii: "\n") }
            let comments = ScriptComment.all(in: bytes, gap, dialect.syntax, firstLine: gapLine)
            end = sql.end
            line += bytes[counted..<start].count { $0 == UInt8(ascii: "\n") }
            counted = start
            let head = bytes[..<start]
            let lineStart = head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let words = sql.tokens.lazy.filter { $0.kind == .word }.prefix(16).map { sql.keyword($0).lowercased() }
            return ScriptStatement(
                sql: sql, text: sql.text, words: Array(words), line: line,
                column: head[lineStart...].count { $0 & 0xC0 != 0x80 } + 1, comments: comments)
        }
    }
}

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

/// A comment of one line between two statements.
struct ScriptComment: Sendable, Hashable {
    let text: String
    /// Counted from 1.
    let line: Int

    /// Those in a stretch without statements, which begins on a line.
    static func all(in bytes: [UInt8], _ gap: Range<Int>, _ syntax: SQLSyntax, firstLine: Int) -> [ScriptComment] {
        guard bytes[gap].contains(UInt8(ascii: "-")) else { return [] }
        let part = Array(bytes[gap])
        var lexer = SQLLexer(part, syntax)
        var found: [ScriptComment] = []
        while let token = lexer.next() {
            guard token.kind == .lineComment else { continue }
            let line = firstLine + part[..<token.range.lowerBound].count { $0 == UInt8(ascii: "\n") }
            found.append(
                ScriptComment(text: String(decoding: part[token.range], as: UTF8.self).trimmingSpaces, line: line))
        }
        return found
    }
}
