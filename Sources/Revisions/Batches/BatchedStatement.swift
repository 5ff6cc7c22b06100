import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// An `UPDATE` or a `DELETE` that can be told to look at some rows of its table only.
struct BatchedStatement {
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

    init(_ statement: ScriptStatement) throws(BatchCommentError) {
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
    /// How the statement takes its rows, where a comment over it says that it does not take all at once.
    func batch(in file: String, _ dialect: Dialect) throws(MigrationError) -> BatchComment? {
        for comment in comments {
            do throws(BatchCommentError) {
                guard let batch = try BatchComment(comment.text) else { continue }
                guard dialect.migration.takesBatches else {
                    throw BatchCommentError("SQLite has one writer at a time, who had better be done at once")
                }
                _ = try BatchedStatement(self)
                return batch
            } catch {
                throw .badBatch(file: file, line: comment.line, error.message)
            }
        }
        return nil
    }

    /// The line of the comment that asks for batches.
    func commentLine(of batch: BatchComment) -> Int {
        comments.first { (try? BatchComment($0.text)) == batch }?.line ?? line
    }
}
