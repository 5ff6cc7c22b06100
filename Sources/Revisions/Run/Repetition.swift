import AutogenConnection
import AutogenSchema

/// When a statement that failed is worth running again.
///
/// The codes are those of <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
enum Repetition {
    /// Whether the reason was a lock that another connection held.
    static func mayHelp(_ error: DatabaseError, in dialect: Dialect) -> Bool {
        // Not a SQLite file that is busy: its connection has waited already.
        dialect == .postgresql && (error.reason == .locked || ["55P03", "40P01"].contains(error.code ?? ""))
    }

    /// Half a second, then twice as long each time, at most half a minute.
    static func pause(before attempt: Int) -> Duration {
        .milliseconds(min(500 << min(attempt - 1, 6), 30_000))
    }

    /// Whether a statement that may have run before failed since it had: what it makes is there, what it drops is gone.
    static func isDone(_ error: DatabaseError) -> Bool {
        ["42P04", "42P07", "42710", "42704", "42P01", "3D000"].contains(error.code ?? "")
    }
}
