import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The comment at which a script that is too large for one transaction may be committed in parts.
enum CommitPoint {
    static let comment = "-- autogen:may-commit"

    /// A script that locks less has none: every server takes it at once.
    private static let smallest = 500
    /// About how many locks there are between two.
    private static let distance = 100

    /// Behind which statements of a planned script the comment stands.
    static func places(in statements: [Statement], _ dialect: Dialect) -> Set<Int> {
        guard dialect.migration.hasLimitedLocks, statements.count > 50 else { return [] }
        let locks = statements.map { dialect.migration.estimatedLocks(of: $0.effects) }
        guard locks.reduce(0, +) > smallest else { return [] }
        var places: Set<Int> = []
        var sum = 0
        for (index, statement) in statements.dropLast().enumerated() {
            sum += locks[index]
            guard sum >= distance, statement.mayCommitAfter else { continue }
            places.insert(index)
            sum = 0
        }
        return places
    }

    /// Where the comment stands between two statements, in bytes.
    static func offsets(in text: String, _ dialect: Dialect) -> [Int] {
        guard dialect.migration.hasLimitedLocks, text.contains(comment) else { return [] }
        let bytes = Array(text.utf8)
        var scanner = SQLScanner(bytes, dialect.syntax)
        var offsets: [Int] = []
        while let token = scanner.next() {
            guard token.kind == .lineComment, !scanner.isInStatement else { continue }
            let text = String(decoding: bytes[token.range], as: UTF8.self).trimmingSpaces
            if text == comment { offsets.append(token.range.lowerBound) }
        }
        return offsets
    }
}
