package import AutogenPlan
package import AutogenSQLText
import AutogenSchema

/// A statement of a script, and what it takes of the relations that were there before the script.
package struct LintStatement: Sendable {
    package let sql: SQLStatement
    /// Where it begins in the file, counted from 1.
    package let line: Int
    package let column: Int
    package let facts: StatementFacts
    /// Which of the script's transactions it is in.
    package let transaction: Int
    /// The comments over it.
    package let comments: [LintComment]
    let shape: StatementShape

    package init(
        sql: SQLStatement, line: Int, column: Int = 1, facts: StatementFacts, transaction: Int,
        comments: [LintComment] = []
    ) {
        self.sql = sql
        self.line = line
        self.column = column
        self.facts = facts
        self.transaction = transaction
        self.comments = comments
        shape = StatementShape(sql)
    }

    /// Where it ends, its semicolon included.
    func end(in file: String) -> FileLocation {
        let last = sql.place(of: sql.end)
        let lines = last.line - sql.place(of: sql.range.lowerBound).line
        return FileLocation(file, line: line + lines, column: last.column)
    }

    /// Whether it changes rows.
    var changesRows: Bool {
        let changing: Set = ["INSERT", "UPDATE", "DELETE", "MERGE"]
        guard sql.words.first == "WITH" else { return sql.words.first.map(changing.contains) ?? false }
        // What it does with the queries in front, unless one of these does it itself.
        return sql.words.contains(where: changing.contains)
            || facts.uses.contains { $0.lock.map { $0 >= .rowExclusive } == true }
    }

    /// The clauses of an `ALTER TABLE`, with the table; `nil` for any other statement.
    var alteredTable: (table: [String], clauses: [AlterClause])? {
        switch shape {
        case .alterTable(let table, let clauses): (table, clauses)
        case .createTable, .createIndex, .createPart, .create, .alter, .drop, .other: nil
        }
    }

    /// The clauses of an `ALTER TABLE`; none for any other statement.
    var clauses: [AlterClause] { alteredTable?.clauses ?? [] }

    /// The tables that it is about: those that it takes, or else the one that it names.
    func tables(in script: LintScript) -> [[String]] {
        let used = facts.uses.filter { $0.relation.kind == Kind.table.rawValue }.map(\.relation.path)
        guard used.isEmpty else { return used }
        return shape.table.map { [script.path(of: $0)] } ?? []
    }
}

/// A comment over a statement.
package struct LintComment: Sendable {
    package let text: String
    package let line: Int

    package init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}

extension LintStatement {
    /// The statement with words behind the first of its own that are given.
    func inserting(_ words: String, behind word: String) -> String? {
        guard let token = sql.tokens.first(where: { sql.keyword($0) == word }) else { return nil }
        return sql.text(sql.range.lowerBound..<token.range.upperBound) + " \(words)"
            + sql.text(token.range.upperBound..<sql.range.upperBound) + ";"
    }

    func appending(_ words: String) -> String { "\(sql.text) \(words);" }
}
