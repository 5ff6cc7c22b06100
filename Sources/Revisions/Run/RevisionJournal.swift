/// How a run of a script is recorded; each call is made in the transaction of what it records.
struct RevisionJournal: Sendable {
    /// Makes sure of being the only one, in the transaction that was begun.
    var claim: @Sendable () async throws -> Void = {}
    /// Whether the script is still to be gone on with at a position.
    var isDue: @Sendable (_ done: Int) async throws -> Bool = { _ in true }
    /// The first statement is about to run.
    var begin: @Sendable () async throws -> Void = {}
    /// Some statements are done.
    var note: @Sendable (RevisionProgress, _ digest: String) async throws -> Void = { _, _ in }
    /// It failed before anything was done.
    var forget: @Sendable () async throws -> Void = {}
    /// All is done.
    var finish: @Sendable () async throws -> Void = {}
}
