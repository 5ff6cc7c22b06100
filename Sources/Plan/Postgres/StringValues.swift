import AutogenSQLText
import AutogenSchema

/// The values of strings in a statement, which may be labels of an enum.
enum StringValues {
    /// Those of arrays one by one, those in the bodies of functions too, as keys of ``Swift/String/exact``.
    static func all(in sql: String) -> Set<String> {
        let bytes = Array(sql.utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        var values: Set<String> = []
        while let token = lexer.next() {
            switch token.kind {
            case .string:
                let value = token.value(in: bytes)
                values.insert(value.exact)
                if value.utf8.first == UInt8(ascii: "{"), let elements = ArrayLiteral.elements(of: value) {
                    for case let element? in elements { values.insert(element.exact) }
                }
            case .dollarString: values.formUnion(all(in: token.value(in: bytes)))
            case .word, .quotedName, .bits, .number, .parameter, .symbol, .opening, .closing, .semicolon, .lineComment,
                .blockComment:
                continue
            }
        }
        return values
    }
}
