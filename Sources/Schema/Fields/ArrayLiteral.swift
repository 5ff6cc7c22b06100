/// Reads the text form of a one-dimensional PostgreSQL array, `{a,"b c",NULL}`
/// (<https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO>).
enum ArrayLiteral {
    static func elements(of text: String) -> [String?]? {
        var bytes = Array(text.utf8)[...]
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
}
