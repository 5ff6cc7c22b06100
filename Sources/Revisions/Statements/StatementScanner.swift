import AutogenSchema

/// Walks over the tokens of a script and knows whether a statement is open.
///
/// A semicolon ends a statement unless it stands in parentheses or in a body: `BEGIN ATOMIC ... END` of a PostgreSQL
/// function, `BEGIN ... END` of a SQLite trigger.
struct StatementScanner {
    private let bytes: [UInt8]
    private var lexer: SQLLexer
    private(set) var isInStatement = false
    private var firstWords: [Range<Int>] = []
    private var parentheses = 0
    private var blocks = 0
    private var isAfterBegin = false

    init(bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        lexer = SQLLexer(bytes: bytes, dialect: dialect)
    }

    /// The first words of the open statement, in lower case.
    var words: [String] { firstWords.map { String(decoding: bytes[$0], as: UTF8.self).lowercased() } }

    /// The next token; after a semicolon that ends a statement, ``isInStatement`` is false.
    mutating func next() -> SQLToken? {
        guard let token = lexer.next() else { return nil }
        switch token.kind {
        case .comment: break
        case .semicolon:
            isAfterBegin = false
            if parentheses == 0, blocks == 0 { isInStatement = false }
        case .word:
            open()
            word(token.range)
        case .opening:
            open()
            parentheses += 1
        case .closing:
            open()
            parentheses = max(0, parentheses - 1)
        case .quoted, .other:
            open()
            isAfterBegin = false
        }
        return token
    }

    private mutating func open() {
        guard !isInStatement else { return }
        isInStatement = true
        firstWords.removeAll(keepingCapacity: true)
        parentheses = 0
        blocks = 0
        isAfterBegin = false
    }

    /// Only a body's words matter here, and a script has many others: they are compared where they stand.
    private mutating func word(_ range: Range<Int>) {
        if firstWords.count < 16 { firstWords.append(range) }
        let wasAfterBegin = isAfterBegin
        isAfterBegin = false
        switch range.count {
        case 5 where isWord("begin", range):
            isAfterBegin = true
            if isTrigger, blocks == 0, firstWords.count > 1 { blocks = 1 }
        case 6 where wasAfterBegin && isWord("atomic", range) && words.first == "create": blocks += 1
        case 4 where blocks > 0 && isWord("case", range): blocks += 1
        case 3 where blocks > 0 && isWord("end", range): blocks -= 1
        default: break
        }
    }

    private func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
        word.withUTF8Buffer { letters in
            letters.elementsEqual(bytes[range].lazy.map { $0 | 0x20 })
        }
    }

    private var isTrigger: Bool {
        let words = words
        return words.first == "create" && words.dropFirst().prefix(2).contains("trigger")
    }
}
