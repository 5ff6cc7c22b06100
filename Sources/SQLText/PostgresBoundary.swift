/// Tells where PostgreSQL's statements end: at a semicolon outside of parentheses (as `CREATE RULE` has them) and of
/// the `BEGIN ATOMIC ... END` body of a routine (<https://www.postgresql.org/docs/current/sql-createfunction.html>).
///
/// `psql` counts every `BEGIN`, `CASE` and `END` in such a routine and is misled by names like `t.end`. Here counts what
/// the grammar has: a body begins with the two words and ends with an `END` where one of its statements would begin.
struct PostgresBoundary {
    private enum Head {
        case start, create, createOr, createOrReplace
        case routine, other
    }

    private enum Body {
        case outside
        /// Behind `BEGIN`.
        case atBegin
        /// Where a statement of the body begins.
        case atStatement
        case inStatement
    }

    private var head = Head.start
    private var body = Body.outside
    private var parentheses = 0

    /// Whether the statement ends with this token, which is no comment.
    mutating func isEnd(_ token: SQLToken, in bytes: [UInt8]) -> Bool {
        if token.kind == .opening { parentheses += 1 }
        if token.kind == .closing { parentheses = max(0, parentheses - 1) }
        guard head == .routine else {
            head = next(token, bytes)
            return token.kind == .semicolon && parentheses == 0
        }
        guard parentheses == 0 else {
            if body == .atBegin { body = .outside }
            if body == .atStatement { body = .inStatement }
            return false
        }
        switch body {
        case .outside:
            if token.kind == .semicolon { return true }
            if token.isWord("begin", in: bytes) { body = .atBegin }
        case .atBegin:
            if token.kind == .semicolon { return true }
            body = token.isWord("atomic", in: bytes) ? .atStatement : .outside
        case .atStatement:
            if token.isWord("end", in: bytes) {
                head = .other
            } else if token.kind != .semicolon {
                body = .inStatement
            }
        case .inStatement:
            if token.kind == .semicolon { body = .atStatement }
        }
        return false
    }

    private func next(_ token: SQLToken, _ bytes: [UInt8]) -> Head {
        switch head {
        case .start: return token.isWord("create", in: bytes) ? .create : .other
        case .create:
            if token.isWord("or", in: bytes) { return .createOr }
            return isRoutine(token, bytes) ? .routine : .other
        case .createOr: return token.isWord("replace", in: bytes) ? .createOrReplace : .other
        case .createOrReplace: return isRoutine(token, bytes) ? .routine : .other
        case .routine, .other: return head
        }
    }

    private func isRoutine(_ token: SQLToken, _ bytes: [UInt8]) -> Bool {
        token.isWord("function", in: bytes) || token.isWord("procedure", in: bytes)
    }
}
