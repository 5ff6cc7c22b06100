public import AutogenDiff
public import AutogenRevisions
public import AutogenSchema

/// What a project has to say while schemas are compared and revisions written and run.
///
/// ```swift
/// autogen.hooks.includes = { $0.id.path.first != "legacy" }
/// autogen.hooks.accepts = { change in if case .drop = change { false } else { true } }
/// autogen.hooks.rewrites = { $0.upgrade = "SET LOCAL lock_timeout = '2s';\n" + $0.upgrade }
/// ```
public struct AutogenHooks: Sendable {
    /// Whether an object counts; what is part of one that does not goes with it. Asked of both sides.
    public var includes: @Sendable (SchemaObject) -> Bool = { _ in true }
    /// Whether a difference counts, in `revision`, `check` and `diff`; without a table its columns don't count either.
    public var accepts: @Sendable (Change) -> Bool = { _ in true }
    /// Changes a revision that was planned, before it is tried in a scratch database and written.
    public var rewrites: @Sendable (inout Revision) async throws -> Void = { _ in }
    /// Called around each revision that is applied or taken back.
    public var revisions = RevisionHooks()

    /// Everything counts, and nothing is changed or called.
    public init() {}

    /// The target without the changes that don't count.
    func accepted(_ target: Catalog, from start: Catalog) -> Catalog {
        var declined: [ObjectID: Change] = [:]
        for change in Comparison.changes(from: start, to: target) where !accepts(change) {
            declined[change.id] = change
        }
        guard !declined.isEmpty else { return target }
        var result = target.filtered { object in
            if case .create = declined[object.id] { false } else { true }
        }
        for (id, change) in declined {
            guard case .alter(let alteration) = change else { continue }
            result.insert(alteration.from, partOf: start.parent(of: id))
        }
        func isKept(_ id: ObjectID) -> Bool {
            if case .drop = declined[id] { return true }
            return start.parent(of: id).map(isKept) ?? false
        }
        for object in start.objects where result[object.id] == nil && isKept(object.id) {
            result.insert(object, partOf: start.parent(of: object.id))
            for need in start.needs(of: object.id) { result.insert(dependency: need, of: object.id) }
        }
        return result
    }
}
