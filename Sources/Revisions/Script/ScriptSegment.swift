import AutogenSQLText
import AutogenSchema

/// Statements of a script that run together: in one transaction, or one statement outside of any.
struct ScriptSegment {
    /// Their places among all statements of the section.
    let range: Range<Int>
    let isTransactional: Bool
}

/// A section of a script, cut into what is done as a whole or not at all.
struct ScriptSegments {
    /// Without `BEGIN` and `COMMIT`.
    let statements: [ScriptStatement]
    let segments: [ScriptSegment]
    /// After how many statements the transaction may be committed when it has grown too large.
    let commitPoints: Set<Int>

    /// Whether nothing of it can stay behind when it fails.
    var isWhole: Bool { segments.count <= 1 && segments.allSatisfy(\.isTransactional) }

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
            let alone = statements.map(dialect.migration.mustStandAlone)
            segments = Self.grouped(alone)
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
                range: max(done, segment.range.lowerBound)..<segment.range.upperBound,
                isTransactional: segment.isTransactional)
        }
    }

    /// The digest of the first statements, to see on going on that they are those that ran.
    func digest(ofFirst count: Int) -> String {
        SHA256.hexadecimal(statements.prefix(count).map(\.text).joined(separator: ";\n"))
    }

    /// Neighbours that may share a transaction do.
    private static func grouped(_ alone: [Bool]) -> [ScriptSegment] {
        var segments: [ScriptSegment] = []
        var start = 0
        for (index, isAlone) in alone.enumerated() where isAlone {
            if start < index { segments.append(ScriptSegment(range: start..<index, isTransactional: true)) }
            segments.append(ScriptSegment(range: index..<(index + 1), isTransactional: false))
            start = index + 1
        }
        if start < alone.count { segments.append(ScriptSegment(range: start..<alone.count, isTransactional: true)) }
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
                    segments.append(ScriptSegment(range: first..<statements.count, isTransactional: true))
                }
                start = nil
            } else {
                statements.append(statement)
                guard start == nil else { continue }
                let engine = dialect.migration
                let isAlone = engine.mustStandAlone(statement) || engine.mayNeedToStandAlone(statement)
                segments.append(
                    ScriptSegment(range: (statements.count - 1)..<statements.count, isTransactional: !isAlone))
            }
        }
        if let first = start, first < statements.count {
            segments.append(ScriptSegment(range: first..<statements.count, isTransactional: true))
        }
        return (statements, segments)
    }
}
