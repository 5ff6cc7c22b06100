/// Cuts a script into statements, and into the commands of `psql` or SQLite's shell where those count.
///
/// ```swift
/// var splitter = SQLSplitter(Array("\\i a.sql\nSELECT 1;".utf8), .postgresql, readsCommands: true)
/// splitter.next()  // the command \i a.sql
/// splitter.next()  // the statement SELECT 1
/// ```
package struct SQLSplitter {
    package enum Item: Sendable {
        case statement(SQLStatement)
        /// From the backslash or dot up to the end of its line, or to the next command.
        case command(Range<Int>)
        /// The lines between `COPY ... FROM stdin;` and `\.`, with that.
        case copyData(Range<Int>)
    }

    private let bytes: [UInt8]
    private let syntax: SQLSyntax
    private let readsCommands: Bool
    private var scanner: SQLScanner
    private var tokens: [SQLToken] = []
    private var unclosed: SQLToken?
    private var cuts: [Range<Int>] = []
    /// Where the last token, or what counts as one, ended.
    private var offset = 0
    /// Whether the next line is the first one of data.
    private var isBeforeData = false
    private var waiting: Item?

    package init(_ bytes: [UInt8], _ syntax: SQLSyntax, readsCommands: Bool = false) {
        self.bytes = bytes
        self.syntax = syntax
        self.readsCommands = readsCommands
        scanner = SQLScanner(bytes, syntax)
    }

    package mutating func next() -> Item? {
        if let item = waiting {
            waiting = nil
            return item
        }
        while let token = scanner.peek() {
            if isBeforeData, let data = data(before: token.range.lowerBound) { return data }
            if readsCommands, let step = command(at: token) {
                if let item = step { return item }
                continue
            }
            offset = token.range.upperBound
            if !token.isClosed, !syntax.endsOpenComments || token.kind != .blockComment { unclosed = token }
            let wasInStatement = scanner.isInStatement
            scanner.see(token)
            if token.isComment { continue }
            if wasInStatement, !scanner.isInStatement { return .statement(finish(at: token.range.upperBound)) }
            if scanner.isInStatement { tokens.append(token) }
        }
        if isBeforeData, let data = data(before: bytes.count) { return data }
        return rest().map { .statement($0) }
    }

    /// The statement that no semicolon ends.
    private mutating func rest() -> SQLStatement? {
        guard !tokens.isEmpty || unclosed != nil else { return nil }
        scanner.endStatement()
        return finish(at: tokens.last?.range.upperBound ?? bytes.count)
    }

    private mutating func finish(at end: Int) -> SQLStatement {
        defer {
            tokens = []
            unclosed = nil
            cuts = []
        }
        let start = (tokens.first ?? unclosed)?.range.lowerBound ?? end
        let statement = SQLStatement(
            source: bytes, syntax: syntax, tokens: tokens,
            range: start..<max(start, tokens.last?.range.upperBound ?? end),
            end: max(start, end), unclosed: unclosed, cuts: cuts)
        if readsCommands, syntax.hasInlineRows, Self.readsData(statement) { isBeforeData = true }
        return statement
    }

    /// Whether it is a `COPY ... FROM stdin`.
    private static func readsData(_ statement: SQLStatement) -> Bool {
        var reader = statement.reader
        guard reader.skip("COPY") else { return false }
        while reader.skip(behind: "FROM") {
            if reader.isAt("STDIN") { return true }
        }
        return false
    }

    /// The data of a `COPY`, when its first line begins before the next token does.
    private mutating func data(before token: Int) -> Item? {
        guard let newline = bytes[offset..<max(offset, token)].firstIndex(of: ASCII.newline) else { return nil }
        isBeforeData = false
        var end = newline + 1
        let start = end
        while end < bytes.count {
            let line = bytes[end..<(bytes[end...].firstIndex(of: ASCII.newline) ?? bytes.count)]
            end = min(line.endIndex + 1, bytes.count)
            if (line.last == ASCII.carriageReturn ? line.dropLast() : line).elementsEqual([ASCII.backslash, ASCII.dot])
            {
                break
            }
        }
        resume(at: end)
        if scanner.isInStatement { cuts.append(start..<end) }
        return .copyData(start..<end)
    }

    private mutating func resume(at place: Int) {
        offset = place
        scanner.move(to: place)
    }
}

extension SQLSplitter {
    /// The command that begins at a token, if one does; `.some(nil)` where one was passed over.
    private mutating func command(at token: SQLToken) -> Item?? {
        let start = token.range.lowerBound
        switch syntax {
        case .postgresql:
            guard token.kind == .symbol, bytes[start] == ASCII.backslash else { return nil }
            return .some(backslash(at: start))
        case .sqlite:
            let isAtLineStart = start == 0 || bytes[start - 1] == ASCII.newline
            guard !scanner.isInStatement, isAtLineStart else { return nil }
            // The shell takes such a line for a comment.
            let isComment = bytes[start] == UInt8(ascii: "#")
            guard bytes[start] == ASCII.dot || isComment else { return nil }
            let end = bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count
            resume(at: end)
            return .some(isComment ? nil : .command(start..<end))
        }
    }

    /// A backslash outside of quotes begins a command of `psql` (<https://www.postgresql.org/docs/current/app-psql.html>);
    /// `\;` ends a statement, `\:` is a colon, `\\` ends a command's arguments.
    private mutating func backslash(at start: Int) -> Item? {
        let next = start + 1 < bytes.count ? bytes[start + 1] : nil
        if next == ASCII.semicolon || next == ASCII.colon || next == ASCII.backslash {
            resume(at: start + 2)
            if next == ASCII.semicolon { return rest().map { .statement($0) } }
            if scanner.isInStatement { cuts.append(start..<(start + (next == ASCII.colon ? 1 : 2))) }
            if next == ASCII.colon { resume(at: start + 1) }
            return nil
        }
        let name = bytes[(start + 1)...].prefix { !ASCII.isSpace($0) && $0 != ASCII.backslash }
        let end = Self.takesLine.contains(String(decoding: name, as: UTF8.self)) ? lineEnd(start) : argumentsEnd(start)
        resume(at: end)
        let command = Item.command(start..<end)
        switch String(decoding: name, as: UTF8.self) {
        case "r", "reset":
            _ = rest()
        case "g", "gx", "gset", "gexec", "gdesc", "crosstabview", "watch":
            guard let statement = rest() else { break }
            waiting = command
            return .statement(statement)
        default:
            if scanner.isInStatement { cuts.append(start..<end) }
        }
        return command
    }

    /// Commands whose only argument is the rest of the line.
    private static let takesLine: Set<String> = ["!", "copy", "ef", "ev", "h", "help", "sf", "sv"]

    private func lineEnd(_ start: Int) -> Int { bytes[start...].firstIndex(of: ASCII.newline) ?? bytes.count }

    /// The end of the line, or the next backslash outside of quotes.
    private func argumentsEnd(_ start: Int) -> Int {
        let end = lineEnd(start)
        var quote: UInt8?
        for index in (start + 1)..<max(start + 1, end) {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == ASCII.backslash {
                return index
            } else if byte == ASCII.quote || byte == ASCII.doubleQuote || byte == ASCII.backtick {
                quote = byte
            }
        }
        return end
    }
}
