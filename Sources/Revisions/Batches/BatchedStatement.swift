import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// An `UPDATE` or a `DELETE` that can be told to look at some rows of its table only.
struct BatchedStatement {
    /// How it takes them.
    let comment: BatchComment
    /// The line of the comment that says so.
    let line: Int
    /// Schema and name of the table, as far as the statement names them.
    let table: [String]
    /// What the statement calls the table.
    private let name: SQL
    /// Up to its condition.
    private let head: String
    private let condition: String?

    /// Whether it says which rows it is about.
    var isConditional: Bool { condition != nil }

    /// The columns of the table have these names in front.
    func column(_ column: String) -> SQL { "\(name).\(name: column)" }

    init(_ statement: ScriptStatement, _ comment: BatchComment, line: Int) throws(BatchCommentError) {
        self.comment = comment
        self.line = line
        let sql = statement.sql
        var reader = sql.reader
        let isUpdate = reader.skip("UPDATE")
        guard isUpdate || reader.skip("DELETE", "FROM") else {
            throw BatchCommentError("it stands over a statement that is neither UPDATE nor DELETE")
        }
        reader.skip("ONLY")
        guard let table = reader.name() else { throw BatchCommentError("the statement names no table") }
        self.table = table
        reader.skip(symbol: "*")
        let isNamed = reader.skip("AS")
        if isNamed || !["SET", "USING", "WHERE", "RETURNING", ""].contains(reader.keyword)
            || reader.peek?.kind == .quotedName, let alias = reader.name()?.first
        {
            name = "\(name: alias)"
        } else {
            name = "\(name: table)"
        }
        _ = reader.tokens { $0.isAt("WHERE") || $0.isAt("RETURNING") }
        let end = reader.peek?.range.lowerBound ?? sql.range.upperBound
        head = sql.text(sql.range.lowerBound..<end)
        guard reader.skip("WHERE") else {
            condition = nil
            return
        }
        guard !reader.isAt("CURRENT", "OF") else { throw BatchCommentError("the statement follows a cursor") }
        let tokens = reader.tokens { $0.isAt("RETURNING") }
        condition = tokens.isEmpty ? nil : reader.text(of: tokens)
    }

    /// The statement for some rows, as a query that says how many there were.
    func counting(where range: SQL) -> SQL {
        let rest: SQL = condition.map { " AND (\(raw: $0)\n)" } ?? ""
        return """
            WITH batch AS (\(raw: head) WHERE \(range)\(rest) RETURNING 1)
            SELECT pg_catalog.count(*) AS rows FROM batch
            """
    }
}

extension ScriptStatement {
    /// The statement with what a comment over it says of its rows; `nil` where it takes all at once.
    func batched(in file: String, _ dialect: Dialect) throws(MigrationError) -> BatchedStatement? {
        for comment in comments {
            do throws(BatchCommentError) {
                guard let batch = try BatchComment(comment.text) else { continue }
                if let refusal = dialect.migration.batchRefusal { throw BatchCommentError(refusal) }
                return try BatchedStatement(self, batch, line: comment.line)
            } catch {
                throw .badBatch(file: file, line: comment.line, error.message)
            }
        }
        return nil
    }
}
