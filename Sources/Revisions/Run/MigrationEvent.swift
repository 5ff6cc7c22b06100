/// What a migration reports while it runs.
public enum MigrationEvent: Sendable {
    /// Another process migrates this database.
    case waitingForLock
    case began(Direction, RevisionScript)
    case finished(Direction, RevisionScript, Duration)
}
