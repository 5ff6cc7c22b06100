/// Source text for expressions that the server wrote.
///
/// `status IN ('a', 'b')` on a `varchar` column is written back as
/// `((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))`, and that text, read again,
/// is written back differently: the parser moves the outer cast into the array. The outer cast was never in the source:
/// the operator asked for it. Without it the text reads back as it was.
enum Respelling {
    static func source(of expression: String) -> String {
        guard expression.contains("(ARRAY[") else { return expression }
        var result = ""
        var rest = expression[...]
        while let start = rest.firstRange(of: "(ARRAY[") {
            result += rest[..<start.lowerBound]
            rest = rest[start.lowerBound...]
            if let (array, end) = implicitlyCast(rest) {
                result += source(of: String(array))
                rest = rest[end...]
            } else {
                result += "(ARRAY["
                rest = rest[start.upperBound...]
            }
        }
        return result + rest
    }

    /// The array in `(ARRAY[...])::text[]` and where that ends. A cast that is in the source is one of the elements:
    /// the server writes the cast around the brackets for those that it made itself.
    private static func implicitlyCast(_ text: Substring) -> (Substring, String.Index)? {
        guard let close = Brackets.end(of: text) else { return nil }
        let array = text[text.index(after: text.startIndex)..<close]
        let elements = array.dropFirst("ARRAY".count)
        guard let last = Brackets.end(of: elements), elements.index(after: last) == elements.endIndex else {
            return nil
        }
        let after = text[text.index(after: close)...]
        guard after.hasPrefix("::"), let type = after.firstRange(of: "[]") else { return nil }
        let name = after[..<type.lowerBound].dropFirst(2)
        let isName = name.allSatisfy { $0.isLetter || $0.isNumber || " _.\"".contains($0) }
        return isName ? (array, type.upperBound) : nil
    }
}

/// Walks over brackets, minding strings and quoted names.
enum Brackets {
    /// The index of the bracket that closes the one the text starts with.
    static func end(of text: Substring) -> String.Index? {
        var depth = 0
        var end: String.Index?
        scan(text) { index, character in
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if depth == 0 { end = index }
            return depth > 0
        }
        return end
    }

    /// What stands before the first bracket or space outside of quotes: the name in `app."a b" (id) WHERE (id > 1)`.
    static func head(of text: String) -> String {
        var end = text.endIndex
        scan(text[...]) { index, character in
            if character == " " || character == "(" { end = index }
            return end == text.endIndex
        }
        return String(text[..<end])
    }

    /// What stands before the first space outside of quotes and brackets: `lower(a, b)` in `lower(a, b) text_ops`.
    static func word(of text: Substring) -> String {
        var depth = 0
        var end = text.endIndex
        scan(text) { index, character in
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == " ", depth == 0 { end = index }
            return end == text.endIndex
        }
        return String(text[..<end])
    }

    /// The value of the literal that starts at an index, and where it ends.
    static func literal(at start: String.Index, in text: Substring) -> (value: String, end: String.Index)? {
        var value = ""
        var index = text.index(after: start)
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] != "'" {
                value.append(text[index])
                index = next
            } else if next < text.endIndex, text[next] == "'" {
                value.append("'")
                index = text.index(after: next)
            } else {
                return (value, next)
            }
        }
        return nil
    }

    /// The parts between the commas that stand in no bracket.
    static func elements(in text: Substring) -> [Substring] {
        var depth = 0
        var cuts: [String.Index] = []
        scan(text) { index, character in
            if "([".contains(character) { depth += 1 }
            if ")]".contains(character) { depth -= 1 }
            if character == ",", depth == 0 { cuts.append(index) }
            return true
        }
        var start = text.startIndex
        var parts: [Substring] = []
        for cut in cuts {
            parts.append(text[start..<cut])
            start = text.index(after: cut)
        }
        parts.append(text[start...])
        return parts.map { $0.drop { $0 == " " } }
    }

    private static func scan(_ text: Substring, _ visit: (String.Index, Character) -> Bool) {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
                continue
            }
            if character == "'" || character == "\"" {
                quote = character
                continue
            }
            if !visit(index, character) { return }
        }
    }
}
