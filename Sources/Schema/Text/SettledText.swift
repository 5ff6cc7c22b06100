import AutogenSQLText

/// The text of an expression as PostgreSQL writes it once it has read its own.
///
/// What it writes of a stored expression is not always what it writes of that text in turn. `status IN ('a', 'b')` over a
/// `varchar` is first the cast of an array, `(ARRAY['a'::character varying, ...])::text[]`; read again, the cast goes to
/// each element (`transformArrayExpr` in `parse_expr.c`), `ARRAY[('a'::character varying)::text, ...]`, and stays there. So a
/// schema that was declared by a dump would differ from the database it was dumped from.
package enum SettledText {
    /// The definition with its texts as the server would write them the second time.
    package static func read(_ definition: Definition) -> Definition {
        // What people write there is no expression.
        guard definition.kind != .comment, definition.kind != .securityLabel else { return definition }
        return definition.mappingTexts(of)
    }

    package static func of(_ text: String) -> String { UnnamedConstant.naming(in: spreadingCasts(of: text)) { $0 } }

    /// `(ARRAY[...])::text[]` with the cast at each element; some writers leave the outer brackets out.
    private static func spreadingCasts(of text: String) -> String {
        guard text.contains("ARRAY[") else { return text }
        let bytes = Array(text.utf8)
        var tokens: [SQLToken] = []
        var lexer = SQLLexer(bytes, .postgresql)
        while let token = lexer.next() { tokens.append(token) }
        let writer = Writer(bytes: bytes, tokens: tokens)
        return String(decoding: writer.written(tokens.indices, from: 0, to: bytes.count), as: UTF8.self)
    }

    private struct Writer {
        let bytes: [UInt8]
        let tokens: [SQLToken]

        /// Some tokens with what stands around them between two places.
        func written(_ range: Range<Int>, from start: Int, to end: Int) -> [UInt8] {
            var result: [UInt8] = []
            var place = start
            var index = range.lowerBound
            while index < range.upperBound {
                guard let cast = arrayCast(at: index, before: range.upperBound) else {
                    index += 1
                    continue
                }
                result += bytes[place..<tokens[index].range.lowerBound]
                result += array(cast)
                place = tokens[cast.last].range.upperBound
                index = cast.last + 1
            }
            return result + bytes[place..<end]
        }

        private struct ArrayCast {
            /// What stands between the brackets.
            var elements: Range<Int>
            let type: Range<Int>
            let last: Int
            /// Whether brackets stand around what needs none: only those of statistics are left out.
            let isBracketed: Bool
        }

        /// `(ARRAY[...])::type[]` that begins with a token, or `ARRAY[...]::type[]`.
        private func arrayCast(at first: Int, before end: Int) -> ArrayCast? {
            let isBracketed = isSymbol("(", first)
            let array = isBracketed ? first + 1 : first
            guard let close = closing(ofArrayAt: array, before: end), !isBracketed || isSymbol(")", close + 1) else {
                return nil
            }
            let sign = isBracketed ? close + 2 : close + 1
            // An empty array has its type from its own cast.
            guard isSymbol("::", sign), close > array + 2 else { return nil }
            var index = sign + 1
            while index < end, !isSymbol("[", index) {
                guard isOfType(index) else { return nil }
                index += 1
            }
            guard index > sign + 1, isSymbol("[", index), isSymbol("]", index + 1), index + 1 < end else { return nil }
            return ArrayCast(
                elements: (array + 2)..<close, type: (sign + 1)..<index, last: index + 1, isBracketed: isBracketed)
        }

        /// The bracket that ends `ARRAY[`.
        private func closing(ofArrayAt first: Int, before end: Int) -> Int? {
            guard first + 1 < end, tokens[first].isWord("array", in: bytes), isSymbol("[", first + 1) else {
                return nil
            }
            var depth = 0
            for index in (first + 1)..<end {
                if isSymbol("[", index) || isSymbol("(", index) { depth += 1 }
                if isSymbol("]", index) || isSymbol(")", index) { depth -= 1 }
                if depth == 0 { return index }
            }
            return nil
        }

        private func array(_ cast: ArrayCast) -> [UInt8] {
            var result = Array("ARRAY[".utf8)
            for (place, element) in split(cast.elements).enumerated() {
                if place > 0 { result += Array(", ".utf8) }
                if let close = closing(ofArrayAt: element.lowerBound, before: element.upperBound),
                    close == element.upperBound - 1
                {
                    var inner = cast
                    inner.elements = (element.lowerBound + 2)..<close
                    result += array(inner)
                } else if cast.isBracketed || isOperation(element) {
                    result += Array("(".utf8) + text(element) + Array(")::".utf8) + text(cast.type)
                } else {
                    result += text(element) + Array("::".utf8) + text(cast.type)
                }
            }
            return result + Array("]".utf8)
        }

        /// Whether an element has an operator outside of brackets, or is a cast of what has.
        private func isOperation(_ element: Range<Int>) -> Bool {
            var depth = 0
            return isSymbol("(", element.lowerBound)
                || element.contains { index in
                    if isSymbol("(", index) || isSymbol("[", index) { depth += 1 }
                    if isSymbol(")", index) || isSymbol("]", index) { depth -= 1 }
                    return depth == 0 && tokens[index].kind == .symbol
                        && ![".", ",", "::", "]"].contains { isSymbol($0, index) }
                }
        }

        private func text(_ range: Range<Int>) -> [UInt8] {
            guard let first = range.first, let last = range.last else { return [] }
            return written(range, from: tokens[first].range.lowerBound, to: tokens[last].range.upperBound)
        }

        /// The parts between the commas that stand in no bracket.
        private func split(_ range: Range<Int>) -> [Range<Int>] {
            var parts: [Range<Int>] = []
            var start = range.lowerBound
            var depth = 0
            for index in range {
                if isSymbol("[", index) || isSymbol("(", index) { depth += 1 }
                if isSymbol("]", index) || isSymbol(")", index) { depth -= 1 }
                guard depth == 0, isSymbol(",", index) else { continue }
                parts.append(start..<index)
                start = index + 1
            }
            return start < range.upperBound ? parts + [start..<range.upperBound] : parts
        }

        /// Whether a token can be part of a type's name: `timestamp(3) without time zone`, `app."Mood"`.
        private func isOfType(_ index: Int) -> Bool {
            let token = tokens[index]
            return token.kind == .word || token.kind == .quotedName || token.kind == .number
                || ["(", ")", ",", "."].contains { isSymbol($0, index) }
        }

        private func isSymbol(_ symbol: StaticString, _ index: Int) -> Bool {
            guard tokens.indices.contains(index) else { return false }
            let token = tokens[index]
            guard token.kind == .symbol || token.kind == .opening || token.kind == .closing else { return false }
            return symbol.withUTF8Buffer { bytes[token.range].elementsEqual($0) }
        }
    }
}
