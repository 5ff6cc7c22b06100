import AutogenConnection
import AutogenSchema

/// Reads from an error whether the statement may work once others have run.
enum Refusal {
    /// What is missing, by SQLSTATE (<https://www.postgresql.org/docs/current/errcodes-appendix.html>): a table,
    /// column, function, object or schema; the key a foreign key or `ON CONFLICT` needs; the row a foreign key needs; a
    /// materialized view's rows; the rest of a type that a function takes.
    private static let waiting: Set<String> = [
        "42P01", "42703", "42883", "42704", "3F000", "42830", "42P10", "23503", "55000", "42P13",
    ]

    static func isMissingObject(_ error: DatabaseError, _ dialect: Dialect) -> Bool {
        switch dialect {
        case .postgresql: waiting.contains(error.code ?? "")
        case .sqlite:
            // SQLite has one code for all of them, so its words must do.
            [
                "no such table", "no such column", "no such view", "no such index", "no such trigger",
                "has no column named",
            ]
            .contains { error.message.contains($0) }
        }
    }

    /// A `DROP` finds nothing in an empty database, and must not be tried again when there is something.
    static func isPointlessDrop(_ statement: SourceStatement) -> Bool {
        let words = statement.keywords
        return words.first == "DROP" || words.first == "ALTER" && words.contains("DROP")
    }

    /// The advice for errors whose cause lies outside the database.
    static func hint(_ error: DatabaseError, _ statement: SourceStatement) -> String? {
        guard error.hint == nil, error.code == "42704" else { return error.hint }
        let names = statement.keywords
        guard error.message.contains("role "), names.contains("OWNER") || names.contains("TO") else { return nil }
        return "roles belong to the server: create the role there, or declare it with CREATE ROLE in a schema file"
    }
}
