import AutogenSQLText

/// One statement of a file: its tokens, and its first words.
struct SourceStatement: Sendable {
    /// What keeps a text from being a statement at all.
    struct Fault: Sendable, Hashable {
        let offset: Int
        let message: String
    }

    /// How many words are kept: enough to reach the `ON` after every privilege that `GRANT` knows.
    static let wordLimit = 24

    let file: SourceFile
    let sql: SQLStatement
    let words: [StatementWord]
    /// Words that are not sent, such as `CONCURRENTLY`; spaces take their place, so that positions stay.
    var blanks: [Range<Int>] = []
    /// The statement sent in the place of the text.
    var replacement: String?

    init(_ sql: SQLStatement, in file: SourceFile) {
        self.file = file
        self.sql = sql
        words = sql.tokens.lazy.compactMap { StatementWord($0, in: sql) }.prefix(Self.wordLimit).map { $0 }
        blanks = sql.cuts
    }

    /// From the first byte that is neither space nor comment up to and with the semicolon.
    var range: Range<Int> { sql.range.lowerBound..<sql.end }

    var fault: Fault? { sql.unclosed.map { Fault(offset: $0.range.lowerBound, message: Self.message($0, sql)) } }

    private static func message(_ token: SQLToken, _ sql: SQLStatement) -> String {
        guard !sql.syntax.takesStringsForNames else { return "the quoted text that begins here is never closed" }
        switch token.kind {
        case .blockComment, .lineComment: return "the comment that begins here is never closed"
        case .quotedName: return "the quoted name that begins here is never closed"
        case .dollarString:
            let text = sql.source[token.range]
            let tag = text.prefix(through: text.dropFirst().firstIndex(of: UInt8(ascii: "$")) ?? text.startIndex)
            let name = String(decoding: tag, as: UTF8.self)
            return "the string that begins here is never closed: there is no second \(name)"
        case .string, .bits, .word, .number, .parameter, .symbol, .opening, .closing, .semicolon:
            return "the string that begins here is never closed"
        }
    }

    /// The key words, in capitals; a quoted name is an empty text.
    var keywords: [String] { words.map(\.keyword) }

    func starts(with keywords: String...) -> Bool {
        words.count >= keywords.count && zip(words, keywords).allSatisfy { $0.keyword == $1 }
    }

    var text: String { String(decoding: file.bytes[range], as: UTF8.self) }

    /// The bytes to send, semicolon included, byte for byte as long as in the file unless they were replaced.
    var sentBytes: [UInt8] {
        if let replacement { return Array(replacement.utf8) }
        var bytes = Array(file.bytes[range])
        for blank in blanks {
            for index in blank.clamped(to: range) { bytes[index - range.lowerBound] = UInt8(ascii: " ") }
        }
        if bytes.last != UInt8(ascii: ";") { bytes += [UInt8(ascii: "\n"), UInt8(ascii: ";")] }
        return bytes
    }
}
