/// One statement of a script: its tokens, and where it stands.
///
/// ```swift
/// let statement = SQLStatement.all(in: "-- of users\nDROP TABLE app.\"Users\";", .postgresql)[0]
/// statement.words              // ["DROP", "TABLE", "APP"]
/// var reader = statement.reader
/// reader.skip("DROP", "TABLE") // true
/// reader.name()                // ["app", "Users"]
/// statement.place(of: statement.range.lowerBound)  // line 2, column 1
/// ```
package struct SQLStatement: Sendable {
    /// The whole script.
    package let source: [UInt8]
    package let syntax: SQLSyntax
    /// Without comments and the semicolon at the end.
    package let tokens: [SQLToken]
    /// From the first token up to and with the last one.
    package let range: Range<Int>
    /// Behind the semicolon, or where ``range`` ends.
    package let end: Int
    /// The string, name or comment that the script ends in.
    package let unclosed: SQLToken?
    /// What a shell takes out of the middle of the statement.
    package let cuts: [Range<Int>]

    /// The statements of a script without commands of a shell.
    package static func all(in text: String, _ syntax: SQLSyntax) -> [SQLStatement] {
        all(in: Array(text.utf8), syntax)
    }

    package static func all(in bytes: [UInt8], _ syntax: SQLSyntax) -> [SQLStatement] {
        var splitter = SQLSplitter(bytes, syntax)
        var statements: [SQLStatement] = []
        while let item = splitter.next() {
            if case .statement(let statement) = item { statements.append(statement) }
        }
        return statements
    }

    /// Without the semicolon.
    package var text: String { text(range) }

    package func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

    package func text(of token: SQLToken) -> String { text(token.range) }

    /// The bare words in capitals, in order; never quoted text.
    package var words: [String] { tokens.filter { $0.kind == .word }.map { $0.keyword(in: source) } }

    /// A bare word in capitals; empty for any other token.
    package func keyword(_ token: SQLToken) -> String { token.keyword(in: source) }

    /// Whether it begins with these words, which are given in capitals.
    package func starts(with words: String...) -> Bool {
        var reader = reader
        return reader.skip(words)
    }

    /// Reads from the first token on.
    package var reader: SQLReader { SQLReader(source, syntax, tokens[...]) }

    /// Reads some of its tokens.
    package func reader(of tokens: ArraySlice<SQLToken>) -> SQLReader { SQLReader(source, syntax, tokens) }

    /// Line and column of a byte, both counted from 1, columns in Unicode scalars.
    package func place(of offset: Int) -> SQLPlace { SQLPlace(of: offset, in: source) }
}

/// A place in a text: lines and columns count from 1, columns in Unicode scalars.
package struct SQLPlace: Sendable, Hashable {
    package let line: Int
    package let column: Int

    /// The place of a byte.
    package init(of offset: Int, in bytes: [UInt8]) {
        let head = bytes[..<min(max(offset, 0), bytes.count)]
        let start = head.lastIndex(of: ASCII.newline).map { $0 + 1 } ?? 0
        line = head.count { $0 == ASCII.newline } + 1
        // Every scalar has exactly one byte that does not continue another.
        column = head[start...].count { $0 & 0xC0 != 0x80 } + 1
    }
}

extension SQLStatement {
    /// Whether it is a `SET`, for the session or the transaction, of the setting with this name.
    package func sets(_ name: String) -> Bool {
        var reader = reader
        guard reader.skip("SET") else { return false }
        _ = reader.skip("LOCAL") || reader.skip("SESSION")
        return reader.name() == [name]
    }
}
