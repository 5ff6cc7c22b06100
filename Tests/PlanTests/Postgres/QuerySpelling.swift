import AutogenSchema
import TestSupport

/// How a server writes queries back.
///
/// Since version 16, columns of a query with one source stand without its name: `SELECT a FROM t`, before it
/// `SELECT t.a FROM t`. The cases hold the older spelling, which is compared to the letter on the older servers; on the
/// newer ones, the lines of queries are compared without what stands before a dot.
enum QuerySpelling {
    case qualified
    case bare

    static func ofServer() async throws -> QuerySpelling {
        try await TestServer.version().major >= 16 ? .bare : .qualified
    }

    func comparable(_ script: String) -> String {
        switch self {
        case .qualified: script
        case .bare:
            script.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                line.hasPrefix(" ") ? String(line).replacing(/[a-z_0-9]+\./, with: "") : String(line)
            }.joined(separator: "\n")
        }
    }
}
