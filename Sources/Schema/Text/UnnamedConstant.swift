package import AutogenSQLText

/// A constant without a name in the list of a `SELECT`, as PostgreSQL writes it: `'x'::text` of `EXISTS (SELECT 'x')`.
///
/// The cast was not in the source, and is written to say of what type the constant is. Read again, it gives the column the
/// name of its type (`FigureColname` in `src/backend/parser/parse_target.c`), which the server writes from then on:
/// `'x'::text AS text`.
package struct UnnamedConstant {
    /// `'x'`, `NULL`.
    package let literal: Range<Int>
    /// `::text`.
    package let cast: Range<Int>
    /// `text`, as `format_type` writes it, in bytes of the source.
    let type: Range<Int>

    /// - Parameter tokens: all of the source, without comments.
    package static func all(in bytes: [UInt8], _ tokens: [SQLToken]) -> [UnnamedConstant] {
        tokens.indices.filter { tokens[$0].isWord("select", in: bytes) }
            .flatMap { items(behind: $0, bytes, tokens) }
            .compactMap { constant($0, bytes, tokens) }
    }

    /// The parts of a list between its commas.
    private static func items(behind select: Int, _ bytes: [UInt8], _ tokens: [SQLToken]) -> [Range<Int>] {
        var index = select + 1
        if index < tokens.count, tokens[index].isWord("distinct", in: bytes) {
            index += 1
            if index < tokens.count, tokens[index].isWord("on", in: bytes) {
                index = closing(at: index + 1, tokens).map { $0 + 1 } ?? tokens.count
            }
        }
        var items: [Range<Int>] = []
        var start = index
        var depth = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.kind == .opening { depth += 1 }
            if token.kind == .closing {
                if depth == 0 { break }
                depth -= 1
            }
            if depth == 0 {
                if token.kind == .semicolon || ends.contains(where: { token.isWord($0, in: bytes) }) { break }
                if token.range.count == 1, bytes[token.range.lowerBound] == UInt8(ascii: ",") {
                    items.append(start..<index)
                    start = index + 1
                }
            }
            index += 1
        }
        return items + [start..<index]
    }

    private static func closing(at opening: Int, _ tokens: [SQLToken]) -> Int? {
        var depth = 0
        for index in opening..<max(opening, tokens.count) {
            if tokens[index].kind == .opening { depth += 1 }
            if tokens[index].kind == .closing { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static let ends: [StaticString] = [
        "from", "where", "group", "having", "window", "union", "intersect", "except", "order", "limit", "offset",
        "fetch", "for",
    ]

    private static func constant(_ item: Range<Int>, _ bytes: [UInt8], _ tokens: [SQLToken]) -> UnnamedConstant? {
        guard item.count > 2, let last = item.last else { return nil }
        let (literal, sign) = (tokens[item.lowerBound], tokens[item.lowerBound + 1])
        guard literal.kind == .string || literal.isWord("null", in: bytes),
            bytes[sign.range].elementsEqual("::".utf8)
        else { return nil }
        let type = tokens[(item.lowerBound + 2)...last]
        guard type.allSatisfy({ !$0.isWord("as", in: bytes) && isOfType($0, bytes) }) else { return nil }
        let end = tokens[last].range.upperBound
        return UnnamedConstant(
            literal: literal.range, cast: sign.range.lowerBound..<end,
            type: tokens[item.lowerBound + 2].range.lowerBound..<end)
    }

    private static func isOfType(_ token: SQLToken, _ bytes: [UInt8]) -> Bool {
        switch token.kind {
        case .word, .quotedName, .number, .opening, .closing: true
        case .symbol: token.range.count == 1 && ".,[]".utf8.contains(bytes[token.range.lowerBound])
        case .string, .dollarString, .bits, .parameter, .semicolon, .lineComment, .blockComment: false
        }
    }
}

extension UnnamedConstant {
    /// The name that the column has once the server has read what it wrote: the last part of the type's own name.
    func name(in bytes: [UInt8]) -> String {
        var type = String(decoding: bytes[type], as: UTF8.self)
        while type.hasSuffix("[]") { type.removeLast(2) }
        if let open = type.firstIndex(of: "("), let close = type[open...].firstIndex(of: ")") {
            type.removeSubrange(open...close)
        }
        if let name = Self.names[type] { return name }
        if type.hasPrefix("interval") { return "\"interval\"" }
        guard let dot = type.lastIndex(of: ".") else { return type }
        return String(type[type.index(after: dot)...])
    }

    /// What the source must have said, so that the server writes the same: a number with a sign, bits, or a text that gets its
    /// type from where it stands.
    package func source(in bytes: [UInt8]) -> String {
        let text = String(decoding: bytes[literal], as: UTF8.self)
        let type = String(decoding: bytes[type], as: UTF8.self)
        switch type {
        case "\"bit\"": return "B" + text
        case "integer", "bigint", "numeric":
            let number = text.filter { $0 != "'" }
            return number.allSatisfy { "+-.e0123456789".contains($0) } ? number : text
        default: return text
        }
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
