/// A command of `psql` or of SQLite's shell: `\i users.sql`, `.read users.sql`.
struct ShellCommand: Sendable, Hashable {
    /// Without the backslash or dot.
    let name: String
    let arguments: [String]
    let offset: Int

    /// What a command means for a schema.
    enum Meaning: Sendable, Hashable {
        /// Another file is read in its place; where that is not there, the hint says how it is looked for.
        case include(isRelative: Bool = false, hint: String? = nil)
        /// The rest of the file does not count.
        case end
        /// Why it counts for nothing.
        case skipped(Note.Level, String)
        case nothing

        static let ofTheShell = Meaning.skipped(.note, "is a command of the shell and is skipped")
    }

    /// Splits the line behind the backslash or dot at spaces; quotes of either kind hold an argument together.
    init(_ line: ArraySlice<UInt8>, offset: Int) {
        var parts: [[UInt8]] = []
        var quote: UInt8?
        var isInside = false
        for byte in line {
            if let open = quote {
                if byte == open { quote = nil } else { parts[parts.count - 1].append(byte) }
            } else if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
                isInside = false
            } else {
                if !isInside { parts.append([]) }
                isInside = true
                if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                    quote = byte
                } else {
                    parts[parts.count - 1].append(byte)
                }
            }
        }
        let words = parts.map { String(decoding: $0, as: UTF8.self) }
        name = words.first ?? ""
        arguments = Array(words.dropFirst())
        self.offset = offset
    }
}
