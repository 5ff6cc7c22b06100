public import AutogenConnection
import AutogenSchema

/// Why revisions were not applied or taken back.
public enum MigrationError: Error, Sendable, CustomStringConvertible {
    /// A script is not what it was when it was applied.
    case edited(RevisionID, file: String, applied: String, now: String)
    /// The database has a revision that no script has.
    case unknown(RevisionID, appliedAt: String)
    case wrongDialect(file: String, script: String, database: String)
    /// A statement was refused; `kept` tells how many statements before it stay because they are in no transaction.
    case statement(Direction, StatementPlace, DatabaseError, kept: Int?)
    /// A script that runs in a transaction begins or ends one.
    case ownTransaction(file: String, line: Int, column: Int, word: String)
    case brokenReferences(Direction, file: String, [String])
    case locked(Duration)
    /// A statement has the mask of a secret, and nothing supplies what it stands for.
    case missingSecret(file: String, variable: String, mask: String)

    public var description: String {
        switch self {
        case .edited(let id, let file, let applied, let now):
            """
            \(file): the script of revision \(id) was edited after it was applied
              applied: sha256 \(applied)
              now:     sha256 \(now)
            restore it, and put the change into a new revision
            """
        case .unknown(let id, let time):
            "the database has the revision \(id) (applied \(time)), and no script has it: is this checkout up to date?"
        case .wrongDialect(let file, let script, let database):
            "\(file): the script is written for \(script), the database is \(database)"
        case .statement(let direction, let place, let error, let kept):
            "\(place): error: \(error)\n\(place.excerpt)\n\(Self.consequence(direction, kept))"
        case .ownTransaction(let file, let line, let column, let word):
            """
            \(file):\(line):\(column): error: \(word) in a script that runs in a transaction
            remove it, or write "-- transaction: no" in the header to leave transactions to the script
            """
        case .brokenReferences(let direction, let file, let references):
            "\(file): the \(direction.rawValue) would break foreign keys:\n"
                + references.map { "  \($0)" }.joined(separator: "\n") + "\n\(Self.consequence(direction, nil))"
        case .missingSecret(let file, let variable, let mask):
            """
            \(file): a secret is not in the script, only its mask \(mask.prefix(MaskedSecret.mark.count + 8))...
            set \(variable) to the secret; nothing was run
            """
        case .locked(let limit):
            "another process holds the database and did not let go of it within \(limit.components.seconds) s"
        }
    }

    private static func consequence(_ direction: Direction, _ kept: Int?) -> String {
        guard let kept else { return "the \(direction.rawValue) was rolled back" }
        return kept == 0
            ? "the script runs without a transaction; none of its statements had run"
            : "the script runs without a transaction: its first \(kept) statement\(kept == 1 ? "" : "s") had run and stay"
    }
}

/// Where in a script a statement was refused.
public struct StatementPlace: Sendable, Hashable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    public let column: Int
    /// The line there.
    public let text: String

    public var description: String { "\(file):\(line):\(column)" }

    /// The line as a message shows it.
    var excerpt: String {
        let number = String(line)
        return text.count > 160 ? "  \(number) | \(text.prefix(160)) ..." : "  \(number) | \(text)"
    }
}
