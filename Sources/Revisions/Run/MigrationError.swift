public import AutogenConnection
import AutogenSchema

/// Why revisions were not applied or taken back.
public enum MigrationError: Error, Sendable, CustomStringConvertible {
    /// A script is not what it was when it was applied.
    case edited(RevisionID, file: String, applied: String, now: String)
    /// The database has a revision that no script has.
    case removed(AppliedRevision)
    /// These scripts stand before one that the database has, but were never applied.
    case inserted([RevisionScript], before: RevisionID?)
    /// The database has some of the revisions that were squashed into one, but not all.
    case partlySquashed(file: String, has: [RevisionID], lacks: [RevisionID])
    case wrongDialect(file: String, script: String, database: String)
    /// A statement was refused.
    case statement(Direction, StatementPlace, DatabaseError, RevisionRemains)
    /// A script that runs in a transaction begins or ends one.
    case ownTransaction(file: String, line: Int, column: Int, word: String)
    /// A script can't share a transaction with others, or with the caller, and is asked to.
    case needsNoTransaction(file: String, line: Int, column: Int, text: String, isNested: Bool = false)
    /// A script drops a table inside of the caller's transaction, where SQLite would delete rows that refer to it.
    case foreignKeysOn(file: String, line: Int, column: Int, text: String)
    case brokenReferences(Direction, file: String, [String])
    /// One statement locks more than the server has room for.
    case tooManyLocks(file: String, line: Int, column: Int, text: String, locks: Int, room: LockRoom)
    case locked(Duration)
    /// A pooler stands before the database, and the lock's own connection was not to be had.
    case noLockConnection(String)
    /// The connection that held the lock is gone.
    case lockLost(DatabaseError)
    /// A statement has the mask of a secret, and nothing supplies what it stands for.
    case missingSecret(file: String, variable: String, mask: String)
    /// A revision was left on its way, and what is asked leads elsewhere.
    case unfinished(RevisionScript, RevisionProgress)

    public var description: String {
        switch self {
        case .edited(let id, let file, let applied, let now):
            """
            \(file): the script of revision \(id) was edited after it was applied
              applied: sha256 \(applied)
              now:     sha256 \(now)
            restore it, and put the change into a new revision
            """
        case .removed(let row):
            """
            \(row.file): the script of revision \(row.id) was removed after it was applied (\(row.appliedAt))
              applied: sha256 \(row.checksum)
              now:     no script has this revision
            is this checkout up to date? if so, restore the script
            """
        case .inserted(let scripts, let later):
            scripts.map { script in
                """
                \(script.file): revision \(script.id) was inserted before \(later?.text ?? "one"), which the database has
                  applied: never
                  now:     sha256 \(script.checksum)
                """
            }.joined(separator: "\n") + "\nput it after the head: autogen rebase does that"
        case .partlySquashed(let file, let has, let lacks):
            """
            \(file): the database has \(Self.list(has)) of the revisions that were squashed into this one, but not \
            \(Self.list(lacks))
            apply these first, with the scripts from before they were squashed
            """
        case .wrongDialect(let file, let script, let database):
            "\(file): the script is written for \(script), the database is \(database)"
        case .statement(let direction, let place, let error, let remains):
            "\(place): error: \(error)\n\(place.excerpt)\n\(remains.text(direction))"
        case .ownTransaction(let file, let line, let column, let word):
            """
            \(file):\(line):\(column): error: \(word) in a script that runs in a transaction
            remove it, or write "-- transaction: no" in the header to leave transactions to the script
            """
        case .needsNoTransaction(let file, let line, let column, let text, false):
            """
            \(file):\(line):\(column): error: this can't run in a transaction, and all revisions are to share one
              \(line) | \(text)
            no change of this run stays; set "transaction" to "revision", or upgrade in steps
            """
        case .needsNoTransaction(let file, let line, let column, let text, true):
            """
            \(file):\(line):\(column): error: this can't run in a transaction, and the connection has one open
              \(line) | \(text)
            no change of this run stays; upgrade before the transaction begins
            """
        case .foreignKeysOn(let file, let line, let column, let text):
            """
            \(file):\(line):\(column): error: dropping a table while foreign keys are on deletes what refers to it, and \
            they can't be switched off in the transaction that is open
              \(line) | \(text)
            no change of this run stays; upgrade before the transaction begins, or begin it after PRAGMA foreign_keys = OFF
            """
        case .brokenReferences(let direction, let file, let references):
            "\(file): the \(direction.rawValue) would break foreign keys:\n"
                + references.map { "  \($0)" }.joined(separator: "\n")
                + "\n\(RevisionRemains.nothing.text(direction))"
        case .tooManyLocks(let file, let line, let column, let text, let locks, let room):
            """
            \(file):\(line):\(column): error: this statement takes \(locks) locks at once, and the server has room for \
            \(room.limit)
              \(line) | \(text)
            nothing of this revision was run; set max_locks_per_transaction, which is \(room.perTransaction), to at least \
            \(room.setting(for: locks)) and restart the server, or write several statements that each drop or change fewer
            """
        case .missingSecret(let file, let variable, let mask):
            """
            \(file): a secret is not in the script, only its mask \(mask.prefix(MaskedSecret.mark.count + 8))...
            set \(variable) to the secret; nothing was run
            """
        case .locked(let limit):
            """
            another process holds the database and did not let go of it within \(limit.components.seconds) s
            nothing of what is left was run; let the other one end, then run this again, or wait longer with --wait
            """
        case .noLockConnection(let reason):
            """
            the database is reached through a pooler, where the lock on migrations needs a second connection, and there \
            was none to be had: \(reason)
            nothing was run; let the pool have two connections or more (PgBouncer: pool_size), or give autogen the \
            address of the server itself
            """
        case .lockLost(let error):
            """
            the second connection, which held the lock on migrations, is gone: \(error)
            what had run so far stays; the next part was not begun, since another process may migrate by now. Run it again
            """
        case .unfinished(let script, let progress):
            """
            \(script.file): the \(progress.direction.rawValue) of revision \(script.id) was left after \
            \(progress.done) statement\(progress.done == 1 ? "" : "s")
            autogen \(progress.direction.rawValue) goes on with it; or finish or undo it by hand, then record where \
            the database is with autogen stamp
            """
        }
    }

    private static func list(_ ids: [RevisionID]) -> String { ids.map(\.text).joined(separator: ", ") }
}
