import AutogenSchema

/// Walks over the tokens of a script and knows whether a statement is open.
///
/// A semicolon ends a statement unless it stands in parentheses or in a body: `BEGIN ATOMIC ... END` of a PostgreSQL
/// function, `BEGIN ... END` of a SQLite trigger.
struct StatementScanner {
    private let bytes: [UInt8]
    private var lexer: SQLLexer
    private(set) var isInStatement = false
    /// The first words of the open statement, in lower case.
    private(set) var words: [String] = []
    private var parentheses = 0
    private var blocks = 0
    private var previous = ""

    init(bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        lexer = SQLLexer(bytes: bytes, dialect: dialect)
    }

    /// The next token; after a semicolon that ends a statement, ``isInStatement`` is false.
    mutating func next() -> SQLToken? {
        guard let token = lexer.next() else { return nil }
        switch token.kind {
        case .comment: break
        case .semicolon:
            previous = ";"
            if parentheses == 0, blocks == 0 { isInStatement = false }
        case .word:
            open()
            word(String(decoding: bytes[token.range], as: UTF8.self).lowercased())
        case .opening:
            open()
            parentheses += 1
        case .closing:
            open()
            parentheses = max(0, parentheses - 1)
        case .quoted, .other:
            open()
            previous = ""
        }
        return token
    }

    private mutating func open() {
        guard !isInStatement else { return }
        isInStatement = true
        words = []
        parentheses = 0
        blocks = 0
        previous = ""
    }

    private mutating func word(_ word: String) {
        if words.count < 16 { words.append(word) }
        switch word {
        case "begin" where isTrigger && blocks == 0 && words.count > 1: blocks = 1
        case "atomic" where previous == "begin" && words.first == "create": blocks += 1
        case "case" where blocks > 0: blocks += 1
        case "end" where blocks > 0: blocks -= 1
        default: break
        }
        previous = word
    }

    private var isTrigger: Bool {
        words.first == "create" && words.dropFirst().prefix(2).contains("trigger")
    }
}
