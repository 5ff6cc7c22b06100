import ArgumentParser

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
enum Style: String {
    case added = "32", removed = "31", changed = "33", bold = "1", dim = "2"

    func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
