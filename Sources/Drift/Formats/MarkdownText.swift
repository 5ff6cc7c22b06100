import AutogenSchema

/// Pieces of Markdown for comments on pull requests.
enum MarkdownText {
    /// GitHub takes comments of up to 65,536 characters; what does not fit is counted.
    static let limit = 60_000

    /// SQL that is shown when somebody asks for it, inside of an item of a list.
    static func folded(_ title: String, _ code: String) -> [String] {
        var fence = "```"
        while code.contains(fence) { fence += "`" }
        let lines = code.visible.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        let body = lines.last == "  " ? Array(lines.dropLast()) : lines
        return ["", "  <details><summary>\(title)</summary>", "", "  \(fence)sql"] + body + [
            "  \(fence)", "  </details>",
        ]
    }

    /// Names are text: no letter of them is markup.
    static func escaped(_ text: String) -> String {
        var result = ""
        for character in OneLine.text(text) {
            switch character {
            case "<": result += "&lt;"
            case "&": result += "&amp;"
            case "*", "_", "`", "[", "]", "|", "#", "\\", "~": result += "\\\(character)"
            case "@": result += "&#64;"
            default: result.append(character)
            }
        }
        return result
    }
}
