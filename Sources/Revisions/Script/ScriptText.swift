package import AutogenPlan
import AutogenSQLText
package import AutogenSchema

/// Writes the text of revision scripts.
package enum ScriptText {
    /// The whole script, header first.
    package static func text(of revision: Revision) -> String {
        var lines = [
            "-- revision: \(revision.id)", "-- down-revision: \(list(revision.downRevisions) ?? "none")",
            "-- message: \(revision.message.oneLine)", "-- created: \(revision.created)",
            "-- dialect: \(revision.dialect)", "-- transaction: \(revision.transaction.rawValue)",
        ]
        if revision.settings == .pinned { lines.append("-- settings: pinned") }
        if !revision.labels.isEmpty { lines.append("-- labels: \(revision.labels.joined(separator: ", "))") }
        if let needs = list(revision.dependsOn) { lines.append("-- depends-on: \(needs)") }
        if let requirement = revision.requires { lines.append("-- requires: \(requirement.rawValue)") }
        if let old = list(revision.replaces) { lines.append("-- replaces: \(old)") }
        lines += revision.accepts.map { "-- accepts: \($0)" } + revision.fills.map { "-- fills: \($0)" }
        lines += revision.renames.map { "-- renames: \($0)" }
        lines += revision.adopts.map { "-- adopts: \($0)" }
        lines += revision.measured.map { ["-- measured: \($0)"] } ?? []
        lines += ["", "-- upgrade"]
        if !revision.upgrade.isEmpty { lines.append(revision.upgrade) }
        lines += ["", "-- downgrade"]
        if !revision.downgrade.isEmpty { lines.append(revision.downgrade) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Statements as a script: each with its hazards over it and a semicolon after it.
    ///
    /// ```sql
    /// -- hazard (data loss): the values of users.age are deleted
    /// ALTER TABLE users DROP COLUMN age;
    /// ```
    package static func text(of statements: [Statement], in dialect: Dialect) -> String {
        text(of: statements, in: dialect, commitPoints: [], marksData: false)
    }

    /// The mark of the place for a person's own statements that move values.
    static let dataMark = "-- autogen:data: what moves values goes here: what comes is there, and what goes still is"

    /// - Parameters:
    ///   - commitPoints: behind which statements the script may be committed.
    ///   - marksData: whether to mark where a migration of data fits.
    static func text(
        of statements: [Statement], in dialect: Dialect, commitPoints: Set<Int>, marksData: Bool
    ) -> String {
        var text = ""
        var wasLong = false
        for (index, statement) in statements.enumerated() {
            let hazards = statement.hazards.unique.map(HazardComment.text)
            let isMarked = marksData && statement.followsData
            let batch = statement.batch.map { BatchComment($0).text + "\n" } ?? ""
            let isLong = !hazards.isEmpty || isMarked || !batch.isEmpty || statement.sql.text.contains("\n")
            if !text.isEmpty { text += isLong || wasLong ? "\n\n" : "\n" }
            if isMarked { text += dataMark + "\n\n" }
            text += hazards.joined() + batch + dialect.migration.shellText(of: statement.sql.text)
            // A semicolon behind a comment would be part of it.
            text += endsInComment(statement.sql.text, dialect) ? "\n;" : ";"
            if commitPoints.contains(index) { text += "\n\n\(CommitPoint.comment)" }
            wasLong = isLong || commitPoints.contains(index)
        }
        return text
    }

    private static func endsInComment(_ sql: String, _ dialect: Dialect) -> Bool {
        guard sql.contains("--") else { return false }
        var lexer = SQLLexer(Array(sql.utf8), dialect.syntax)
        var last: SQLToken?
        while let token = lexer.next() { last = token }
        return last?.isComment ?? false
    }

    private static func list(_ ids: [RevisionID]) -> String? {
        ids.isEmpty ? nil : ids.map(\.text).joined(separator: ", ")
    }

}

extension String {
    /// Its lines, behind one another.
    var oneLine: String { split(whereSeparator: \.isNewline).map { $0.trimmingSpaces }.joined(separator: " ") }
}

extension [Hazard] {
    /// Each once, in order: joined statements may bring the same one several times.
    package var unique: [Hazard] {
        var seen: Set<Hazard> = []
        return filter { seen.insert($0).inserted }
    }
}
