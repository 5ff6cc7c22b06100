/// The passwords in a libpq connection string, in both of its forms
/// (<https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING>).
enum ConnectionSecrets {
    /// `host=db password=s3cret` becomes `host=db password=masked-sha256-...`.
    static func replacing(in text: String, _ replace: (String) -> String) -> String {
        var text = text
        for range in (text.contains("://") ? inURI(text) : inPairs(text)).reversed() {
            text.replaceSubrange(range, with: replace(String(text[range])))
        }
        return text
    }

    /// `postgresql://user:PASSWORD@host/db?password=PASSWORD`.
    private static func inURI(_ text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        guard let scheme = text.firstRange(of: "://") else { return [] }
        let rest = text[scheme.upperBound...]
        let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
        if let at = rest[..<end].lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") {
            found.append(rest.index(after: colon)..<at)
        }
        guard let question = rest.firstIndex(of: "?") else { return found }
        for parameter in rest[rest.index(after: question)...].split(separator: "&") {
            guard let sign = parameter.firstIndex(of: "="), MaskedSecret.isSecret(option: String(parameter[..<sign]))
            else { continue }
            found.append(parameter.index(after: sign)..<parameter.endIndex)
        }
        return found
    }

    /// `password = 'it''s'`: a value ends at a space, or at its closing quote; a backslash takes the next character.
    private static func inPairs(_ text: String) -> [Range<String.Index>] {
        var found: [Range<String.Index>] = []
        var index = text.startIndex
        while let sign = text[index...].firstIndex(of: "=") {
            let name = text[index..<sign].filter { !$0.isWhitespace }
            var start = text.index(after: sign)
            while start < text.endIndex, text[start].isWhitespace { start = text.index(after: start) }
            let isQuoted = start < text.endIndex && text[start] == "'"
            if isQuoted { start = text.index(after: start) }
            var end = start
            while end < text.endIndex, isQuoted ? text[end] != "'" : !text[end].isWhitespace {
                let step = text[end] == "\\" ? 2 : 1
                end = text.index(end, offsetBy: step, limitedBy: text.endIndex) ?? text.endIndex
            }
            if MaskedSecret.isSecret(option: name) { found.append(start..<end) }
            index = isQuoted && end < text.endIndex ? text.index(after: end) : end
        }
        return found
    }
}
