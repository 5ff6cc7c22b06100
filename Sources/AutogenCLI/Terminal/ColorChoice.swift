import ArgumentParser
import AutogenSchema

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// When to use colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument, Sendable {
    case auto, always, never

    /// `auto`: on a terminal, unless `NO_COLOR` is set (<https://no-color.org>) or the terminal is a dumb one.
    func allows(_ descriptor: Int32, _ environment: [String: String]) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
        }
    }
}

/// How a piece of text looks on a terminal.
enum Style: String, CaseIterable {
    case added = "32", removed = "31", changed = "33", bold = "1", dim = "2"

    func applied(to text: String) -> String { "\(opening)\(text)\(Self.closing)" }

    private static let closing = "\u{1B}[0m"
    private var opening: String { "\u{1B}[\(rawValue)m" }

    /// The text with all that is hidden in it written out, except colours, which change no letter.
    static func visible(_ text: String, keepsColours: Bool) -> String {
        guard keepsColours, text.utf8.contains(0x1B) else { return text.visible }
        let ours = [closing] + allCases.map(\.opening)
        var result = ""
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: 0x1B) {
            result += (String(rest[..<start]) ?? "").visible
            rest = rest[start...]
            let escape = ours.first { rest.starts(with: $0.utf8) }
            result += escape ?? "\u{1B}".visible
            rest = rest.dropFirst(escape?.utf8.count ?? 1)
        }
        return result + (String(rest) ?? "").visible
    }
}
