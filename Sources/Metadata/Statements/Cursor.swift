/// A place in a file's bytes, and the moves that both scanners make.
struct Cursor {
    let bytes: [UInt8]
    var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    func peek(_ distance: Int = 1) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func skipLine() {
        while let byte, byte != ASCII.newline { index += 1 }
    }

    /// Takes the line's rest, without its end, and moves behind it.
    mutating func takeLine() -> ArraySlice<UInt8> {
        let start = index
        skipLine()
        let line = bytes[start..<index]
        if !isAtEnd { index += 1 }
        return line.last == 13 ? line.dropLast() : line
    }

    /// Moves behind a quoted piece whose opening byte is at the cursor, the closing byte doubled inside it; false when
    /// the text ends before it does.
    mutating func skipQuoted(closing: UInt8, isDoubled: Bool = true, hasEscapes: Bool = false) -> Bool {
        index += 1
        while let byte {
            if hasEscapes, byte == ASCII.backslash {
                index += 2
            } else if byte != closing {
                index += 1
            } else if isDoubled, peek() == closing {
                index += 2
            } else {
                index += 1
                return true
            }
        }
        index = bytes.count
        return false
    }

    /// Moves behind a `/* */` comment; false when it is not closed.
    mutating func skipBlockComment(isNested: Bool) -> Bool {
        index += 2
        var depth = 1
        while let byte {
            if byte == ASCII.star, peek() == ASCII.slash {
                index += 2
                depth -= 1
                if depth == 0 { return true }
            } else if isNested, byte == ASCII.slash, peek() == ASCII.star {
                index += 2
                depth += 1
            } else {
                index += 1
            }
        }
        return false
    }

    mutating func skipName() {
        while let byte, ASCII.continuesName(byte) { index += 1 }
    }

    /// Whether the cursor is at the first byte of a line.
    var isAtLineStart: Bool { index == 0 || bytes[index - 1] == ASCII.newline }
}
