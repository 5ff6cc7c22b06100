#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Waits for another connection's lock in short steps, up to a limit, as long as the task is not cancelled.
///
/// SQLite's own busy timeout would go on sleeping after a cancellation.
final class BusyWait {
    private let limit: Duration
    private var start = ContinuousClock.now

    init(limit: Duration) { self.limit = limit }

    /// Sleeps 1 to 20 ms; false when it is time to give up. `attempt` counts from 0 for each lock.
    func wait(attempt: Int32) -> Bool {
        if attempt == 0 { start = .now }
        let left = limit - (ContinuousClock.now - start)
        guard !Task.isCancelled, left > .zero else { return false }
        usleep(UInt32(clamping: min(attempt + 1, 20)) * 1000)
        return true
    }
}
