/// The secrets in a libpq connection string, in both of its forms
/// (<https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING>).
enum ConnectionSecrets {
    private typealias Scalars = String.UnicodeScalarView

    /// `host=db password=s3cret` becomes `host=db password=masked-sha256-...`.
    static func replacing(in text: String, _ replace: (String) -> String) -> String {
        var result = text
        let isURI = ["postgresql://", "postgres://"].contains { text.unicodeScalars.starts(with: $0.unicodeScalars) }
        let ranges = isURI ? inURI(text.unicodeScalars) : inPairs(text.unicodeScalars)
        for range in ranges.reversed() {
            result.unicodeScalars.replaceSubrange(
                range, with: replace(String(text.unicodeScalars[range])).unicodeScalars)
        }
        return result
    }

    /// `postgresql://user:PASSWORD@host/db?password=PASSWORD`; the part before the `@` may hold a question mark.
    private static func inURI(_ text: Scalars) -> [Range<Scalars.Index>] {
        var found: [Range<Scalars.Index>] = []
        guard let slash = text.firstIndex(of: "/") else { return [] }
        var rest = text[slash...].drop { $0 == "/" }
        if let end = rest.firstIndex(where: { $0 == "@" || $0 == "/" }), rest[end] == "@" {
            if let colon = rest[..<end].firstIndex(of: ":") { found.append(rest.index(after: colon)..<end) }
            rest = rest[rest.index(after: end)...]
        }
        guard let question = rest.firstIndex(of: "?") else { return found }
        for parameter in rest[rest.index(after: question)...].split(separator: "&") {
            guard let sign = parameter.firstIndex(of: "="),
                ConnectionOption.isSecret(String(Substring(parameter[..<sign])))
            else { continue }
            found.append(parameter.index(after: sign)..<parameter.endIndex)
        }
        return found
    }

    /// `password = 'it\'s'`: a value ends at a space, or at its closing quote; a backslash takes the next character.
    private static func inPairs(_ text: Scalars) -> [Range<Scalars.Index>] {
        var found: [Range<Scalars.Index>] = []
        var index = text.startIndex
        while let sign = text[index...].firstIndex(of: "=") {
            var name = ""
            name.unicodeScalars.append(contentsOf: text[index..<sign].filter { !isSpace($0) })
            var start = text.index(after: sign)
            while start < text.endIndex, isSpace(text[start]) { start = text.index(after: start) }
            let isQuoted = start < text.endIndex && text[start] == "'"
            if isQuoted { start = text.index(after: start) }
            var end = start
            while end < text.endIndex, isQuoted ? text[end] != "'" : !isSpace(text[end]) {
                let step = text[end] == "\\" ? 2 : 1
                end = text.index(end, offsetBy: step, limitedBy: text.endIndex) ?? text.endIndex
            }
            if ConnectionOption.isSecret(name) { found.append(start..<end) }
            index = isQuoted && end < text.endIndex ? text.index(after: end) : end
        }
        return found
    }

    /// As C's `isspace` has it, and so libpq.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || (0x09...0x0D).contains(scalar.value)
    }
}
