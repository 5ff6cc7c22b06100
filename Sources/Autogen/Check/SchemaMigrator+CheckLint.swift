import AutogenConnection
import AutogenLint
import AutogenMetadata
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// What matters of what the rules find in scripts that are new; `nil` where no rule could look.
    ///
    /// A check needs no database: where there is none to run scripts in, that is told, and nothing is found.
    func findingsOfLint(_ graph: RevisionGraph, _ git: GitFolder) async throws -> [CheckFinding]? {
        guard GitStore.folder(around: git.folder) != nil,
            let scripts = try await newScripts(since: nil, in: graph, git), !scripts.isEmpty
        else { return [] }
        do {
            let report = try await lint(scripts, in: graph, remembering: git.folder)
            // What is lost is told beside it, with what accepts it.
            return report.findings.filter { $0.severity > .note && $0.code != Linter.unacceptedLoss }.map { .lint($0) }
        } catch let error as ScratchError {
            return notLinted(error)
        } catch let error as MigrationError where error.category != .cancelled {
            // Scripts before the new ones don't run here.
            return notLinted(error)
        } catch let error as DatabaseError where error.reason == .connection {
            return notLinted(error)
        }
    }

    private func notLinted(_ error: any ExplainedError) -> [CheckFinding]? {
        note("note: the new scripts were not run, and no rule has looked at them: \(error.reason)")
        return nil
    }
}
