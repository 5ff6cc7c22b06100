/// Follows `BEGIN`, `CASE` and `END` in a `CREATE FUNCTION` or `PROCEDURE`, as `psql` does to find the end of a body
/// written in SQL (<https://www.postgresql.org/docs/current/sql-createfunction.html>, `sql_body`).
struct RoutineBody {
    private var count = 0
    private var isRoutine = false
    private var opening: [String] = []
    private var depth = 0

    var isOpen: Bool { depth > 0 }

    /// Sees the next word of a statement; `parentheses` is how many are open there.
    mutating func see(_ word: ArraySlice<UInt8>, depth parentheses: Int) {
        count += 1
        if count <= 4, !isRoutine {
            let keyword = String(decoding: word, as: UTF8.self).uppercased()
            opening.append(keyword)
            isRoutine = Self.routines.contains(opening)
        }
        guard isRoutine, parentheses == 0, (3...5).contains(word.count) else { return }
        switch String(decoding: word, as: UTF8.self).uppercased() {
        case "BEGIN": depth += 1
        case "CASE" where depth > 0: depth += 1
        case "END" where depth > 0: depth -= 1
        default: break
        }
    }

    private static let routines: Set<[String]> = [
        ["CREATE", "FUNCTION"], ["CREATE", "PROCEDURE"], ["CREATE", "OR", "REPLACE", "FUNCTION"],
        ["CREATE", "OR", "REPLACE", "PROCEDURE"],
    ]
}
