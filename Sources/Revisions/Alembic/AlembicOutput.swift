import AutogenSQLText
import AutogenSchema

/// What `alembic upgrade --sql` and `downgrade --sql` print: the statements of each revision, one after the other.
package struct AlembicOutput: Sendable {
    private var sections: [String: String] = [:]

    /// - Parameter isWhole: whether the program came to its end; of the last revision it printed before an error only the
    ///   beginning may be there.
    package init(_ text: String, _ direction: Direction, isWhole: Bool) {
        let mark = "-- Running \(direction.rawValue) "
        var current: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(mark), let arrow = line.firstRange(of: " -> ") {
                let name =
                    switch direction {
                    case .upgrade: line[arrow.upperBound...]
                    case .downgrade: line[..<arrow.lowerBound].dropFirst(mark.count)
                    }
                current = name.prefix { $0 != "," }.trimmingSpaces
                sections[current ?? ""] = ""
            } else if let current {
                sections[current, default: ""] += line + "\n"
            }
        }
        if !isWhole, let current { sections[current] = nil }
    }

    package subscript(name: String) -> String? { sections[name] }
}

/// The SQL of one revision in one direction, without Alembic's own bookkeeping.
struct AlembicSection {
    /// Statements that run in one transaction, or each by itself.
    private var parts: [(isTogether: Bool, statements: [ScriptStatement])] = [(true, [])]

    /// - Parameter table: Alembic's version table, as its statements name it.
    init(_ text: String, table: String, dialect: Dialect) {
        var reader = SQLReader(table, dialect.syntax)
        let table = (reader.name() ?? []).map(dialect.syntax.key)
        for statement in ScriptStatement.all(in: text, dialect, firstLine: 1) {
            if TransactionFrame.isBegin(statement) {
                parts.append((true, []))
            } else if TransactionFrame.isCommit(statement) {
                parts.append((false, []))
            } else if !Self.isBookkeeping(statement, table) {
                parts[parts.count - 1].statements.append(statement)
            }
        }
        parts.removeAll { $0.statements.isEmpty }
    }

    /// Whether autogen runs it right without being told where transactions begin and end.
    func isPlain(in dialect: Dialect) -> Bool {
        parts.allSatisfy { part in
            part.isTogether || part.statements.allSatisfy(dialect.migration.mustStandAlone)
        }
    }

    func text(isPlain: Bool) -> String {
        parts.map { part in
            let statements = part.statements.map { $0.text + ";" }.joined(separator: "\n")
            return part.isTogether && !isPlain ? "BEGIN;\n\(statements)\nCOMMIT;" : statements
        }.joined(separator: "\n")
    }

    /// Whether a statement makes, changes or drops the version table and nothing else.
    private static func isBookkeeping(_ statement: ScriptStatement, _ table: [String]) -> Bool {
        var reader = statement.sql.reader
        let word = reader.word()
        let isOfTable =
            switch word {
            case "INSERT": reader.skip("INTO")
            case "DELETE": reader.skip("FROM")
            case "CREATE", "DROP": reader.skip("TABLE")
            default: word == "UPDATE"
            }
        guard isOfTable, reader.name()?.map(reader.syntax.key) == table else { return false }
        return word != "UPDATE" || reader.skip("SET", "VERSION_NUM")
    }
}
