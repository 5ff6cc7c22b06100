public import AutogenConnection
public import AutogenRevisions
package import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A state of a schema, as a person names it on the command line.
public enum Source: Sendable, CustomStringConvertible {
    /// The schema that the database at this URL has now.
    case database(DatabaseURL)
    /// A database that the caller has a connection to; it stays open.
    case connection(any Connection)
    /// SQL files: a file, a folder or a pattern.
    case files(String)
    /// A snapshot file.
    case snapshot(String)
    /// The schema after a revision.
    case revision(RevisionReference)
    /// The declared schema of the project.
    case declared
    /// The database of the project.
    case live
    /// SQL files, or a snapshot, as a commit of the Git repository has them; the path starts at the top of the repository,
    /// or with `./` in the folder at hand.
    case git(reference: String, path: String)

    /// Reads a database URL, the path of SQL files or of a snapshot, `revision:ID`, `declared`, `live` or `git:REF:PATH`.
    public init(_ text: String) throws {
        let path = text.hasPrefix("file:") ? String(text.dropFirst(5)) : text
        switch text {
        case "declared": self = .declared
        case "live": self = .live
        case _ where text.hasPrefix("revision:"): self = .revision(try RevisionReference(String(text.dropFirst(9))))
        case _ where text.hasPrefix("git:"): self = try Self.git(text)
        case _ where path.hasSuffix(".json"): self = .snapshot(path)
        case _ where path.hasSuffix(".sql") || path.contains("*"): self = .files(path)
        case _ where Self.isDatabaseFile(path): throw DatabaseURLHint(path: path)
        case _ where FileManager.default.fileExists(atPath: path): self = .files(path)
        case _ where text.contains(":") || text.contains("="): self = .database(try DatabaseURL(text))
        default: throw AutogenError.noSource(text)
        }
    }

    /// Whether the project must be known to find it.
    public var needsProject: Bool {
        switch self {
        case .database, .connection, .files, .snapshot, .git: false
        case .revision, .declared, .live: true
        }
    }

    /// The source as ``init(_:)`` reads it; a password in a URL is masked.
    public var description: String {
        switch self {
        case .database(let url): url.description
        case .connection: "the connection"
        case .files(let path), .snapshot(let path): path
        case .revision(let reference): "revision:\(reference)"
        case .declared: "declared"
        case .live: "live"
        case .git(let reference, let path): "git:\(reference):\(path)"
        }
    }

    /// `git:main:schema`, as `git show main:schema` has it.
    private static func git(_ text: String) throws(AutogenError) -> Source {
        let parts = text.dropFirst("git:".count).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw .noSource(text) }
        return .git(reference: String(parts[0]), path: String(parts[1]))
    }

    private static func isDatabaseFile(_ path: String) -> Bool {
        [".db", ".sqlite", ".sqlite3"].contains(where: path.hasSuffix) && !path.contains(":") && !path.contains("=")
    }
}

/// Says how to write the path of a SQLite file as a URL.
package struct DatabaseURLHint: ExplainedError, Sendable, Hashable {
    let path: String

    package var category: ErrorCategory { .usage }
    package var explanation: Explanation {
        Explanation("write sqlite:\(path) for the SQLite database in this file", at: FileLocation(path))
    }
}
