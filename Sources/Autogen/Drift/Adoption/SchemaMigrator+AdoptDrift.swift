import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Takes what was changed by hand in the project's database into the declared files and into a revision; `nil` when
    /// there is nothing of it.
    ///
    /// The files are edited where they declare the objects, and must then load to what the database has. The revision is
    /// tried in a scratch database as any other, and recorded in the database that has it all; others get it by
    /// ``upgrade(to:decisions:answer:)``, which only records it where all of it is there already.
    ///
    /// ```swift
    /// if let adopted = try await autogen.adopt(drift: .all) { print(adopted.files, adopted.script.file) }
    /// ```
    ///
    /// Throws ``DriftAdoptionError``, and what ``revision(_:)`` throws; then nothing was changed. Where `finish` throws, the
    /// files and the revision stay, and the next upgrade records it.
    ///
    /// - Parameters:
    ///   - options: the message, and what was decided beforehand; the message is made of what is taken over where it is
    ///     empty.
    ///   - finish: what else is done to the script, before the database has it on record.
    public func adopt(
        drift selection: DriftSelection, _ options: RevisionOptions = RevisionOptions(message: ""),
        finish: (RevisionScript) async throws -> Void = { _ in }
    ) async throws -> AdoptedDrift? {
        guard var adopted = try await writing({ try await adopted(selection, options) }) else { return nil }
        try await finish(adopted.script)
        guard adopted.isStamped else { return adopted }
        do {
            // It was looked at before all of this.
            guard case .recorded = try await outlook(of: adopted.script.id) else {
                adopted.isStamped = false
                return adopted
            }
            try await stamp([RevisionReference(adopted.script.id)])
        } catch let error as any ExplainedError where error.category != .cancelled {
            // All of it is written, and the next upgrade finds that the database has it.
            note("note: the database could not be given the revision: \(error.reason)")
            adopted.isStamped = false
        }
        return adopted
    }

    private func adopted(_ selection: DriftSelection, _ options: RevisionOptions) async throws -> AdoptedDrift? {
        let graph = try project.revisions.graph()
        let head = try graph.head()
        let live = try await liveDatabase()
        guard let applied = live.applied else { throw DriftAdoptionError.unrecorded(try databaseName()) }
        let claimed = graph.current(Set(applied.map(\.id)))
        let heads = head.map { [$0] } ?? []
        var summary = DatabaseSummary(name: "")
        let known = try await schema(after: claimed, graph, live).catalog
        let (seen, expected) = live.comparable(with: known, &summary)
        let names = try await renamedByHand(expected, seen)
        let comparison = SchemaFindings(
            live: seen, expected: names?.expected ?? expected, rules: expected.dialect.rules)
        let found = comparison.findings() + (names?.findings ?? [])
        let findings = try selection.chosen(among: found, from: names?.expected ?? expected, to: seen)
        guard !findings.isEmpty else { return nil }

        let latest = claimed == heads ? expected : try await schema(after: heads, graph, live).catalog
        let changed = Set(findings.filter { $0.kind != .renamed }.flatMap(\.objects))
        func whole(_ id: ObjectID) -> ObjectID {
            var whole = id
            while let next = whole.target ?? latest.parent(of: whole) ?? expected.parent(of: whole)
                ?? seen.parent(of: whole)
            {
                whole = next
            }
            return whole
        }
        let moved = Set(Comparison.changes(from: expected, to: latest).map { whole($0.id) })
        let inTheWay = findings.filter { !moved.isDisjoint(with: $0.objects.map(whole)) }
        guard inTheWay.isEmpty else { throw DriftAdoptionError.pending(inTheWay) }
        let base = try await named(latest, as: seen, by: findings.flatMap(\.renames))
        let target = Catalog.mixed(changed.union(base.ids), like: base) { changed.contains($0) ? seen : base }

        let declared = try await declared(live.catalog.dialect, beyond: latest)
        let uncovered = Comparison.changes(from: latest, to: declared)
        guard uncovered.isEmpty else { throw DriftAdoptionError.uncovered(uncovered.count) }
        let sources = try DeclaredSchema(sources: project.sources, folder: project.root, dialect: target.dialect)
        let renamed = try await renamed(findings.filter { $0.kind == .renamed }, declared, sources, to: base)
        // What the server has named after the old name, such as keys, has kept its own.
        let kept = SchemaFindings(live: base, expected: renamed.catalog, rules: base.dialect.rules).findings()
        let edited = try await edited(
            kept + findings.filter { $0.kind != .renamed }, renamed.catalog, renamed.sources, to: target, live: seen)
        let files =
            renamed.files.filter { file in !edited.contains { $0.name == file.name } }
            + edited.map { $0.made(of: sources) }
        let edits = try DeclaredFiles(
            files, in: project,
            keepsEmptied: sources.hasIncludes || sources.files.count == files.count(where: { $0.text == nil }))
        return try await written(findings, edits, options, isAtHead: claimed == heads)
    }

    /// What the project's database holds, and what it says it has.
    func liveDatabase() async throws -> LiveDatabase {
        step("reading \(try databaseName())")
        return try await withProjectDatabase(for: .readOnly) { connection in
            try await project.versionTable.holdStill(connection)
            return try await LiveDatabase.read(
                connection, table: project.versionTable, catalog: try await reflect(connection))
        }
    }

    /// The files of the declared schema with the findings in them, as the database has confirmed that they declare the
    /// target.
    private func edited(
        _ findings: [Finding], _ declared: Catalog, _ sources: DeclaredSchema, to target: Catalog, live: Catalog
    ) async throws -> [SchemaText.EditedFile] {
        guard !findings.isEmpty else { return [] }
        var edits = findings.compactMap { FindingEdit($0, from: declared, to: shown(live)) }
            .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
        while true {
            var text = SchemaText(sources, declared, sources: project.sources)
            for place in edits.indices {
                guard edits[place].apply(to: &text, from: declared, to: shown(live)) else {
                    throw notEditable([edits[place].finding])
                }
            }
            var refusal: SchemaLoadError?
            let faults = try await faults(of: edits, in: text, sources, target, &refusal)
            guard !faults.isEmpty else { return text.edited }
            var isStuck = true
            for place in faults where edits[place].goOn() { isStuck = false }
            guard !isStuck else { throw notEditable(faults.map { edits[$0].finding }, refusal) }
        }
    }

    /// A schema with the names that were given by hand.
    private func named(_ catalog: Catalog, as live: Catalog, by renames: [Rename]) async throws -> Catalog {
        try await renamed(catalog, to: live, by: Renames(renames)) { connection in
            for statement in try creationPlan(of: catalog).statements { try await connection.execute(statement.sql) }
        }?.catalog ?? catalog
    }

    /// The declared files under other names, and what they declare.
    private struct Named {
        let sources: DeclaredSchema
        let catalog: Catalog
        var files: [SchemaText.EditedFile] = []
    }

    /// The declared files under the names that were given by hand: written so that least is left to say of the target.
    private func renamed(
        _ findings: [Finding], _ declared: Catalog, _ sources: DeclaredSchema, to target: Catalog
    ) async throws -> Named {
        guard !findings.isEmpty else { return Named(sources: sources, catalog: declared) }
        var best: (named: Named, left: Int)?
        var refusal: SchemaLoadError?
        for isWary in [true, false] {
            let files = try renamed(findings, declared, sources, isWary)
            let edited = try sources.edited(files)
            step("loading the edited files in a scratch database")
            do {
                let loaded = try await scratch(target.dialect).withScratch { connection in
                    try await edited.load(on: connection) { _ in false }
                }
                let named = Named(sources: edited, catalog: view(loaded.catalog), files: files)
                let left = Comparison.changes(from: target, to: named.catalog).count
                if left < best?.left ?? Int.max { best = (named, left) }
                if left == 0 { break }
            } catch let error as SchemaLoadError {
                refusal = error
            }
        }
        guard let best else { throw notEditable(findings, refusal) }
        return best.named
    }

    private func renamed(
        _ findings: [Finding], _ declared: Catalog, _ sources: DeclaredSchema, _ isWary: Bool
    ) throws -> [SchemaText.EditedFile] {
        var text = SchemaText(sources, declared, sources: project.sources)
        let dependents = declared.dependents()
        let parts = declared.partsByParent()
        for finding in findings {
            for rename in finding.renames {
                // What uses a table uses its columns and keys.
                let own = declared.objects.ids.filter { Address($0) == rename.old }
                let ids = own + own.flatMap { parts[$0] ?? [] }
                let needed = ids.reduce(into: Set<ObjectID>()) { $0.formUnion(dependents[$1] ?? []) }
                guard text.rename(rename.old, to: rename.new.last ?? "", needed: needed, isWary: isWary) else {
                    throw notEditable([finding])
                }
            }
        }
        return text.edited
    }

    private func notEditable(_ findings: [Finding], _ fault: SchemaLoadError? = nil) -> DriftAdoptionError {
        let texts = findings.map { finding in
            finding.kind == .renamed
                ? "-- \(finding.title)" : finding.live ?? "-- without \(finding.subject.name)"
        }
        let lines = texts.joined(separator: "\n").split(separator: "\n").map { "  \($0)" }
        return .notEditable(
            findings, sql: lines.joined(separator: "\n"),
            fault: fault.map { $0.problems.map(\.description).joined(separator: "\n") })
    }

    /// The edits after which the files don't declare what they should.
    private func faults(
        of edits: [FindingEdit], in text: SchemaText, _ sources: DeclaredSchema, _ target: Catalog,
        _ refusal: inout SchemaLoadError?
    ) async throws -> [Int] {
        step("loading the edited files in a scratch database")
        let files = try sources.edited(text.edited)
        let loaded: Catalog
        do {
            loaded = try await scratch(target.dialect).withScratch { connection in
                _ = try await files.run(on: connection)
                return try await reflect(connection)
            }
        } catch let error as SchemaLoadError {
            refusal = error
            return Array(edits.indices)
        }
        let changes = Comparison.changes(from: target, to: loaded)
        guard !changes.isEmpty else { return [] }
        func whole(_ id: ObjectID) -> ObjectID {
            var whole = id
            while let next = whole.target ?? target.parent(of: whole) ?? loaded.parent(of: whole) { whole = next }
            return whole
        }
        let ids = Set(changes.map(\.id))
        let wholes = Set(ids.map(whole))
        let exact = edits.indices.filter { !edits[$0].changed.isDisjoint(with: ids) }
        let near = edits.indices.filter { wholes.contains(whole(edits[$0].root)) }
        return exact.isEmpty ? near.isEmpty ? Array(edits.indices) : near : exact
    }

    /// - Parameter isAtHead: whether the database has every other revision, and may have this one on record.
    private func written(
        _ findings: [Finding], _ edits: DeclaredFiles, _ options: RevisionOptions, isAtHead: Bool
    ) async throws -> AdoptedDrift {
        var options = options
        options.start = .head
        options.adopts = findings.map(\.subject.name)
        options.decisions.renames += try findings.flatMap(\.renames).map { rename throws(AddressError) in
            try RequestedRename("\(rename.old)=\(SQL.shown(rename.new))")
        }
        if options.message.isEmpty { options.message = Self.message(of: findings) }
        try edits.write()
        do {
            // What a hook leaves out is no change.
            guard let revision = try await revise(options) else { throw DriftAdoptionError.impossible(findings) }
            return AdoptedDrift(
                findings: findings, files: edits.outcomes, script: revision.script, proof: revision.proof,
                isStamped: isAtHead)
        } catch {
            edits.restore()
            throw error
        }
    }

    /// `take over index users_email_idx and 2 more`
    private static func message(of findings: [Finding]) -> String {
        guard let first = findings.first?.subject.object else { return "take over" }
        let more = findings.count > 1 ? " and \(findings.count - 1) more" : ""
        let name = (first.target ?? first)
        let own = name.kind == .function || name.kind == .aggregate ? name.path.dropLast().last ?? "" : name.name
        return "take over \(first.kind.rawValue) \(own)\(more)"
    }

    /// What the next upgrade will do with a revision that takes drift over.
    public func outlook(on member: FleetMember, of revision: RevisionID) async -> AdoptionOutlook {
        do {
            let other = try await at(member)
            return try await other.outlook(of: revision)
        } catch let error as ChangedByHand {
            return .stops(error)
        } catch {
            let text = (error as? any ExplainedError)?.reason ?? "\(error)"
            return .unreachable(text.split(separator: "\n").first.map(String.init) ?? text)
        }
    }

    private func outlook(of revision: RevisionID) async throws -> AdoptionOutlook {
        let graph = try project.revisions.graph()
        return try await withDatabase { connection in
            guard let connection else { return .runs(pending: graph.scripts.count) }
            let scripts = try await migrator(connection, graph).steps(.upgrade, to: [RevisionReference(revision)])
            guard !scripts.isEmpty else { return .applied }
            let recorded = try await checkDrift(before: scripts, .upgrade, graph, on: connection, isAllowed: false)
            return recorded.contains(revision) ? .recorded : .runs(pending: scripts.count)
        }
    }
}

extension DriftSelection {
    /// Those of the findings that are meant, with what they can't be without.
    func chosen(
        among findings: [Finding], from expected: Catalog, to live: Catalog
    ) throws(DriftAdoptionError) -> [Finding] {
        let possible = findings.filter { $0.adopt != nil || $0.comesAlong }
        guard case .ids(let ids) = self else { return possible }
        let unknown = ids.filter { id in !findings.contains { $0.id == id } }
        guard unknown.isEmpty else { throw .unknown(unknown, known: possible) }
        let impossible = findings.filter { ids.contains($0.id) && $0.adopt == nil && !$0.comesAlong }
        guard impossible.isEmpty else { throw .impossible(impossible) }
        let owners = possible.reduce(into: [ObjectID: String]()) { owners, finding in
            for id in finding.objects { owners[id] = finding.id }
        }
        let dependents = expected.dependents()
        // Where a column has one text, what is said in that goes together.
        let columns =
            expected.dialect.authoring.declaresChanges
            ? [:]
            : possible.reduce(into: [ObjectID: [String]]()) {
                for column in $1.columns(in: live, expected) { $0[column, default: []].append($1.id) }
            }
        // What no statement of its own makes comes with what it needs.
        let along = possible.filter(\.comesAlong).reduce(into: [ObjectID: [String]]()) { along, finding in
            for need in finding.objects.flatMap({ Array(live.needs(of: $0)) }) {
                along[need, default: []].append(finding.id)
            }
        }
        var chosen: Set<String> = []
        var pending = ids
        while let id = pending.popLast() {
            guard chosen.insert(id).inserted, let finding = possible.first(where: { $0.id == id }) else { continue }
            pending += finding.columns(in: live, expected).flatMap { columns[$0] ?? [] }
            for object in finding.objects {
                // What comes needs what it is made of, and what goes takes along what is made of it.
                let needs = live.needs(of: object).filter { !expected.contains($0) }
                let gone = live.contains(object) ? [] : dependents[object] ?? []
                pending += (needs + gone).compactMap { owners[$0] } + (along[object] ?? [])
            }
        }
        return possible.filter { chosen.contains($0.id) }
    }
}

extension Finding {
    /// The subject and the parts that share its fate.
    fileprivate var objects: [ObjectID] { [subject.object].compactMap(\.self) + parts }

    /// Whether no statement of its own makes it, as a column that comes from a parent.
    fileprivate var comesAlong: Bool {
        adopt == nil && (kind == .unexpected || kind == .missing || kind == .changed)
    }

    /// The columns in whose definitions its objects may stand.
    fileprivate func columns(in catalogs: Catalog...) -> [ObjectID] {
        objects.flatMap { id -> [ObjectID] in
            if id.kind == .column || id.kind == .columnDefault { return [ObjectID(.column, path: id.path)] }
            guard id.kind == .constraint,
                let body = catalogs.lazy.compactMap({ $0.body(id, as: Constraint.self) }).first, body.position.value < 0
            else { return [] }
            return body.columns.map { ObjectID(.column, path: id.path.dropLast() + [$0]) }
        }
    }
}
