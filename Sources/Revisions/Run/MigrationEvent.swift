/// What a migration reports while it runs.
public enum MigrationEvent: Sendable {
    /// Another process migrates this database.
    case waitingForLock
    /// The first statement of a revision is about to run.
    case began(Direction, RevisionScript)
    /// A statement is about to run; its number counts from 1.
    case statement(Direction, RevisionScript, number: Int, of: Int, text: String)
    /// A revision and its row in the version table are done, after this time.
    case finished(Direction, RevisionScript, Duration)
    /// A statement did not get a lock; it is tried again after a while.
    case retrying(RevisionScript, attempt: Int, after: Duration)
    /// A revision that was left on its way is gone on with.
    case resumed(RevisionScript, RevisionProgress)
    /// An invalid index that a failed `CREATE INDEX CONCURRENTLY` left was dropped, to be built again.
    case droppedInvalidIndex(String)
    /// A script was committed on its way, after some of its statements: its transaction held more locks than half of
    /// what the server has room for.
    case committed(RevisionScript, done: Int, of: Int, locks: Int, limit: Int)
}
