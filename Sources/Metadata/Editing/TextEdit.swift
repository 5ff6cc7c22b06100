/// Bytes of a file that become others.
struct TextEdit: Sendable, Hashable {
    /// Empty where something is only put in.
    let range: Range<Int>
    let text: String

    init(_ range: Range<Int>, _ text: String) {
        self.range = range
        self.text = text
    }

    /// Puts a text before a byte.
    init(at offset: Int, _ text: String) { self.init(offset..<offset, text) }

    /// The bytes with all edits made; of two insertions at one place the first stays first, and of two edits of the same bytes
    /// the first counts.
    static func applied(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
        let sorted = edits.enumerated().sorted { left, right in
            (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
        }
        var result: [UInt8] = []
        var end = 0
        for (_, edit) in sorted {
            guard edit.range.isEmpty || edit.range.lowerBound >= end else { continue }
            if edit.range.lowerBound > end { result += bytes[end..<edit.range.lowerBound] }
            result += Array(edit.text.utf8)
            end = max(end, edit.range.upperBound)
        }
        return result + bytes[end...]
    }
}

/// Lines of a text of bytes.
struct Lines {
    let bytes: [UInt8]

    private static let newline = UInt8(ascii: "\n")

    func start(of offset: Int) -> Int { bytes[..<offset].lastIndex(of: Self.newline).map { $0 + 1 } ?? 0 }

    /// Behind the last byte of the line, which is the newline, with a return before it, or the end of the text.
    func end(of offset: Int) -> Int {
        let end = bytes[offset...].firstIndex(of: Self.newline) ?? bytes.count
        return end > offset && end < bytes.count && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    /// Where the next line begins.
    func next(after offset: Int) -> Int { bytes[offset...].firstIndex(of: Self.newline).map { $0 + 1 } ?? bytes.count }

    /// Whether lines end in a return and a newline.
    var hasReturns: Bool {
        bytes.firstIndex(of: Self.newline).map { $0 > 0 && bytes[$0 - 1] == UInt8(ascii: "\r") } ?? false
    }

    /// The spaces that a line begins with.
    func indent(of offset: Int) -> String {
        let start = start(of: offset)
        return String(
            decoding: bytes[start..<offset].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") },
            as: UTF8.self)
    }

    func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy(Self.isSpace) }

    /// Whether nothing but spaces stands before a byte in its line.
    func beginsLine(_ offset: Int) -> Bool { isBlank(start(of: offset)..<offset) }

    /// Whether nothing but a comment of one line stands between two bytes.
    func isComment(_ range: Range<Int>) -> Bool {
        let text = bytes[range].drop(while: Self.isSpace)
        return text.starts(with: Array("--".utf8)) && !text.contains(Self.newline)
    }

    /// Where the comments begin that stand over a byte, line by line, with nothing between; what a file begins with is
    /// about the file.
    func startOfComments(above offset: Int) -> Int {
        var start = start(of: offset)
        while start > 0 {
            let before = self.start(of: start - 1)
            guard bytes[before..<start].drop(while: Self.isSpace).starts(with: Array("--".utf8)) else { break }
            start = before
        }
        return start == 0 && !isBlank(0..<offset) ? self.start(of: offset) : start
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || (9...13).contains(byte) }
}
