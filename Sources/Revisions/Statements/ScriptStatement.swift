/// One statement of a script, with its place in the file.
struct ScriptStatement {
    /// Without the closing semicolon.
    let text: String
    /// The first words, in lower case.
    let words: [String]
    /// Where the first token stands, counted from 1.
    let line: Int
    let column: Int

    /// The line and column of a character of ``text``, counted from 1.
    func place(of position: Int?) -> (line: Int, column: Int) {
        guard let position, position > 0 else { return (line, column) }
        var place = (line: line, column: column)
        for scalar in text.unicodeScalars.prefix(position - 1) {
            place = scalar == "\n" ? (place.line + 1, 1) : (place.line, place.column + 1)
        }
        return place
    }

    /// The line of ``text`` that is the given line of the file.
    func content(ofLine number: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(number - line) ? String(lines[number - line]) : ""
    }
}
