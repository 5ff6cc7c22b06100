/// How a person names a place in the history: `head`, `base`, `current`, an id or the beginning of one, and steps from
/// there: `head-1`, `3f2a+2`, `+1` (from where the database is).
public struct RevisionReference: Sendable, Hashable, CustomStringConvertible {
    public enum Anchor: Sendable, Hashable {
        case base, head, current
        case id(prefix: String)
    }

    public let anchor: Anchor
    public let steps: Int
    public let description: String

    public init(_ text: String) throws(RevisionReferenceError) {
        description = text
        let name = text.prefix { $0 != "+" && $0 != "-" }
        let offset = text[name.endIndex...]
        steps = offset.isEmpty ? 0 : Int(offset) ?? 0
        guard offset.isEmpty || steps != 0 else { throw .malformed(text) }
        switch name {
        case "base": anchor = .base
        case "head": anchor = .head
        case "current": anchor = .current
        case "" where steps != 0: anchor = .current
        default:
            guard RevisionID(name) != nil else { throw .malformed(text) }
            anchor = .id(prefix: String(name))
        }
    }
}

/// Why a reference names no place in the history.
public enum RevisionReferenceError: Error, Sendable, Hashable, CustomStringConvertible {
    case malformed(String)
    case unknown(String, nearest: String?)
    case ambiguous(String, [RevisionID])
    case outOfRange(String)
    case needsDatabase(String)
    case forks(String, [RevisionID])

    public var description: String {
        switch self {
        case .malformed(let text):
            "\"\(text)\" names no revision: write an id or its beginning, head, base or current, "
                + "and steps from there if need be (head-1, +1)"
        case .unknown(let text, let nearest):
            "no revision \"\(text)\"" + (nearest.map { "; did you mean \($0)?" } ?? "; see autogen history")
        case .ambiguous(let text, let ids):
            "\"\(text)\" is the beginning of several revisions: \(ids.map(\.text).joined(separator: ", "))"
        case .outOfRange(let text): "\"\(text)\" leads beyond the end of the history"
        case .needsDatabase(let text): "\"\(text)\" counts from where a database is, and none is given"
        case .forks(let text, let ids):
            "\"\(text)\" is not clear where the history forks: \(ids.map(\.text).joined(separator: ", "))"
        }
    }
}
