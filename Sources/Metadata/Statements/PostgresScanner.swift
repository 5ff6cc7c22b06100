/// Cuts a file into statements by the rules of `psql`
/// (<https://www.postgresql.org/docs/current/app-psql.html>, and for the words themselves
/// <https://www.postgresql.org/docs/current/sql-syntax-lexical.html>).
///
/// Strings are read with `standard_conforming_strings` on, the default since 9.1.
/// A semicolon ends a statement unless it stands in quotes, a comment, parentheses (as in `CREATE RULE`), or the
/// `BEGIN ATOMIC ... END` body of a function.
struct PostgresScanner {
    let file: SourceFile
    var cursor: Cursor
    var draft = StatementDraft()
    private var depth = 0
    private var body = RoutineBody()
    private var isCopyFromStdin = false
    private var isBeforeCopyData = false

    init(_ file: SourceFile) {
        self.file = file
        cursor = Cursor(file.bytes)
    }

    /// The next statement, command or block of data; `nil` at the end of the file.
    mutating func next() -> SourceItem? {
        while let byte = cursor.byte {
            if isBeforeCopyData, byte == ASCII.newline { return copyData() }
            switch byte {
            case ASCII.semicolon where depth == 0 && !body.isOpen:
                cursor.index += 1
                if let item = finish() { return item }
            case ASCII.backslash:
                if let item = backslash() { return item }
            default:
                step(byte)
            }
        }
        return finish()
    }

    private mutating func step(_ byte: UInt8) {
        let start = cursor.index
        switch byte {
        case ASCII.quote:
            quoted(from: start, hasEscapes: false)
        case ASCII.doubleQuote:
            draft.begin(at: start)
            if cursor.skipQuoted(closing: byte) {
                draft.add(cursor.bytes, start..<cursor.index, isQuoted: true)
            } else {
                draft.fail(at: start, "the quoted name that begins here is never closed")
            }
        case ASCII.dash where cursor.peek() == ASCII.dash:
            cursor.skipLine()
        case ASCII.slash where cursor.peek() == ASCII.star:
            if !cursor.skipBlockComment(isNested: true) {
                draft.fail(at: start, "the comment that begins here is never closed")
            }
        case ASCII.dollar:
            draft.begin(at: start)
            dollar(from: start)
        case _ where ASCII.isSpace(byte):
            cursor.index += 1
        case _ where ASCII.startsName(byte):
            name(from: start, byte)
        default:
            draft.begin(at: start)
            if byte == ASCII.open { depth += 1 }
            if byte == ASCII.close, depth > 0 { depth -= 1 }
            cursor.index += 1
            if ASCII.isDigit(byte) { cursor.skipName() }
        }
    }

    private mutating func name(from start: Int, _ first: UInt8) {
        if first | 0x20 == UInt8(ascii: "e"), cursor.peek() == ASCII.quote {
            cursor.index += 1
            return quoted(from: start, hasEscapes: true)
        }
        cursor.skipName()
        draft.add(cursor.bytes, start..<cursor.index)
        body.see(cursor.bytes[start..<cursor.index], depth: depth)
        noteCopy(start..<cursor.index)
    }

    /// Sees `FROM stdin` in a `COPY`, wherever it stands behind the table's name.
    private mutating func noteCopy(_ range: Range<Int>) {
        guard range.count == 5, depth == 0, draft.words.first?.keyword == "COPY" else { return }
        let isStdin = String(decoding: cursor.bytes[range], as: UTF8.self).uppercased() == "STDIN"
        if isStdin, draft.words.contains(where: { $0.keyword == "FROM" }) { isCopyFromStdin = true }
    }

    private mutating func quoted(from start: Int, hasEscapes: Bool) {
        draft.begin(at: start)
        guard cursor.skipQuoted(closing: ASCII.quote, hasEscapes: hasEscapes) else {
            return draft.fail(at: start, "the string that begins here is never closed")
        }
        // Strings on consecutive lines are one; what an escape is, the first of them says.
        guard hasEscapes, let next = continuation() else { return }
        cursor.index = next
        quoted(from: next, hasEscapes: hasEscapes)
    }

    /// Where the string goes on: behind spaces and comments with at least one end of line among them.
    private func continuation() -> Int? {
        var look = cursor
        var hasNewline = false
        while let byte = look.byte {
            if byte == ASCII.quote { return hasNewline ? look.index : nil }
            if byte == ASCII.dash, look.peek() == ASCII.dash {
                look.skipLine()
            } else if ASCII.isSpace(byte) {
                hasNewline = hasNewline || byte == ASCII.newline
                look.index += 1
            } else {
                return nil
            }
        }
        return nil
    }

    private mutating func dollar(from start: Int) {
        cursor.index += 1
        if let byte = cursor.byte, ASCII.startsName(byte) {
            while let byte = cursor.byte, ASCII.startsName(byte) || ASCII.isDigit(byte) { cursor.index += 1 }
        }
        guard cursor.byte == ASCII.dollar else { return }
        cursor.index += 1
        let tag = cursor.bytes[start..<cursor.index]
        while let byte = cursor.byte {
            if byte == ASCII.dollar, cursor.bytes[cursor.index...].starts(with: tag) {
                cursor.index += tag.count
                return
            }
            cursor.index += 1
        }
        let name = String(decoding: tag, as: UTF8.self)
        draft.fail(at: start, "the string that begins here is never closed: there is no second \(name)")
    }
}

extension PostgresScanner {
    /// Ends the statement before the cursor.
    mutating func finish() -> SourceItem? {
        defer {
            depth = 0
            body = RoutineBody()
        }
        let end = lastByte()
        guard let statement = draft.finish(at: end, in: file) else { return nil }
        isBeforeCopyData = isCopyFromStdin
        isCopyFromStdin = false
        return .statement(statement)
    }

    /// The end of the last byte before the cursor that is no space.
    private func lastByte() -> Int {
        var end = cursor.index
        while end > 0, ASCII.isSpace(cursor.bytes[end - 1]) { end -= 1 }
        return end
    }

    /// A backslash outside quotes begins a command of `psql`, which takes the rest of the line; `\;` and `\:` don't.
    private mutating func backslash() -> SourceItem? {
        let start = cursor.index
        if let next = cursor.peek(), next == ASCII.semicolon || next == ASCII.colon {
            draft.begin(at: start)
            cursor.index += 2
            return nil
        }
        let isSend = cursor.peek().map { $0 | 0x20 == UInt8(ascii: "g") } ?? false
        if isSend, !draft.isEmpty, let item = finish() { return item }
        cursor.index += 1
        let command = ShellCommand(line: Array(cursor.takeLine()), offset: start)
        if !draft.isEmpty { draft.cut(start..<cursor.index) }
        return .command(command)
    }

    private mutating func copyData() -> SourceItem {
        isBeforeCopyData = false
        cursor.index += 1
        let start = cursor.index
        while !cursor.isAtEnd {
            let line = cursor.takeLine()
            if line.elementsEqual([ASCII.backslash, ASCII.dot]) { break }
        }
        return .copyData(start..<cursor.index)
    }
}
