import Autogen
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// One line about a revision: `3f2a9c81d0be  add users [billing] (head)`.
enum RevisionLine {
    static func text(
        of script: RevisionScript, in graph: RevisionGraph, current: Set<RevisionID> = []
    ) -> String {
        var text = "\(script.id)  \(script.revision.message)"
        let labels = script.revision.labels
        if !labels.isEmpty { text += " [\(labels.joined(separator: ", "))]" }
        if graph.heads.contains(script.id) { text += " (head)" }
        if graph.branchPoints.contains(script.id) { text += " (branch point)" }
        if script.revision.downRevisions.count > 1 { text += " (merge)" }
        if current.contains(script.id) { text += " (current)" }
        return text
    }
}

/// What a migration would run, as its scripts have it: hazards stand over the statements.
enum MigrationPreview {
    /// What is said of lines that were measured of other statements.
    static let staleNote = "the script was edited since it was measured: the lines over its statements may not hold"

    /// - Parameter recorded: revisions of which nothing runs, since the database has all that they take over.
    static func text(
        of scripts: [RevisionScript], _ direction: Direction, recorded: Set<RevisionID> = [],
        sizes: [Address: RelationSize] = [:]
    ) -> String {
        scripts.map { script in
            let isRecorded = recorded.contains(script.id)
            let sql =
                isRecorded
                ? "-- the database has all of it: it is recorded, and nothing runs" : script.sql(direction, with: sizes)
            let stale = script.revision.isMeasuredBeforeEdit ? "-- \(staleNote)\n" : ""
            return "-- \(direction.rawValue) \(script.id): \(script.revision.message)\n-- \(script.file)\n\(stale)"
                + (sql.isEmpty ? "-- nothing to run\n" : sql + "\n")
        }.joined(separator: "\n")
    }
}

/// A revision that was written, for programs: `{"revision":...,"file":...,"accepts":[...],"proved":true,"changes":[...]}`;
/// `{"revision":null}` where there was nothing to do.
enum RevisionJSON {
    static func text(of written: WrittenRevision?) -> String {
        guard let written else { return JSON.object([JSON.Member("revision", .null)]).description }
        let script = written.script
        var members = [
            JSON.Member("revision", .string(script.id.text)), JSON.Member("file", .string(script.file)),
            JSON.Member("accepts", .array(script.revision.accepts.map { .string($0.description) })),
        ]
        if let proof = written.proof { members.append(JSON.Member("proved", .bool(proof.isComplete))) }
        if let plan = written.plan {
            members.append(JSON.Member("changes", .array(plan.changes.map(DiffJSON.json))))
            members.append(JSON.Member("statements", .array(DiffJSON.statements(of: plan))))
        }
        return JSON.object(members).description
    }
}
