import AutogenSQLText
import AutogenSchema

/// The body of a function in the text of its statement.
enum RoutineBody {
    /// The statement with another body, where nothing else of the two definitions differs.
    ///
    /// The tag of its dollar quotes stays unless the new body holds it.
    static func replaced(in statement: String, from old: String, to new: String, _ syntax: SQLSyntax) -> String? {
        guard let (before, after) = difference(tokens(old, syntax), tokens(new, syntax)) else { return nil }
        let bytes = Array(statement.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var places: [SQLToken] = []
        while let token = lexer.next() {
            if token.kind == .dollarString || token.kind == .string, token.value(in: bytes) == before {
                places.append(token)
            }
        }
        guard places.count == 1, let place = places.first else { return nil }
        let quoted: String
        if place.kind == .dollarString {
            let text = bytes[place.range]
            let end = text.dropFirst().firstIndex(of: UInt8(ascii: "$")) ?? text.startIndex
            let tag = String(decoding: text[...end], as: UTF8.self)
            quoted = after.contains(tag) ? dollarQuoted(after) : tag + after + tag
        } else {
            quoted = after.contains("\\") ? dollarQuoted(after) : "'" + after.replacing("'", with: "''") + "'"
        }
        return String(decoding: bytes[..<place.range.lowerBound], as: UTF8.self) + quoted
            + String(decoding: bytes[place.range.upperBound...], as: UTF8.self)
    }

    /// A whole definition of the server's without what only it writes: spaces before lines, a tag of its own, `OR REPLACE`
    /// where the author did without.
    static func pleasant(_ definition: String, like written: String, _ syntax: SQLSyntax) -> String {
        let bytes = Array(definition.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var tokens: [SQLToken] = []
        while let token = lexer.next() { tokens.append(token) }
        var before = SQLReader(written, syntax)
        var after = SQLReader(definition, syntax)
        let losesReplace =
            before.skip("CREATE") && !before.isAt("OR", "REPLACE") && after.skip("CREATE", "OR", "REPLACE")
        var text = ""
        var end = 0
        for (place, token) in tokens.enumerated() {
            let space = String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
            end = token.range.upperBound
            if losesReplace, place == 1 || place == 2 { continue }
            text += space.contains("\n") ? "\n" : space
            text +=
                token.kind == .dollarString
                ? dollarQuoted(token.value(in: bytes)) : String(decoding: bytes[token.range], as: UTF8.self)
        }
        return text
    }

    /// In dollar quotes that the text does not hold.
    private static func dollarQuoted(_ text: String) -> String {
        var number = 0
        var tag = "$$"
        while text.contains(tag) || text.hasSuffix("$") && number == 0 {
            number += 1
            tag = number == 1 ? "$body$" : "$body\(number)$"
        }
        return tag + text + tag
    }

    private typealias Part = (kind: SQLToken.Kind, text: String)

    private static func tokens(_ text: String, _ syntax: SQLSyntax) -> [Part] {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, syntax)
        var parts: [Part] = []
        while let token = lexer.next() {
            let isString = token.kind == .dollarString || token.kind == .string
            parts.append(
                (token.kind, isString ? token.value(in: bytes) : String(decoding: bytes[token.range], as: UTF8.self)))
        }
        return parts
    }

    /// The one string in which two texts differ.
    private static func difference(_ old: [Part], _ new: [Part]) -> (String, String)? {
        guard old.count == new.count else { return nil }
        let places = old.indices.filter { old[$0].text != new[$0].text }
        guard places.count == 1, let place = places.first,
            [.dollarString, .string].contains(old[place].kind), [.dollarString, .string].contains(new[place].kind)
        else { return nil }
        return (old[place].text, new[place].text)
    }
}
