import AutogenSQLText

/// A constant without a name in the list of a `SELECT`, as PostgreSQL writes it: `'x'::text` of `EXISTS (SELECT 'x')`.
///
/// The cast says of what type the constant is. Read again, it gives the column the name of its type (`FigureColname` in
/// `src/backend/parser/parse_target.c`), which the server writes from then on: `'x'::text AS text`.
package struct UnnamedConstant {
    /// Where the constant and its cast end, in bytes of the source.
    private let end: Int
    /// `text`, as `format_type` writes it.
    private let type: String

    /// A text with a name behind each.
    ///
    /// - Parameter name: gets the name that the column has once the server has read what it wrote.
    package static func naming(in text: String, _ name: (_ typeName: String) -> String) -> String {
        guard text.contains("SELECT "), text.contains("::") else { return text }
        var bytes = Array(text.utf8)
        var tokens: [SQLToken] = []
        var lexer = SQLLexer(bytes, .postgresql)
        while let token = lexer.next() { if !token.isComment { tokens.append(token) } }
        for constant in all(in: Tokens(bytes: bytes, tokens: tokens)).sorted(by: { $0.end > $1.end }) {
            bytes.insert(contentsOf: " AS \(name(constant.typeName))".utf8, at: constant.end)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func all(in text: Tokens) -> [UnnamedConstant] {
        text.tokens.indices.filter { text.isWord("select", $0) }.flatMap(text.items).compactMap(text.constant)
    }

    /// The last part of the type's own name.
    private var typeName: String {
        var type = type
        while type.hasSuffix("[]") { type.removeLast(2) }
        if let open = type.firstIndex(of: "("), let close = type[open...].firstIndex(of: ")") {
            type.removeSubrange(open...close)
        }
        if let name = Self.names[type] { return name }
        if type.hasPrefix("interval") { return "\"interval\"" }
        guard let dot = type.lastIndex(of: ".") else { return type }
        return String(type[type.index(after: dot)...])
    }

    /// Names of types that are words of the grammar (`pg_type.typname`), quoted where the word is not free.
    private static let names = [
        "integer": "int4", "bigint": "int8", "smallint": "int2", "boolean": "bool", "real": "float4",
        "double precision": "float8", "numeric": "\"numeric\"", "character varying": "\"varchar\"",
        "character": "bpchar", "bit varying": "varbit", "timestamp without time zone": "\"timestamp\"",
        "timestamp with time zone": "timestamptz", "time without time zone": "\"time\"",
        "time with time zone": "timetz",
    ]
}

extension UnnamedConstant {
    private struct Tokens {
        let bytes: [UInt8]
        let tokens: [SQLToken]

        func isWord(_ word: StaticString, _ index: Int) -> Bool {
            tokens.indices.contains(index) && tokens[index].isWord(word, in: bytes)
        }

        private func isOne(of symbols: String, _ index: Int) -> Bool {
            guard tokens.indices.contains(index), tokens[index].range.count == 1 else { return false }
            return symbols.utf8.contains(bytes[tokens[index].range.lowerBound])
        }

        /// The parts of the list behind a `SELECT`, between its commas.
        func items(behind select: Int) -> [Range<Int>] {
            var index = select + 1
            if isWord("distinct", index) {
                index += 1
                if isWord("on", index) { index = place(behind: index + 1) }
            }
            var items: [Range<Int>] = []
            var start = index
            while index < tokens.count, !isOne(of: ")];", index), !ends.contains(where: { isWord($0, index) }) {
                if isOne(of: ",", index) {
                    items.append(start..<index)
                    start = index + 1
                }
                index = isOne(of: "([", index) ? place(behind: index) : index + 1
            }
            return items + [start..<index]
        }

        /// The place behind the bracket that ends what one begins.
        private func place(behind opening: Int) -> Int {
            var depth = 0
            var index = opening
            while index < tokens.count {
                if isOne(of: "([", index) { depth += 1 }
                if isOne(of: ")]", index) { depth -= 1 }
                index += 1
                if depth == 0 { break }
            }
            return index
        }

        private var ends: [StaticString] {
            [
                "from", "where", "group", "having", "window", "union", "intersect", "except", "order", "limit",
                "offset", "fetch", "for", "on", "returning",
            ]
        }

        func constant(_ item: Range<Int>) -> UnnamedConstant? {
            let first = item.lowerBound
            guard item.count > 2, tokens[first].kind == .string || isWord("null", first),
                bytes[tokens[first + 1].range].elementsEqual("::".utf8), let last = type(from: first + 2),
                last == item.upperBound - 1
            else { return nil }
            let end = tokens[last].range.upperBound
            let type = String(decoding: bytes[tokens[first + 2].range.lowerBound..<end], as: UTF8.self)
            return UnnamedConstant(end: end, type: type)
        }

        /// The last token of the name of a type: `app."Mood"`, `timestamp(3) without time zone`, `numeric(4,1)[]`.
        private func type(from first: Int) -> Int? {
            guard tokens.indices.contains(first), tokens[first].kind == .word || tokens[first].kind == .quotedName
            else {
                return nil
            }
            var last = first
            if isOne(of: ".", first + 1) {
                last = first + 2
            } else if isWord("varying", first + 1) || isWord("precision", first + 1) {
                last = first + 1
            } else if isWord("interval", first) {
                while fields.contains(where: { isWord($0, last + 1) }) { last += 1 }
            }
            if isOne(of: "(", last + 1) { last = place(behind: last + 1) - 1 }
            if isWord("with", last + 1) || isWord("without", last + 1) { last += 3 }
            while isOne(of: "[", last + 1), isOne(of: "]", last + 2) { last += 2 }
            return last < tokens.count ? last : nil
        }

        private var fields: [StaticString] { ["year", "month", "day", "hour", "minute", "second", "to"] }
    }
}
