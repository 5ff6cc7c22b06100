/// A text with all white space made single spaces.
enum OneLine {
    static func text(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
