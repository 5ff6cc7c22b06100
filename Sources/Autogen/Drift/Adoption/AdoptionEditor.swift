import AutogenDiff
import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenSchema

/// Writes findings into the declared files, until a database says that these declare what the live one has.
struct AdoptionEditor {
    let autogen: SchemaMigrator
    let findings: [Finding]
    let sources: DeclaredSchema
    /// What the files declare now, which is what the latest revision makes.
    let declared: Catalog
    let latest: Catalog
    let live: Catalog

    /// The files of some state, and what they declare.
    private struct State {
        let sources: DeclaredSchema
        let catalog: Catalog
        var files: [SchemaText.EditedFile] = []
    }

    private var renames: [Finding] { findings.filter { $0.kind == .renamed } }
    private var changes: [Finding] { findings.filter { $0.kind != .renamed } }

    /// The files that become others: names first, then all else.
    func files() async throws -> [SchemaText.EditedFile] {
        let base =
            try await autogen.renamed(latest, to: live, by: Renames(renames.flatMap(\.renames)))?.catalog ?? latest
        let changed = Set(changes.flatMap(\.objects))
        let target = Catalog.mixed(changed.union(base.ids), like: base) { changed.contains($0) ? live : base }
        let named = try await named(as: base)
        // What the server has named after the old name, such as keys, has kept its own.
        let kept = SchemaFindings(live: base, expected: named.catalog, rules: base.dialect.rules).findings()
        let edited = try await edited(kept + changes, from: named, to: target)
        return named.files.filter { file in !edited.contains { $0.name == file.name } }
            + edited.map { $0.made(of: sources) }
    }

    /// What files declare, as the project sees it.
    private func loaded(_ files: DeclaredSchema) async throws -> Catalog {
        autogen.step("loading the edited files in a scratch database")
        return autogen.view(try await autogen.declared(by: files, beyond: latest).catalog)
    }

    // MARK: Names

    /// The files under the names that were given by hand: written so that least is left to say of the target.
    private func named(as target: Catalog) async throws -> State {
        guard !renames.isEmpty else { return State(sources: sources, catalog: declared) }
        var best: (state: State, left: Int)?
        var refusal: SchemaLoadError?
        for isWary in [true, false] {
            let files = try namedFiles(isWary)
            let edited = try sources.edited(files)
            do {
                let state = State(sources: edited, catalog: try await loaded(edited), files: files)
                let left = Comparison.changes(from: target, to: state.catalog).count
                if left < best?.left ?? Int.max { best = (state, left) }
                if left == 0 { break }
            } catch let error as SchemaLoadError {
                refusal = error
            }
        }
        guard let best else { throw Self.notEditable(renames, refusal) }
        return best.state
    }

    private func namedFiles(_ isWary: Bool) throws -> [SchemaText.EditedFile] {
        var text = SchemaText(sources, declared, sources: autogen.project.sources)
        let dependents = declared.dependents()
        let parts = declared.partsByParent()
        for finding in renames {
            for rename in finding.renames {
                // What uses a table uses its columns and keys.
                let own = declared.objects.ids.filter { Address($0) == rename.old }
                let ids = own + own.flatMap { parts[$0] ?? [] }
                let needed = ids.reduce(into: Set<ObjectID>()) { $0.formUnion(dependents[$1] ?? []) }
                guard text.rename(rename.old, to: rename.new.last ?? "", needed: needed, isWary: isWary) else {
                    throw Self.notEditable([finding])
                }
            }
        }
        return text.edited
    }

    // MARK: All else

    /// Each finding in the most pleasant manner in which the files declare the target.
    private func edited(
        _ findings: [Finding], from state: State, to target: Catalog
    ) async throws -> [SchemaText.EditedFile] {
        guard !findings.isEmpty else { return [] }
        let words = autogen.shown(live)
        var edits = findings.compactMap { FindingEdit($0, from: state.catalog, to: words) }
            .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        while true {
            var text = SchemaText(state.sources, state.catalog, sources: autogen.project.sources)
            for place in edits.indices {
                guard edits[place].apply(to: &text, from: state.catalog, to: words) else {
                    throw Self.notEditable([edits[place].finding])
                }
            }
            var refusal: SchemaLoadError?
            var faults = Array(edits.indices)
            do {
                let loaded = try await loaded(try state.sources.edited(text.edited))
                faults = Self.faults(of: edits, between: loaded, and: target)
            } catch let error as SchemaLoadError {
                refusal = error
            }
            guard !faults.isEmpty else { return text.edited }
            var isStuck = true
            for place in faults where edits[place].goOn() { isStuck = false }
            guard !isStuck else { throw Self.notEditable(faults.map { edits[$0].finding }, refusal) }
        }
    }

    /// The edits after which the files don't declare what they should; those of the same tables where none is about it.
    private static func faults(of edits: [FindingEdit], between loaded: Catalog, and target: Catalog) -> [Int] {
        let ids = Set(Comparison.changes(from: target, to: loaded).map(\.id))
        guard !ids.isEmpty else { return [] }
        let states = [target, loaded]
        let wholes = Set(ids.map(states.whole))
        let exact = edits.indices.filter { !edits[$0].changed.isDisjoint(with: ids) }
        let near = edits.indices.filter { wholes.contains(states.whole(of: edits[$0].root)) }
        return [exact, near].first { !$0.isEmpty } ?? Array(edits.indices)
    }

    private static func notEditable(
        _ findings: [Finding], _ fault: SchemaLoadError? = nil
    ) -> DriftAdoptionError {
        let texts = findings.map { finding in
            finding.kind == .renamed ? "-- \(finding.title)" : finding.live ?? "-- without \(finding.subject.name)"
        }
        let lines = texts.joined(separator: "\n").split(separator: "\n").map { "  \($0)" }
        return .notEditable(
            findings, sql: lines.joined(separator: "\n"),
            fault: fault.map { $0.problems.map(\.description).joined(separator: "\n") })
    }
}
