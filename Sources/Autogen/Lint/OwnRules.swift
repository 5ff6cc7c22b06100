import AutogenConnection
import AutogenLint
import AutogenMetadata
import AutogenSQLText
import AutogenSchema

extension SchemaMigrator {
    /// What a user reads about the rules of the project's own.
    package func ownRuleExplanations() throws -> [(code: String, text: String)] {
        try OwnRules(project).all.map { ($0.code, $0.explanation) }
    }
}

/// The rules of a project's own.
struct OwnRules {
    let all: [OwnRule]

    /// Reads the files that the configuration names; throws ``LintSettingsError`` and what reading files throws.
    init(_ project: Project) throws {
        guard !project.lint.own.isEmpty else {
            all = []
            return
        }
        var rules: [OwnRule] = []
        for file in try SourceFinder(folder: project.root).files(project.lint.own) {
            let rule = try OwnRule(parsing: String(decoding: file.bytes, as: UTF8.self), file: file.name)
            if let other = rules.first(where: { $0.code == rule.code }) {
                throw LintSettingsError(
                    "\(other.file) has a rule \(rule.code) already", at: FileLocation(file.name, line: 1))
            }
            rules.append(rule)
        }
        all = rules
    }

    /// What each finds in a database, for those that are for its engine.
    func rows(on connection: any Connection) async throws -> [[OwnRule.Row]] {
        var rows: [[OwnRule.Row]] = []
        for rule in all {
            guard rule.dialect ?? connection.dialect == connection.dialect else {
                rows.append([])
                continue
            }
            rows.append(try await Self.rows(of: rule, on: connection))
        }
        return rows
    }

    private static func rows(of rule: OwnRule, on connection: any Connection) async throws -> [OwnRule.Row] {
        do {
            return try await connection.reading {
                try await connection.query(SQL(raw: rule.sql)).map { row in
                    func text(_ column: String) throws -> String? {
                        try row.position(of: column) == nil ? nil : row.optionalString(column)
                    }
                    return OwnRule.Row(
                        object: try text("object"), message: try text("message"), advice: try text("advice"))
                }
            }
        } catch let error as DatabaseError where error.isRefusal {
            let before = rule.sql.unicodeScalars.prefix(max(0, (error.position ?? 1) - 1))
            throw LintSettingsError(
                "the database refuses the query of rule \(rule.code): \(error.message)",
                at: FileLocation(rule.file, line: before.count { $0 == "\n" } + 1))
        }
    }
}
