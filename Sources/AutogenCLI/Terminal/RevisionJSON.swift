import Autogen
import AutogenPlan
import AutogenRevisions
import AutogenSchema

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
