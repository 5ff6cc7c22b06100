extension DatabaseURL {
    /// The text before the first colon when it can be a scheme; `host=::1` has a colon but no scheme.
    static func scheme(_ text: Substring) -> String? {
        guard let first = text.first, first.isASCII, first.isLetter else { return nil }
        let allowed = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
        return allowed ? text.lowercased() : nil
    }

    static func form(scheme: String, rest: Substring) throws(DatabaseURLError) -> Form {
        let parts = scheme.split(separator: "+", maxSplits: 1)
        switch parts.first {
        case "sqlite", "postgresql", "postgres":
            guard parts.count == 1 else {
                throw DatabaseURLError("\(parts[0])+\(parts[1]): names a driver; write \(parts[0]): alone")
            }
        default:
            throw DatabaseURLError("\(scheme): is no database that autogen knows")
        }
        guard scheme == "sqlite" else {
            guard rest.hasPrefix("//") else { throw DatabaseURLError("\(scheme): must be followed by //") }
            return .url(try PostgresURL(scheme: scheme, rest: rest.dropFirst(2)))
        }
        return .file(path: try sqlitePath(rest))
    }

    private static func sqlitePath(_ rest: Substring) throws(DatabaseURLError) -> String {
        let path = rest.hasPrefix("///") ? rest.dropFirst(2) : rest
        guard !path.isEmpty, path != "/" else {
            throw DatabaseURLError("sqlite: must be followed by the path of a file")
        }
        guard !path.hasPrefix("//") else {
            throw DatabaseURLError(
                "sqlite:// must be followed by an absolute path; write sqlite:PATH for a relative one")
        }
        return String(path)
    }
}

extension String {
    var trimmingWhitespace: String {
        let head = drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
