#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A pattern of paths: `*`, `?` and `[...]` within a part, and `**` for any number of folders.
struct Glob: Sendable {
    /// The folder before the first part with a wildcard.
    let root: String
    private let parts: [String]

    init(_ pattern: String) {
        parts = Self.split(pattern)
        let plain = parts.dropLast().prefix { !Self.isPattern($0) }
        let joined = plain.joined(separator: "/")
        root = pattern.hasPrefix("/") ? "/" + joined : joined.isEmpty ? "." : joined
    }

    static func isPattern(_ text: String) -> Bool { text.contains { "*?[".contains($0) } }

    func matches(_ path: String) -> Bool { Self.matches(Self.split(path)[...], parts[...]) }

    private static func split(_ path: String) -> [String] {
        path.split(separator: "/").filter { $0 != "." }.map(String.init)
    }

    private static func matches(_ path: ArraySlice<String>, _ parts: ArraySlice<String>) -> Bool {
        guard let part = parts.first else { return path.isEmpty }
        if part == "**" {
            return matches(path, parts.dropFirst()) || !path.isEmpty && matches(path.dropFirst(), parts)
        }
        guard let name = path.first, fnmatch(part, name, FNM_PERIOD) == 0 else { return false }
        return matches(path.dropFirst(), parts.dropFirst())
    }
}
