/// Cuts a file into statements as SQLite's shell does (<https://www.sqlite.org/c3ref/complete.html>).
///
/// A semicolon ends a statement unless it stands in quotes or a comment, or in a `CREATE TRIGGER`, which goes on up to
/// the semicolon behind an `END` that itself follows a semicolon.
struct SQLiteScanner {
    private enum Trigger {
        case outside
        case inside
        case afterSemicolon
        case afterEnd
    }

    let file: SourceFile
    private var cursor: Cursor
    private var draft = StatementDraft()
    private var trigger = Trigger.outside

    init(_ file: SourceFile) {
        self.file = file
        cursor = Cursor(file.bytes)
    }

    /// The next statement or command; `nil` at the end of the file.
    mutating func next() -> SourceItem? {
        while let byte = cursor.byte {
            if byte == ASCII.dot, draft.isEmpty, cursor.isAtLineStart { return command() }
            if byte == ASCII.semicolon {
                cursor.index += 1
                switch trigger {
                case .outside, .afterEnd:
                    if let item = finish() { return item }
                case .inside, .afterSemicolon: trigger = .afterSemicolon
                }
            } else {
                step(byte)
            }
        }
        return finish()
    }

    private mutating func command() -> SourceItem {
        let start = cursor.index
        cursor.index += 1
        return .command(ShellCommand(line: Array(cursor.takeLine()), offset: start))
    }

    private mutating func step(_ byte: UInt8) {
        let start = cursor.index
        switch byte {
        case _ where ASCII.isSpace(byte):
            cursor.index += 1
        case ASCII.dash where cursor.peek() == ASCII.dash:
            cursor.skipLine()
        case ASCII.slash where cursor.peek() == ASCII.star:
            // One that is never closed ends with the text (https://www.sqlite.org/lang_comment.html).
            _ = cursor.skipBlockComment(isNested: false)
        case ASCII.quote, ASCII.doubleQuote, ASCII.backtick:
            quoted(from: start, closing: byte, isDoubled: true)
        case ASCII.openBracket:
            quoted(from: start, closing: ASCII.closeBracket, isDoubled: false)
        case _ where ASCII.startsName(byte):
            cursor.skipName()
            draft.add(cursor.bytes, start..<cursor.index)
            seeWord(cursor.bytes[start..<cursor.index])
        default:
            draft.begin(at: start)
            cursor.index += 1
            if ASCII.isDigit(byte) { cursor.skipName() }
            leaveSemicolon()
        }
    }

    private mutating func quoted(from start: Int, closing: UInt8, isDoubled: Bool) {
        draft.begin(at: start)
        leaveSemicolon()
        if cursor.skipQuoted(closing: closing, isDoubled: isDoubled) {
            draft.add(cursor.bytes, start..<cursor.index, isQuoted: true)
        } else {
            draft.fail(at: start, "the quoted text that begins here is never closed")
        }
    }

    private mutating func leaveSemicolon() {
        if trigger != .outside { trigger = .inside }
    }

    private mutating func seeWord(_ bytes: ArraySlice<UInt8>) {
        if trigger == .outside, draft.words.count <= 5 {
            var words = draft.words.map(\.keyword)[...]
            if words.first == "EXPLAIN" {
                words = words.dropFirst()
                if words.starts(with: ["QUERY", "PLAN"]) { words = words.dropFirst(2) }
            }
            let isTrigger =
                words.elementsEqual(["CREATE", "TRIGGER"]) || words.elementsEqual(["CREATE", "TEMP", "TRIGGER"])
                || words.elementsEqual(["CREATE", "TEMPORARY", "TRIGGER"])
            if isTrigger { trigger = .inside }
        } else if trigger == .afterSemicolon, String(decoding: bytes, as: UTF8.self).uppercased() == "END" {
            trigger = .afterEnd
        } else {
            leaveSemicolon()
        }
    }

    private mutating func finish() -> SourceItem? {
        trigger = .outside
        var end = cursor.index
        while end > 0, ASCII.isSpace(cursor.bytes[end - 1]) { end -= 1 }
        return draft.finish(at: end, in: file).map { .statement($0) }
    }
}
