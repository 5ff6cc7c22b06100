import AutogenConnection
import AutogenSQLText
public import AutogenSchema

/// Statements of a person's own that bring the rows which a revision is tried on.
public struct RowsFile: Sendable, Hashable {
    /// How messages call it.
    public let path: String
    /// `INSERT` statements, and whatever else makes rows.
    public let sql: String

    /// The statements of a file that was read.
    public init(path: String, sql: String) {
        self.path = path
        self.sql = sql
    }

    /// Runs them on a database in which all revisions before have run.
    func run(on connection: any Connection) async throws {
        do {
            try await connection.execute(SQL(raw: sql))
        } catch {
            guard error.reason == .statement else { throw error }
            throw RowsFileError(file: self, error: error)
        }
    }
}

/// The database refused the rows that a revision was to be tried on.
public struct RowsFileError: ExplainedError, Sendable {
    let file: RowsFile
    let error: DatabaseError

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// What the database says, at the statement.
    public var explanation: Explanation {
        let scalars = Array(file.sql.unicodeScalars.prefix(max(0, (error.position ?? 1) - 1)))
        let offset = String(String.UnicodeScalarView(scalars)).utf8.count
        let place = SQLPlace(of: offset, in: Array(file.sql.utf8))
        return Explanation(
            "\(error)", advice: "these rows are put into a database that has all revisions before the new one",
            at: FileLocation(file.path, line: place.line, column: place.column))
    }
}
