public import AutogenConnection
public import AutogenSchema

/// Why revisions were not applied or taken back.
public enum MigrationError: ExplainedError, Sendable {
    /// A script is not what it was when it was applied.
    case edited(RevisionID, file: String, applied: String, now: String)
    /// The database has a revision that no script has.
    case removed(AppliedRevision)
    /// These scripts stand before one that the database has, but were never applied.
    case inserted([RevisionScript], before: RevisionID?)
    /// The database has some of the revisions that were squashed into one, but not all.
    case partlySquashed(file: String, has: [RevisionID], lacks: [RevisionID])
    /// The script is written for another engine than the database's.
    case wrongDialect(file: String, script: String, database: String)
    /// A statement was refused.
    case statement(Direction, StatementPlace, DatabaseError, RevisionRemains)
    /// A script that runs in a transaction begins or ends one.
    case ownTransaction(file: String, line: Int, column: Int, word: String)
    /// A script can't share a transaction with others, or with the caller, and is asked to.
    case needsNoTransaction(file: String, line: Int, column: Int, text: String, isNested: Bool = false)
    /// A comment about batches says nothing, or stands over what can't be divided.
    case badBatch(file: String, line: Int, String)
    /// A script drops a table inside of the caller's transaction, where SQLite would delete rows that refer to it.
    case foreignKeysOn(file: String, line: Int, column: Int, text: String)
    /// Foreign keys of SQLite would lead nowhere after it; a line for each (`PRAGMA foreign_key_check`).
    case brokenReferences(Direction, file: String, [String])
    /// One statement locks more than the server has room for.
    case tooManyLocks(file: String, line: Int, column: Int, text: String, locks: Int, capacity: LockCapacity)
    /// Another process migrates the database and did not end within this time.
    case locked(Duration)
    /// Another process migrates the database, which is to be looked at.
    case deploying
    /// A pooler stands before the database, and there was no connection for the lock.
    case noLockConnection(String)
    /// The connection that held the lock is gone.
    case lockLost(DatabaseError)
    /// A statement has the mask of a secret, and nothing supplies what it stands for.
    case missingSecret(file: String, variable: String, mask: String)
    /// Rows at hand would make scripts fail, or, where that is asked for, nobody can say whether they do.
    case wouldFail(Direction, [RowFinding])
    /// A revision was left on its way, and what is asked leads elsewhere.
    case unfinished(RevisionScript, RevisionProgress)

    /// `difference` where history and database disagree, `usage` for what a script can't do, or what the database's
    /// refusal is.
    public var category: ErrorCategory {
        switch self {
        case .edited, .removed, .inserted, .partlySquashed, .unfinished: .difference
        case .wrongDialect, .ownTransaction, .needsNoTransaction, .foreignKeysOn, .badBatch: .usage
        case .missingSecret, .wouldFail: .unsafe
        case .statement(_, _, let error, _): error.category
        case .brokenReferences, .locked, .deploying, .tooManyLocks, .noLockConnection, .lockLost: .database
        }
    }

    /// The place in the script, what was refused, and what is left of the run.
    public var explanation: Explanation {
        switch self {
        case .edited(let id, let file, let applied, let now):
            Explanation(
                """
                the script of revision \(id) was edited after it was applied
                  applied: sha256 \(applied)
                  now:     sha256 \(now)
                """, advice: "restore it, and put the change into a new revision", at: FileLocation(file))
        case .removed(let row):
            Explanation(
                """
                the script of revision \(row.id) was removed after it was applied (\(row.appliedAt))
                  applied: sha256 \(row.checksum)
                  now:     no script has this revision
                """, advice: "is this checkout up to date? if so, restore the script", at: FileLocation(row.file))
        case .inserted(let scripts, let later):
            Explanation(
                scripts.map { script in
                    """
                    \(script.file): revision \(script.id) was inserted before \(later?.text ?? "one"), which the database has
                      applied: never
                      now:     sha256 \(script.checksum)
                    """
                }.joined(separator: "\n"), advice: "put it after the head: autogen rebase does that")
        case .partlySquashed(let file, let has, let lacks):
            Explanation(
                "the database has \(Self.list(has)) of the revisions that were squashed into this one, but not "
                    + Self.list(lacks),
                advice: "apply these first, with the scripts from before they were squashed", at: FileLocation(file))
        case .wrongDialect(let file, let script, let database):
            Explanation("the script is written for \(script), the database is \(database)", at: FileLocation(file))
        case .statement(let direction, let place, let error, let remains):
            Explanation("\(error)\n\(place.excerpt)", advice: remains.text(direction), at: place.location)
        case .ownTransaction(let file, let line, let column, let word):
            Explanation(
                "\(word) in a script that runs in a transaction",
                advice: "remove it, or write \"-- transaction: no\" in the header to leave transactions to the script",
                at: FileLocation(file, line: line, column: column))
        case .needsNoTransaction(let file, let line, let column, let text, false):
            Explanation(
                "this can't run in a transaction, and all revisions are to share one\n  \(line) | \(text)",
                advice: "no change of this run stays; set \"transaction\" to \"revision\", or upgrade in steps",
                at: FileLocation(file, line: line, column: column))
        case .needsNoTransaction(let file, let line, let column, let text, true):
            Explanation(
                "this can't run in a transaction, and the connection has one open\n  \(line) | \(text)",
                advice: "no change of this run stays; upgrade before the transaction begins",
                at: FileLocation(file, line: line, column: column))
        case .badBatch(let file, let line, let message):
            Explanation(
                "no batches can be made: \(message)",
                advice: "write it as in -- autogen:batch key=id size=5000 pause=50ms, over an UPDATE or a DELETE",
                at: FileLocation(file, line: line))
        case .foreignKeysOn(let file, let line, let column, let text):
            Explanation(
                """
                dropping a table while foreign keys are on deletes what refers to it, and they can't be switched off in \
                the transaction that is open
                  \(line) | \(text)
                """,
                advice: "no change of this run stays; upgrade before the transaction begins, or begin it after "
                    + "PRAGMA foreign_keys = OFF", at: FileLocation(file, line: line, column: column))
        case .brokenReferences(let direction, let file, let references):
            Explanation(
                "the \(direction.rawValue) would break foreign keys:\n"
                    + references.map { "  \($0)" }.joined(separator: "\n"),
                advice: RevisionRemains.nothing.text(direction), at: FileLocation(file))
        case .tooManyLocks(let file, let line, let column, let text, let locks, let capacity):
            Explanation(
                "this statement takes \(locks) locks at once, and the server has room for \(capacity.limit)\n  \(line) | \(text)",
                advice: """
                    nothing of this revision was run; set max_locks_per_transaction, which is \(capacity.perTransaction), to at \
                    least \(capacity.setting(for: locks)) and restart the server, or write several statements that each drop or \
                    change fewer
                    """, at: FileLocation(file, line: line, column: column))
        case .missingSecret(let file, let variable, let mask):
            Explanation(
                "a secret is not in the script, only its mask \(mask.prefix(MaskedSecret.mark.count + 8))...",
                advice: "set \(variable) to the secret; nothing was run", at: FileLocation(file))
        case .locked(let limit):
            Explanation(
                "another process holds the database and did not let go of it within \(limit.components.seconds) s",
                advice: "nothing of what is left was run; let the other one end, then run this again, or wait longer")
        case .deploying:
            Explanation(
                "a deployment is in progress: another process migrates the database",
                advice: "look again when it is done")
        case .noLockConnection(let reason):
            Explanation(
                "the database is reached through a pooler, where the lock on migrations needs a second connection, and "
                    + "there was none: \(reason)",
                advice: "nothing was run; let the pool have two connections or more (PgBouncer: pool_size), or give "
                    + "autogen the address of the server itself")
        case .lockLost(let error):
            Explanation(
                "the second connection, which held the lock on migrations, is gone: \(error)",
                advice: "what had run so far stays; the next part was not begun, since another process may migrate by "
                    + "now. Run it again")
        case .wouldFail(let direction, let findings):
            Explanation(
                findings.map { "\($0.place): \($0)" }.joined(separator: "\n"),
                advice:
                    "the \(direction.rawValue) was not begun; change these rows, or what the script asks of "
                    + "them, and run it again")
        case .unfinished(let script, let progress):
            Explanation(
                "the \(progress.direction.rawValue) of revision \(script.id) was left after \(progress.done) "
                    + "statement\(progress.done == 1 ? "" : "s")",
                advice:
                    "autogen \(progress.direction.rawValue) goes on with it; or finish or undo it by hand, then record "
                    + "where\nthe database is with autogen stamp", at: FileLocation(script.file))
        }
    }

    private static func list(_ ids: [RevisionID]) -> String { ids.map(\.text).joined(separator: ", ") }
}

/// Where in a script a statement was refused.
public struct StatementPlace: Sendable, Hashable, CustomStringConvertible {
    /// The path of the script, as messages show it.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// Counted from 1, in characters.
    public let column: Int
    /// The line there.
    public let text: String

    /// `FILE:LINE:COLUMN`.
    public var description: String { location.description }
    var location: FileLocation { FileLocation(file, line: line, column: column) }

    /// The line as a message shows it.
    var excerpt: String {
        let number = String(line)
        return text.count > 160 ? "  \(number) | \(text.prefix(160)) ..." : "  \(number) | \(text)"
    }
}
