/// Looks at a running statement from time to time: whether its task was cancelled, and how far it is.
///
/// Used on the thread of one connection only.
final class StatementWatch {
    private static let interval = Duration.milliseconds(500)

    private let report: (@Sendable (StatementProgress) -> Void)?
    private var statement = ""
    private var start = ContinuousClock.now
    private var next = ContinuousClock.now
    private(set) var rows = 0

    init(report: (@Sendable (StatementProgress) -> Void)?) { self.report = report }

    var isReporting: Bool { report != nil }

    func began(_ text: some Sequence<UInt8>) {
        guard isReporting else { return }
        rows = 0
        start = .now
        next = start + Self.interval
        statement = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }.prefix(60), as: UTF8.self)
    }

    func wroteRow() { rows += 1 }

    /// False when the statement must stop.
    func look() -> Bool {
        if Task.isCancelled { return false }
        guard let report else { return true }
        let now = ContinuousClock.now
        if now >= next {
            next = now + Self.interval
            report(StatementProgress(statement: statement, rows: rows, elapsed: now - start))
        }
        return true
    }
}

/// How far a statement that takes long has got.
public struct StatementProgress: Sendable, Hashable {
    /// Its first line, at most 60 characters of it.
    public let statement: String
    /// Rows written so far; 0 for `CREATE INDEX` and for tables without a rowid, whose rows SQLite does not report.
    public let rows: Int
    /// Since it began.
    public let elapsed: Duration
}
