/// What is wrong with a JSON text, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    public let message: String
    /// Counted from 1.
    public let line: Int
    public var description: String { "line \(line): \(message)" }
}

extension JSON {
    /// Reads a JSON text (RFC 8259) whose numbers are integers.
    public init(parsing text: String) throws(JSONError) {
        var text = text
        text.makeContiguousUTF8()
        var parser = JSONParser(bytes: Array(text.utf8))
        self = try parser.document()
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    var index = 0
    var depth = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() throws(JSONError) -> JSON {
        let value = try value()
        skipSpace()
        guard index == bytes.count else { throw error("something follows the end of the value") }
        return value
    }

    private func error(_ message: String) -> JSONError {
        JSONError(message: message, line: 1 + bytes[..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") })
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSON {
        depth += 1
        defer { depth -= 1 }
        guard depth < 200 else { throw error("nested too deep") }
        skipSpace()
        guard index < bytes.count else { throw error("the text ends too early") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
        guard matches else { throw error("unknown word") }
        index += word.utf8CodeUnitCount
        return value
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[index]) {
            index += 1
        }
        guard let number = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw error("not a value")
        }
        return .integer(number)
    }

    private mutating func array() throws(JSONError) -> JSON {
        index += 1
        var items: [JSON] = []
        if take("]") { return .array(items) }
        repeat { items.append(try value()) } while take(",")
        guard take("]") else { throw error("expected , or ]") }
        return .array(items)
    }

    private mutating func object() throws(JSONError) -> JSON {
        index += 1
        var members: [Member] = []
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw error("expected a key") }
            let key = try string()
            guard take(":") else { throw error("expected : after the key \"\(key)\"") }
            members.append(Member(key, try value()))
        } while take(",")
        guard take("}") else { throw error("expected , or }") }
        return .object(members)
    }

    private typealias Member = JSON.Member

    private mutating func string() throws(JSONError) -> String {
        index += 1
        var out: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: out, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(into: &out)
            default: out.append(byte)
            }
        }
        throw error("a string has no end")
    }

    private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
        guard index < bytes.count else { throw error("a string has no end") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"): out.append(0x0A)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "r"): out.append(0x0D)
        case UInt8(ascii: "b"): out.append(0x08)
        case UInt8(ascii: "f"): out.append(0x0C)
        case UInt8(ascii: "u"):
            var code = try hex()
            if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: [0x5C, 0x75]) {
                index += 2
                let low = try hex()
                guard (0xDC00..<0xE000).contains(low) else {
                    throw error("not a character: \\u\(String(code, radix: 16))\\u\(String(low, radix: 16))")
                }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else {
                throw error("not a character: \\u\(String(code, radix: 16))")
            }
            out.append(contentsOf: String(Character(scalar)).utf8)
        default: out.append(byte)
        }
    }

    private mutating func hex() throws(JSONError) -> UInt32 {
        let end = index + 4
        // A sign, which the number's own reading allows, is none.
        guard end <= bytes.count, bytes[index] != UInt8(ascii: "+"), bytes[index] != UInt8(ascii: "-"),
            let code = UInt32(String(decoding: bytes[index..<end], as: UTF8.self), radix: 16)
        else {
            throw error("\\u wants four hexadecimal digits")
        }
        index = end
        return code
    }
}
