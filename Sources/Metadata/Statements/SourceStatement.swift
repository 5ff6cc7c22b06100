/// One statement of a file: where it stands, and its first words.
struct SourceStatement: Sendable {
    /// What keeps a text from being a statement at all.
    struct Fault: Sendable, Hashable {
        let offset: Int
        let message: String
    }

    /// How many words are kept: enough to reach the `ON` after every privilege that `GRANT` knows.
    static let wordLimit = 24

    let file: SourceFile
    /// From the first byte that is neither space nor comment up to and with the semicolon.
    let range: Range<Int>
    let words: [Word]
    let fault: Fault?
    /// Words that are not sent, such as `CONCURRENTLY`; spaces take their place, so that positions stay.
    var blanks: [Range<Int>] = []
    /// The statement sent in the place of the text.
    var replacement: String?

    /// The key words, in capitals; a quoted name is an empty text.
    var keywords: [String] { words.map(\.keyword) }

    func starts(with keywords: String...) -> Bool {
        words.count >= keywords.count && zip(words, keywords).allSatisfy { $0.keyword == $1 }
    }

    var text: String { String(decoding: file.bytes[range], as: UTF8.self) }

    /// The bytes to send, semicolon included, byte for byte as long as in the file unless they were replaced.
    var sentBytes: [UInt8] {
        if let replacement { return Array(replacement.utf8) }
        var bytes = Array(file.bytes[range])
        for blank in blanks {
            for index in blank { bytes[index - range.lowerBound] = UInt8(ascii: " ") }
        }
        if bytes.last != UInt8(ascii: ";") { bytes += [UInt8(ascii: "\n"), UInt8(ascii: ";")] }
        return bytes
    }
}

/// What a scanner finds in a file, in order.
enum SourceItem: Sendable {
    case statement(SourceStatement)
    case command(ShellCommand)
    /// The lines between `COPY ... FROM stdin;` and `\.`.
    case copyData(Range<Int>)
}
