/// When a statement that failed is run again.
enum Repetition {
    /// Half a second, then twice as long each time, at most half a minute.
    static func pause(before attempt: Int) -> Duration {
        .milliseconds(min(500 << min(attempt - 1, 6), 30_000))
    }
}
