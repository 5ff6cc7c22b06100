import AutogenSchema

/// Text inside of XML and HTML: what is hidden in it is written out.
enum Markup {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.visible.unicodeScalars {
            switch scalar {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "\"": result += "&quot;"
            // XML has no way to write these two.
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// A text with all white space made single spaces, and with what is hidden in it written out.
enum OneLine {
    static func text(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ").visible
    }
}
