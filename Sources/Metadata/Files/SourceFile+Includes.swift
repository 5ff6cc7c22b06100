import AutogenSchema

extension SourceFile {
    /// Whether some byte of it could begin a command, such as one that includes another file; true for more than do.
    func mayInclude(in dialect: Dialect) -> Bool {
        switch dialect {
        case .postgresql: bytes.contains(UInt8(ascii: "\\"))
        case .sqlite: hasLineWithDot
        }
    }

    /// Whether a line begins with a dot, spaces aside.
    private var hasLineWithDot: Bool {
        var isStart = true
        for byte in bytes {
            if isStart, byte == UInt8(ascii: ".") { return true }
            isStart =
                byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                || isStart && (byte == UInt8(ascii: " ") || (9...13).contains(byte))
        }
        return false
    }
}
