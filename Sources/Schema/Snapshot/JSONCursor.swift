/// A place in a JSON text (RFC 8259, whole numbers only) that is read from the front to the back.
///
/// What is asked for as something it is not is `nil`; the place is then somewhere inside of it.
package struct JSONCursor {
    private let bytes: UnsafeRawBufferPointer
    private var index = 0
    private var depth = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// Throws where something follows.
    mutating func end() throws(JSONError) {
        guard next() == nil else { throw error("something follows the end of the value") }
    }

    func error(_ message: String) -> JSONError {
        JSONError(message: message, line: 1 + bytes[..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") })
    }

    /// The next byte behind white space; `nil` at the end.
    private mutating func next() -> UInt8? {
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            index += 1
        }
        return nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func first() throws(JSONError) -> UInt8 {
        guard let byte = next() else { throw error("the text ends too early") }
        return byte
    }

    /// The next value, whatever it is.
    mutating func value() throws(JSONError) -> JSON {
        switch try first() {
        case UInt8(ascii: "{"):
            var members: [JSON.Member] = []
            var isFirst = try begin()
            while let key = try nextKey(&isFirst) { members.append(JSON.Member(key.text, try value())) }
            return .object(members)
        case UInt8(ascii: "["):
            var items: [JSON] = []
            var isFirst = try begin()
            while try nextItem(&isFirst) { items.append(try value()) }
            return .array(items)
        case UInt8(ascii: "\""): return .string(try text())
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try bool() == true)
        case UInt8(ascii: "n"):
            try word("null")
            return .null
        default: return .integer(try number())
        }
    }

    /// Goes behind the next value, which must be one.
    mutating func skip() throws(JSONError) {
        switch try first() {
        case UInt8(ascii: "{"):
            var isFirst = try begin()
            while try nextKey(&isFirst) != nil { try skip() }
        case UInt8(ascii: "["):
            var isFirst = try begin()
            while try nextItem(&isFirst) { try skip() }
        case UInt8(ascii: "\""): try skipText()
        case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try bool()
        case UInt8(ascii: "n"): try word("null")
        default: _ = try number()
        }
    }

    /// Whether the next value is `null`, which then is behind.
    mutating func isNull() throws(JSONError) -> Bool {
        guard try first() == UInt8(ascii: "n") else { return false }
        try word("null")
        return true
    }

    mutating func bool() throws(JSONError) -> Bool? {
        switch try first() {
        case UInt8(ascii: "t"):
            try word("true")
            return true
        case UInt8(ascii: "f"):
            try word("false")
            return false
        default: return nil
        }
    }

    mutating func string() throws(JSONError) -> String? {
        try first() == UInt8(ascii: "\"") ? try text() : nil
    }

    mutating func integer() throws(JSONError) -> Int64? {
        switch try first() {
        case UInt8(ascii: "-"), 0x30...0x39: try number()
        default: nil
        }
    }

    /// Goes into an array and returns true, for ``nextItem(_:)``; `nil` where the value is none.
    mutating func array() throws(JSONError) -> Bool? { try first() == UInt8(ascii: "[") ? try begin() : nil }

    /// Goes into an object and returns true, for ``nextKey(_:)``; `nil` where the value is none.
    mutating func object() throws(JSONError) -> Bool? { try first() == UInt8(ascii: "{") ? try begin() : nil }

    /// Goes to the next item of an array; false behind the last one.
    mutating func nextItem(_ isFirst: inout Bool) throws(JSONError) -> Bool {
        if take("]") { return leave() }
        guard isFirst || take(",") else { throw error("expected , or ]") }
        isFirst = false
        return true
    }

    /// Goes to the value of the next member of an object, and returns its key; `nil` behind the last one.
    mutating func nextKey(_ isFirst: inout Bool) throws(JSONError) -> JSONKey? {
        if take("}") {
            _ = leave()
            return nil
        }
        guard isFirst || take(",") else { throw error("expected , or }") }
        isFirst = false
        guard next() == UInt8(ascii: "\"") else { throw error("expected a key") }
        let start = index
        try skipText()
        let raw = UnsafeRawBufferPointer(rebasing: bytes[start + 1..<index - 1])
        var key = JSONKey(raw: raw, decoded: nil)
        if raw.contains(UInt8(ascii: "\\")) {
            index = start
            key = JSONKey(raw: raw, decoded: try text())
        }
        guard take(":") else { throw error("expected : after the key \"\(key.text)\"") }
        return key
    }

    /// Goes behind the bracket that opens a value.
    private mutating func begin() throws(JSONError) -> Bool {
        index += 1
        depth += 1
        guard depth < 200 else { throw error("nested too deep") }
        return true
    }

    private mutating func leave() -> Bool {
        depth -= 1
        return false
    }

    private mutating func word(_ word: StaticString) throws(JSONError) {
        let count = word.utf8CodeUnitCount
        let matches = word.withUTF8Buffer { bytes[index...].starts(with: $0) }
        guard matches else { throw error("unknown word") }
        index += count
    }

    private mutating func number() throws(JSONError) -> Int64 {
        let start = index
        while index < bytes.count, bytes[index] == UInt8(ascii: "-") || (0x30...0x39).contains(bytes[index]) {
            index += 1
        }
        guard let number = Int64(String(decoding: bytes[start..<index], as: UTF8.self)) else {
            throw error("not a value")
        }
        return number
    }
}

extension JSONCursor {
    /// How many bytes are behind, white space before the next value with them.
    var place: Int {
        mutating get {
            _ = next()
            return index
        }
    }

    /// Goes behind the bytes that stand elsewhere, too, where these are the next.
    mutating func take(_ other: Range<Int>) -> Bool {
        _ = next()
        guard index + other.count <= bytes.count,
            UnsafeRawBufferPointer(rebasing: bytes[index..<index + other.count])
                .isSame(as: UnsafeRawBufferPointer(rebasing: bytes[other]))
        else { return false }
        index += other.count
        return true
    }

    /// The text between quotation marks that the cursor is before.
    private mutating func text() throws(JSONError) -> String {
        let start = index + 1
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "\\") { end += 1 }
        if end < bytes.count, bytes[end] == UInt8(ascii: "\"") {
            index = end + 1
            return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
        var out = Array(bytes[start..<end])
        index = end
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

    private mutating func skipText() throws(JSONError) {
        index += 1
        var ignored: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\") { try escape(into: &ignored) }
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

/// The key of a member of an object, as it stands in the text.
struct JSONKey {
    fileprivate let raw: UnsafeRawBufferPointer
    /// Where characters of it are written as escapes.
    fileprivate let decoded: String?

    var text: String { decoded ?? String(decoding: raw, as: UTF8.self) }

    func isSame(as name: String) -> Bool {
        if let decoded { return decoded == name }
        guard raw.count == name.utf8.count else { return false }
        var name = name
        return name.withUTF8 { raw.isSame(as: UnsafeRawBufferPointer($0)) }
    }
}
