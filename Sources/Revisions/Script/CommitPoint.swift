import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The comment at which a script that is too large for one transaction may be committed in parts.
///
/// The server keeps the locks of all transactions in one table of limited size, and each object that a script makes,
/// changes or drops is locked to the end of its transaction
/// (<https://www.postgresql.org/docs/current/runtime-config-locks.html>).
enum CommitPoint {
    static let comment = "-- autogen:may-commit"

    /// A script that locks less has none: every server takes it at once.
    private static let smallest = 500
    /// About how many locks there are between two.
    private static let distance = 100

    /// Behind which statements of a planned script the comment stands.
    static func places(in statements: [Statement], _ dialect: Dialect) -> Set<Int> {
        guard dialect == .postgresql, statements.count > 50 else { return [] }
        let locks = statements.map { estimate($0.sql.text) }
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

    /// How many locks a statement takes, about: a table comes with a TOAST table and its index, and with its keys.
    private static func estimate(_ sql: String) -> Int {
        let words = SQLStatement.all(in: sql, .postgresql).first?.words ?? []
        switch words.first {
        case "CREATE" where words.contains("INDEX"): return 2
        case "CREATE" where words.contains("TABLE"): return 4 + words.count { $0 == "UNIQUE" || $0 == "PRIMARY" }
        case "DROP" where words.dropFirst().first == "TABLE": return 8
        case "ALTER": return 2
        default: return 1
        }
    }

    /// Where the comment stands between two statements, in bytes.
    static func offsets(in text: String, _ dialect: Dialect) -> [Int] {
        guard dialect == .postgresql, text.contains(comment) else { return [] }
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
