import AutogenSchema

/// A text with all white space made single spaces, and with what is hidden in it written out.
enum OneLine {
    static func text(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
    }
}
