/// Reads the text form of a one-dimensional PostgreSQL array, `{a,"b c",NULL}`
/// (<https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO>).
package enum ArrayLiteral {
    /// The elements of such a text, `nil` for NULL; `nil` where it is none.
    package static func elements(of text: String) -> [String?]? {
        var text = text
        return text.withUTF8 { elements(of: UnsafeRawBufferPointer($0)) }
    }

    static func elements(of text: UnsafeRawBufferPointer) -> [String?]? {
        var bytes = text[...]
        guard bytes.popFirst() == UInt8(ascii: "{"), bytes.popLast() == UInt8(ascii: "}") else { return nil }
        var elements: [String?] = []
        while !bytes.isEmpty {
            var element: [UInt8] = []
            let quoted = bytes.first == UInt8(ascii: "\"")
            if quoted { bytes.removeFirst() }
            while let byte = bytes.popFirst() {
                if byte == UInt8(ascii: "\\"), let next = bytes.popFirst() {
                    element.append(next)
                } else if quoted, byte == UInt8(ascii: "\"") {
                    guard bytes.isEmpty || bytes.popFirst() == UInt8(ascii: ",") else { return nil }
                    break
                } else if !quoted, byte == UInt8(ascii: ",") {
                    break
                } else {
                    element.append(byte)
                }
            }
            let value = String(decoding: element, as: UTF8.self)
            elements.append(!quoted && value == "NULL" ? nil : value)
        }
        return elements
    }

    /// The same the other way round, quoted where the server quotes.
    package static func text(of elements: [String?]) -> String {
        let words = elements.map { element -> String in
            guard let element else { return "NULL" }
            let isPlain =
                !element.isEmpty && element.uppercased() != "NULL"
                && !element.contains { "{},\"\\".contains($0) || $0.isWhitespace }
            if isPlain { return element }
            return "\"" + element.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
        }
        return "{" + words.joined(separator: ",") + "}"
    }
}
