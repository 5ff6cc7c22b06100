import AutogenSQLText
package import AutogenSchema

/// A rule of a project's own: a query that finds what ought not to be in a schema, and what to say of it.
///
/// ```sql
/// -- rule: table-without-comment
/// -- severity: note
/// -- message: nobody says what the table is for
/// -- advice: COMMENT ON TABLE
/// SELECT 'table ' || c.oid::regclass AS object FROM pg_class c
/// WHERE c.relkind = 'r' AND obj_description(c.oid) IS NULL
/// ```
package struct OwnRule: Sendable, Hashable {
    package let code: String
    package let severity: LintSeverity
    /// What happens, where a row says nothing else.
    package let message: String
    /// What to do about it, where a row says nothing else.
    package let advice: String
    /// The database it is for; `nil` for any.
    package let dialect: Dialect?
    package let sql: String
    /// The file, as messages show it.
    package let file: String

    /// A row of the query.
    package struct Row: Sendable, Hashable {
        /// What it is about: a qualified name, with or without the kind before it.
        package let object: String?
        package let message: String?
        package let advice: String?

        package init(object: String?, message: String?, advice: String?) {
            self.object = object
            self.message = message
            self.advice = advice
        }

        /// The names of the object; none where it has none that can be read.
        var path: [String] {
            guard let object else { return [] }
            return (try? Address.reading(object))?.address.path ?? (try? Address.parts(object)) ?? []
        }
    }

    /// Reads a file; throws ``LintSettingsError``.
    package init(parsing text: String, file: String) throws {
        self.file = file
        var members: [String: String] = [:]
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        let head = lines.prefix { $0.hasPrefix("--") || $0.trimmingSpaces.isEmpty }
        for (number, line) in head.enumerated() {
            let body = line.drop { $0 == "-" }.trimmingSpaces
            guard let colon = body.firstIndex(of: ":") else { continue }
            let key = String(body[..<colon])
            guard Self.members.contains(key) else { continue }
            guard members[key] == nil else {
                throw LintSettingsError("\(key) is said twice", at: FileLocation(file, line: number + 1))
            }
            members[key] = body[body.index(after: colon)...].trimmingSpaces
        }
        func error(_ reason: String) -> LintSettingsError { LintSettingsError(reason, at: FileLocation(file, line: 1)) }
        guard let code = members["rule"], !code.isEmpty else {
            throw error("a rule begins with -- rule: NAME, and says -- message: what is wrong")
        }
        guard code.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || $0.isLetterOrDigit }) else {
            throw error("the name of a rule is made of small letters, digits and -: \(code.visibleLine)")
        }
        guard !Linter.rules.contains(where: { $0.code == code }), Linter.others[code] == nil else {
            throw error("there is a rule \(code) already; choose another name")
        }
        guard let message = members["message"], !message.isEmpty else {
            throw error("the rule does not say what is wrong: -- message: ...")
        }
        self.code = code
        self.message = message
        advice = members["advice"] ?? ""
        let word = members["severity"] ?? LintSeverity.warning.rawValue
        guard let severity = LintSeverity(rawValue: word) else {
            throw error("severity must be \(LintSeverity.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        self.severity = severity
        let database = members["database"]
        dialect = database.flatMap { Dialect(rawValue: $0) }
        guard database == nil || dialect != nil else {
            throw error("database must be \(Dialect.allCases.map(\.rawValue).joined(separator: " or "))")
        }
        sql = lines.joined(separator: "\n")
        let statements = SQLStatement.all(in: sql, (dialect ?? .postgresql).syntax)
        guard statements.count == 1 else {
            throw error("a rule has one query; there \(statements.isEmpty ? "is none" : "are \(statements.count)")")
        }
    }

    /// What a user reads about a finding of it: what is wrong, the comments of the file, and the query that finds it.
    package var explanation: String {
        let lines = sql.split(separator: "\n", omittingEmptySubsequences: false)
        let head = lines.prefix { $0.hasPrefix("--") || $0.trimmingSpaces.isEmpty }
        let comments = head.map { $0.drop { $0 == "-" }.trimmingSpaces }.filter { line in
            !Self.members.contains { line.hasPrefix("\($0):") }
        }
        let query = lines.dropFirst(head.count).joined(separator: "\n").trimmingSpaces
        let parts = ["\(message). A rule of \(file).", comments.joined(separator: "\n").trimmingSpaces, advice, query]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    private static let members = ["rule", "severity", "message", "advice", "database"]

    /// What rows say that there were not before the script.
    package func faults(_ rows: [Row], before: Set<Row>, in script: LintScript) -> [LintFault] {
        rows.filter { !before.contains($0) }.map { row in
            let message = (row.object.map { "\($0): " } ?? "") + (row.message ?? self.message)
            let path = row.path.count == 1 ? script.path(of: row.path) : row.path
            let isOfTable = script.after.contains(ObjectID(.table, path: Array(path.prefix(2))))
            let id = ObjectID(path.count > 2 ? .column : .table, path: path)
            return LintFault(
                message, row.advice ?? advice, at: path.isEmpty ? 0 : script.statement(of: id),
                of: isOfTable ? [Array(path.prefix(2))] : [])
        }
    }
}

extension UInt8 {
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
