package import AutogenSchema

/// A workflow command that GitHub shows on the run and beside a line
/// (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).
package struct GitHubAnnotation {
    /// How it is marked; the raw values are GitHub's words.
    package enum Level: String {
        case error
        case warning
        case notice
    }

    private let level: Level
    private let place: FileLocation?
    private let title: String
    private let message: String

    package init(_ level: Level, at place: FileLocation?, title: String, message: String) {
        self.level = level
        self.place = place
        self.title = title
        self.message = message
    }

    /// `::warning file=schema/users.sql,line=12,title=drift: missing::column public.users.email ...`
    package var text: String {
        let place = place.map { place in
            "file=\(Self.property(place.file)),line=\(place.line ?? 1),\(place.column.map { "col=\($0)," } ?? "")"
        }
        return "::\(level.rawValue) \(place ?? "")title=\(Self.property(title))::\(Self.data(message))"
    }

    private static func data(_ text: String) -> String {
        text.visible.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
