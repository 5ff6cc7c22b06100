/// Tells where SQLite's statements end, by the states of `sqlite3_complete`
/// (<https://www.sqlite.org/c3ref/complete.html>): at a semicolon, but in a `CREATE TRIGGER` only at the one behind an
/// `END` that follows a semicolon itself.
struct SQLiteBoundary {
    private enum State {
        case start, normal, explain, create
        case trigger, triggerSemicolon, triggerEnd
    }

    private var state = State.start

    /// Whether the statement ends with this token, which is no comment.
    mutating func isEnd(_ token: SQLToken, in bytes: [UInt8]) -> Bool {
        switch state {
        case .start:
            if token.isWord("explain", in: bytes) {
                state = .explain
            } else {
                state = token.isWord("create", in: bytes) ? .create : .normal
            }
        case .normal: break
        case .explain:
            if token.isWord("create", in: bytes) {
                state = .create
            } else if Self.words.contains(where: { token.isWord($0, in: bytes) }) {
                state = .normal
            }
        case .create:
            if token.isWord("trigger", in: bytes) {
                state = .trigger
            } else if !token.isWord("temp", in: bytes), !token.isWord("temporary", in: bytes) {
                state = .normal
            }
        case .trigger, .triggerEnd:
            if token.kind != .semicolon {
                state = .trigger
            } else if state == .triggerEnd {
                return true
            } else {
                state = .triggerSemicolon
            }
            return false
        case .triggerSemicolon:
            if token.kind != .semicolon { state = token.isWord("end", in: bytes) ? .triggerEnd : .trigger }
            return false
        }
        return token.kind == .semicolon
    }

    private static let words: [StaticString] = ["explain", "temp", "temporary", "trigger", "end"]
}
