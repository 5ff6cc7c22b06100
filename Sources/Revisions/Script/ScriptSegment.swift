import AutogenSQLText
import AutogenSchema

/// Statements of a script that run together.
struct ScriptSegment {
    /// How they run.
    enum Kind {
        /// All in one transaction.
        case transaction
        /// One statement, outside of any.
        case outside
        /// One statement, which takes its rows in transactions of some each.
        case batches(BatchedStatement)
    }

    /// Their places among all statements of the section.
    let range: Range<Int>
    let kind: Kind

    /// Whether all of it is done or nothing.
    var isWhole: Bool {
        switch kind {
        case .transaction: true
        case .outside, .batches: false
        }
    }

    /// Whether it may be a part of another transaction.
    var isTransactional: Bool {
        switch kind {
        case .transaction, .batches: true
        case .outside: false
        }
    }
}

/// A section of a script, cut into what is done as a whole or not at all.
struct ScriptSegments {
    /// Without `BEGIN` and `COMMIT`.
    let statements: [ScriptStatement]
    let segments: [ScriptSegment]
    /// After how many statements the transaction may be committed when it has grown too large.
    let commitPoints: Set<Int>

    /// Whether nothing of it can stay behind when it fails.
    var isWhole: Bool { segments.count <= 1 && segments.allSatisfy(\.isWhole) }

    /// Nothing to run.
    static let none = ScriptSegments(statements: [], segments: [], commitPoints: [])

    private init(statements: [ScriptStatement], segments: [ScriptSegment], commitPoints: Set<Int>) {
        self.statements = statements
        self.segments = segments
        self.commitPoints = commitPoints
    }

    init(_ script: RevisionScript, _ direction: Direction, _ setting: TransactionSetting) throws(MigrationError) {
        let all = script.statements(direction)
        let dialect = script.revision.dialect
        switch setting {
        case .yes:
            statements = try TransactionFrame.removed(from: all, file: script.file)
            segments = try Self.grouped(statements, dialect, script.file)
            commitPoints = Self.commitPoints(
                CommitPoint.offsets(in: script.revision.sql(direction), dialect), between: statements)
        case .no:
            (statements, segments) = try Self.framed(all, dialect, script.file)
            commitPoints = []
        }
    }

    private static func commitPoints(_ offsets: [Int], between statements: [ScriptStatement]) -> Set<Int> {
        var points: Set<Int> = []
        var next = 0
        for offset in offsets {
            while next < statements.count, statements[next].sql.range.lowerBound < offset { next += 1 }
            points.insert(next)
        }
        return points
    }

    /// What is left after the first statements.
    func segments(after done: Int) -> [ScriptSegment] {
        segments.filter { $0.range.upperBound > done }.map { segment in
            ScriptSegment(
                range: max(done, segment.range.lowerBound)..<segment.range.upperBound, kind: segment.kind)
        }
    }

    /// The digest of the first statements, to see on going on that they are those that ran.
    func digest(ofFirst count: Int) -> String {
        SHA256.hexadecimal(statements.prefix(count).map(\.text).joined(separator: ";\n"))
    }

    /// Neighbours that may share a transaction do.
    private static func grouped(
        _ statements: [ScriptStatement], _ dialect: Dialect, _ file: String
    ) throws(MigrationError) -> [ScriptSegment] {
        var segments: [ScriptSegment] = []
        var start = 0
        for (index, statement) in statements.enumerated() {
            let kind: ScriptSegment.Kind
            if let batch = try statement.batched(in: file, dialect) {
                kind = .batches(batch)
            } else if dialect.migration.mustStandAlone(statement) {
                kind = .outside
            } else {
                continue
            }
            if start < index { segments.append(ScriptSegment(range: start..<index, kind: .transaction)) }
            segments.append(ScriptSegment(range: index..<(index + 1), kind: kind))
            start = index + 1
        }
        if start < statements.count {
            segments.append(ScriptSegment(range: start..<statements.count, kind: .transaction))
        }
        return segments
    }

    /// Where the script brings its own transactions, they stay; everything else stands alone.
    private static func framed(
        _ all: [ScriptStatement], _ dialect: Dialect, _ file: String
    ) throws(MigrationError) -> ([ScriptStatement], [ScriptSegment]) {
        var statements: [ScriptStatement] = []
        var segments: [ScriptSegment] = []
        var start: Int?
        for statement in all {
            if TransactionFrame.isRollback(statement) { throw TransactionFrame.refusal(of: statement, file: file) }
            if TransactionFrame.isBegin(statement) {
                start = statements.count
            } else if TransactionFrame.isCommit(statement) {
                if let first = start, first < statements.count {
                    segments.append(ScriptSegment(range: first..<statements.count, kind: .transaction))
                }
                start = nil
            } else {
                statements.append(statement)
                let batch = try statement.batched(in: file, dialect)
                guard start == nil else {
                    guard let batch else { continue }
                    throw .badBatch(
                        file: file, line: batch.line,
                        "the statement stands between BEGIN and COMMIT, and its batches have transactions of their own")
                }
                let engine = dialect.migration
                let isAlone = engine.mustStandAlone(statement) || engine.mayNeedToStandAlone(statement)
                segments.append(
                    ScriptSegment(
                        range: (statements.count - 1)..<statements.count,
                        kind: batch.map { .batches($0) } ?? (isAlone ? .outside : .transaction)))
            }
        }
        if let first = start, first < statements.count {
            segments.append(ScriptSegment(range: first..<statements.count, kind: .transaction))
        }
        return (statements, segments)
    }
}
