import AutogenSchema

/// Cuts a script into its statements.
enum StatementSplitter {
    /// `firstLine` is the line of the file on which the text begins.
    static func split(_ text: String, dialect: Dialect, firstLine: Int) -> [ScriptStatement] {
        let bytes = Array(text.utf8)
        var scanner = StatementScanner(bytes: bytes, dialect: dialect)
        var statements: [ScriptStatement] = []
        var open: (start: Int, end: Int)?
        var line = firstLine
        var counted = 0
        func close() {
            guard let range = open else { return }
            open = nil
            line += bytes[counted..<range.start].count { $0 == UInt8(ascii: "\n") }
            counted = range.start
            let lineStart = bytes[..<range.start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            let before = String(decoding: bytes[lineStart..<range.start], as: UTF8.self)
            statements.append(
                ScriptStatement(
                    text: String(decoding: bytes[range.start..<range.end], as: UTF8.self), words: scanner.words,
                    line: line, column: before.unicodeScalars.count + 1))
        }
        while let token = scanner.next() {
            if scanner.isInStatement {
                if token.kind == .comment { continue }
                open = (open?.start ?? token.range.lowerBound, token.range.upperBound)
            } else {
                close()
            }
        }
        close()
        return statements
    }
}
