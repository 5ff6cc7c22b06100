/// One SQL file of the declared schema: the name it is reported under, and its bytes.
///
/// ```swift
/// let file = try SourceFile(reading: "/home/ada/shop/schema/users.sql", name: "schema/users.sql")
/// file.position(of: 0)  // line 1, column 1
/// ```
package struct SourceFile: Sendable, Hashable {
    /// As messages show it: the path relative to the folder that sources are resolved against.
    package let name: String
    /// Where the file is; `nil` for text that comes from no file.
    package let path: String?
    /// UTF-8, without a byte order mark.
    package let bytes: [UInt8]

    package init(name: String, path: String? = nil, bytes: [UInt8]) throws(SourceFileError) {
        self.name = name
        self.path = path
        self.bytes = try Self.checked(bytes, name)
    }

    package init(name: String, text: String) throws(SourceFileError) {
        try self.init(name: name, bytes: Array(text.utf8))
    }

    private static func checked(_ bytes: [UInt8], _ name: String) throws(SourceFileError) -> [UInt8] {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw SourceFileError(.encoding(name, line: 1, "it is UTF-16"))
        }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if let zero = text.firstIndex(of: 0) {
            throw SourceFileError(.encoding(name, line: Self.line(of: zero, in: text), "it holds a NUL byte"))
        }
        if let bad = UTF8Check.firstInvalid(in: text) {
            throw SourceFileError(.encoding(name, line: Self.line(of: bad, in: text), "a byte there is not UTF-8"))
        }
        return text
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
    }

    /// The line and column of a byte.
    package func position(of offset: Int) -> SourcePosition {
        let offset = min(max(offset, 0), bytes.count)
        let start = lineStart(of: offset)
        let column = bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return SourcePosition(line: Self.line(of: offset, in: bytes), column: column)
    }

    /// The whole line that a byte stands in, without its end.
    func line(at offset: Int) -> String {
        let offset = min(max(offset, 0), bytes.count)
        let start = lineStart(of: offset)
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        let line = bytes[start..<end]
        return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }

    func lineStart(of offset: Int) -> Int {
        bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    }
}

/// A place in a file: lines and columns count from 1, columns in Unicode scalars.
package struct SourcePosition: Sendable, Hashable {
    package let line: Int
    package let column: Int
}
