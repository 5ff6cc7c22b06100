/// The part of a line that a message shows, and the caret under one of its characters.
package struct ExcerptWindow {
    static let width = 120

    package let text: String
    package let caret: String

    /// `column` counts Unicode scalars from 1; a tab before the caret stays a tab, so that it stays in place.
    package init(line: String, column: Int) {
        let scalars = Array(line.unicodeScalars)
        let target = min(max(column - 1, 0), scalars.count)
        let start = scalars.count > Self.width ? max(0, target - Self.width / 2) : 0
        let end = min(scalars.count, start + Self.width)
        let head = start > 0 ? "..." : ""
        let tail = end < scalars.count ? "..." : ""
        text = head + Self.string(scalars[start..<end]) + tail
        let padding = scalars[start..<max(start, target)].map { $0 == "\t" ? "\t" : " " }.joined()
        caret = String(repeating: " ", count: head.count) + padding + "^"
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }
}
