import AutogenSQLText
import AutogenSchema

/// Rewrites everything that is said of one schema so that it speaks of another.
struct SchemaName: Sendable {
    let old: String
    let new: String
    private let syntax: SQLSyntax
    init(_ old: String, to new: String, _ syntax: SQLSyntax) {
        self.old = old
        self.new = new
        self.syntax = syntax
    }

    func id(_ id: ObjectID) -> ObjectID {
        let place = id.kind == .defaultPrivileges ? 1 : 0
        guard id.path.count > place, id.path[place] == old else { return id }
        var path = id.path
        path[place] = new
        guard let target = id.target else { return ObjectID(id.kind, path: path) }
        let moved = ObjectID(target.kind, path: Array(path.prefix(target.path.count)))
        let isNamed = path.count > target.path.count
        return isNamed ? ObjectID(id.kind, on: moved, id.name) : ObjectID(id.kind, on: moved)
    }

    func definition(_ definition: Definition) -> Definition { definition.mappingTexts(text) }

    /// A name of its own, or each name in SQL, and in its strings and comments, behind which stands what it has in it.
    func text(_ text: String) -> String {
        if text == old { return new }
        guard text.contains(old) || text.contains(SQL.quoted(name: old)) else { return text }
        return String(decoding: moved(Array(text.utf8)), as: UTF8.self)
    }

    private func moved(_ bytes: [UInt8]) -> [UInt8] {
        var lexer = SQLLexer(bytes, syntax)
        var tokens: [SQLToken] = []
        while let token = lexer.next() { tokens.append(token) }
        var result: [UInt8] = []
        var copied = 0
        for (place, token) in tokens.enumerated() {
            if token.kind.holdsText {
                // What a function runs, and what a sequence is called where its next value is taken.
                let inner = token.contents(in: bytes)
                guard inner.lowerBound >= copied else { continue }
                result += bytes[copied..<inner.lowerBound] + moved(Array(bytes[inner]))
                copied = inner.upperBound
            } else if isOld(token, in: bytes), place + 1 < tokens.count, isDot(tokens[place + 1], in: bytes),
                place == 0 || !isDot(tokens[place - 1], in: bytes)
            {
                result += bytes[copied..<token.range.lowerBound] + Array(SQL.quoted(name: new).utf8)
                copied = token.range.upperBound
            }
        }
        return result + bytes[copied...]
    }

    private func isOld(_ token: SQLToken, in bytes: [UInt8]) -> Bool {
        switch token.kind {
        case .word: syntax.key(of: token.value(in: bytes).loweringASCII) == syntax.key(of: old)
        case .quotedName: syntax.key(of: token.value(in: bytes)) == syntax.key(of: old)
        default: false
        }
    }

    private func isDot(_ token: SQLToken, in bytes: [UInt8]) -> Bool {
        token.range.count == 1 && bytes[token.range.lowerBound] == UInt8(ascii: ".")
    }
}

extension SQLToken.Kind {
    fileprivate var holdsText: Bool {
        switch self {
        case .string, .dollarString, .lineComment, .blockComment: true
        case .word, .quotedName, .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon: false
        }
    }
}

extension SQLToken {
    /// What stands between the quotes or behind the dashes.
    fileprivate func contents(in bytes: [UInt8]) -> Range<Int> {
        let text = bytes[range]
        let opening: Int
        var closing = 1
        switch kind {
        case .string: opening = (text.firstIndex(of: UInt8(ascii: "'")) ?? range.lowerBound) + 1
        case .dollarString:
            let end = text.dropFirst().firstIndex(of: UInt8(ascii: "$")) ?? range.lowerBound
            opening = end + 1
            closing = opening - range.lowerBound
        default:
            opening = range.lowerBound + 2
            closing = kind == .blockComment ? 2 : 0
        }
        let end = isClosed ? range.upperBound - closing : range.upperBound
        return opening..<max(opening, end)
    }
}
