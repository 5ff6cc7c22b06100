import AutogenSQLText

/// What a person writes to name one object or several: `[kind] schema.table[.column]`, quoted as in SQL.
///
/// ```swift
/// let pattern = try AddressPattern("column person.full_name")
/// pattern.matches(Address(kind: "column", path: ["public", "person", "full_name"]), in: .postgresql)  // true
/// ```
///
/// The schema may be left out. Outside of quotes `*` stands for any text and `?` for one character, and capital letters
/// mean what they mean in the database's SQL. What belongs to an object is not named by the object's name.
public struct AddressPattern: Sendable, Hashable, CustomStringConvertible {
    /// `nil` where no kind is given: any fits.
    public let kind: String?
    private let parts: [Part]
    /// As it was written.
    public let description: String

    private struct Part: Sendable, Hashable {
        let text: String
        let isQuoted: Bool

        func fits(_ name: String, in dialect: Dialect) -> Bool {
            if isQuoted { return text.utf8.elementsEqual(name.utf8) }
            return Wildcard.fits(dialect.syntax.ignoresCase ? name.lowercased() : name, text.lowercased())
        }
    }

    /// Reads the form above; throws ``AddressError``.
    public init(_ text: String) throws(AddressError) {
        var reader = AddressReader(text)
        let (kind, parts) = try reader.address()
        guard reader.isAtEnd else { throw AddressError(text, "something follows the name") }
        self.init(kind: kind, parts: parts, description: text)
    }

    private init(kind: String?, parts: [AddressReader.Part], description: String) {
        self.kind = kind
        self.parts = parts.map { Part(text: $0.text, isQuoted: $0.isQuoted) }
        self.description = description
    }

    /// Reads `address=text`: an `=` outside of quotes ends the address.
    package static func assignment(_ text: String) throws(AddressError) -> (pattern: AddressPattern, value: String) {
        var reader = AddressReader(text)
        let (kind, parts) = try reader.address()
        guard let value = reader.rest(after: UInt8(ascii: "=")) else {
            throw AddressError(text, "an = and a value must follow the name")
        }
        let written = String(decoding: text.utf8.prefix(text.utf8.count - value.utf8.count - 1), as: UTF8.self)
        return (AddressPattern(kind: kind, parts: parts, description: written), value)
    }

    /// Whether it names the object; a name without schema fits in any.
    package func matches(_ address: Address, in dialect: Dialect) -> Bool {
        if let kind, kind != address.kind { return false }
        guard parts.count <= address.path.count, parts.count + 1 >= address.path.count else { return false }
        return zip(parts, address.path.suffix(parts.count)).allSatisfy { $0.fits($1, in: dialect) }
    }

    /// Whether its parts are the last names of the object, whatever these stand in.
    package func matchesName(of address: Address, in dialect: Dialect) -> Bool {
        let names = address.path.prefix(address.namePlace + 1)
        guard parts.count <= names.count else { return false }
        return zip(parts, names.suffix(parts.count)).allSatisfy { $0.fits($1, in: dialect) }
    }

    /// Whether a schema stands before the name of something that is part of nothing.
    package var namesSchema: Bool { parts.count > 1 }

    /// Whether it has a `*` or a `?` that stands for something else.
    package var hasWildcards: Bool {
        parts.contains { !$0.isQuoted && $0.text.contains { $0 == "*" || $0 == "?" } }
    }

    /// The address among some that comes nearest, for who wrote a name that fits none.
    package func nearest(among addresses: some Sequence<Address>) -> Address? {
        let wanted = parts.map(\.text).joined(separator: ".")
        let names = Dictionary(
            addresses.flatMap { address in
                [
                    (address.path.joined(separator: "."), address),
                    (address.path.dropFirst().joined(separator: "."), address),
                ]
            }, uniquingKeysWith: { first, _ in first })
        return NearestName.find(wanted, among: names.keys).flatMap { names[$0] }
    }
}

/// What is wrong with a name that a person wrote.
public struct AddressError: ExplainedError, Sendable, Hashable {
    /// The name as it was written.
    public let text: String
    /// What is wrong with it, as the end of a sentence.
    public let fault: String

    init(_ text: String, _ fault: String) {
        self.text = text
        self.fault = fault
    }

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// The name, its fault, and the form that it must have.
    public var explanation: Explanation {
        Explanation(
            "\"\(text)\" names no object: \(fault); write [KIND] SCHEMA.TABLE.COLUMN, such as column public.users.email"
        )
    }
}

extension Address {
    /// Reads what ``description`` writes, and returns what follows it.
    ///
    /// Throws ``AddressError`` where the text begins with no kind and name.
    package static func reading(_ text: String) throws(AddressError) -> (address: Address, rest: String) {
        var reader = AddressReader(text)
        let (kind, parts) = try reader.address()
        guard let kind else { throw AddressError(text, "the kind is missing before the name") }
        return (Address(kind: kind, path: parts.map(\.text)), reader.rest)
    }

    /// Reads a qualified name and nothing else: `app.people`, `"so so"`.
    package static func parts(_ text: String) throws(AddressError) -> [String] {
        var reader = AddressReader(text)
        let (kind, parts) = try reader.address()
        guard kind == nil, reader.isAtEnd else { throw AddressError(text, "it is more than one name") }
        return parts.map(\.text)
    }
}

/// Reads an address from the beginning of a text.
struct AddressReader {
    struct Part {
        let text: String
        let isQuoted: Bool
    }

    private let text: String
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) {
        self.text = text
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { index == bytes.count }
    var rest: String { String(decoding: bytes[index...], as: UTF8.self) }

    /// What follows a byte that comes next.
    func rest(after byte: UInt8) -> String? {
        index < bytes.count && bytes[index] == byte ? String(decoding: bytes[(index + 1)...], as: UTF8.self) : nil
    }

    /// The kind's words, which a space follows, then the parts of the name.
    mutating func address() throws(AddressError) -> (kind: String?, parts: [Part]) {
        var words: [String] = []
        skipSpaces()
        while true {
            var parts = [try part()]
            while take(UInt8(ascii: ".")) { parts.append(try part()) }
            let end = index
            skipSpaces()
            // A bare word with another name behind it belongs to the kind.
            guard parts.count == 1, let word = parts.first, !word.isQuoted, end < index, startsPart else {
                return (words.isEmpty ? nil : words.joined(separator: " "), parts)
            }
            words.append(word.text.lowercased())
        }
    }

    private var startsPart: Bool {
        guard index < bytes.count else { return false }
        return bytes[index] == UInt8(ascii: "\"") || Self.isBare(bytes[index])
    }

    /// Of a name whose hidden characters are written as `U&"\202E"`.
    private mutating func takeEscapeMark() -> Bool {
        let mark = bytes[index...].prefix(3)
        guard mark.elementsEqual("U&\"".utf8) || mark.elementsEqual("u&\"".utf8) else { return false }
        index += 2
        return true
    }

    private mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func part() throws(AddressError) -> Part {
        let hasEscapes = takeEscapeMark()
        guard take(UInt8(ascii: "\"")) else {
            let start = index
            while index < bytes.count, Self.isBare(bytes[index]) { index += 1 }
            guard index > start else { throw AddressError(text, "a name is missing") }
            return Part(text: String(decoding: bytes[start..<index], as: UTF8.self), isQuoted: false)
        }
        var name: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard take(byte) else {
                    let name = String(decoding: name, as: UTF8.self)
                    return Part(
                        text: hasEscapes ? UnicodeEscapes.decoded(name, escape: "\\") : name, isQuoted: true)
                }
            }
            name.append(byte)
        }
        throw AddressError(text, "a double quote is never closed")
    }

    /// Letters, digits and what stands in bare names and patterns.
    private static func isBare(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: true
        case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "~"): true
        default: false
        }
    }
}

/// Patterns in which `*` stands for any text and `?` for one character.
package enum Wildcard {
    package static func fits(_ text: String, _ pattern: String) -> Bool {
        fits(Array(text.unicodeScalars)[...], Array(pattern.unicodeScalars)[...])
    }

    private static func fits(_ text: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return fits(text, pattern.dropFirst()) || !text.isEmpty && fits(text.dropFirst(), pattern)
        }
        guard let scalar = text.first, first == "?" || first == scalar else { return false }
        return fits(text.dropFirst(), pattern.dropFirst())
    }
}
