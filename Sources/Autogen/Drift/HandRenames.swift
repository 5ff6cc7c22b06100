import AutogenConnection
import AutogenDiff
import AutogenDrift
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// What somebody has given another name by hand, and the expected schema under these names.
struct HandRenames {
    let renames: Renames
    /// As a database says that has got the new names.
    let expected: Catalog
    private let before: Catalog
    private let live: Catalog

    fileprivate init(_ start: RenamedStart, before: Catalog, live: Catalog) {
        renames = start.script.renames
        expected = start.catalog
        self.before = before
        self.live = live
    }

    /// One for each object with another name; what stands in it goes with it.
    var findings: [Finding] {
        let groups = Dictionary(grouping: renames.all) { outermost(of: $0) }
        return groups.sorted { $0.key < $1.key }.compactMap { root, renames in
            guard let id = before.object(of: root.old) else { return nil }
            let isMember = Address(id) != root.old
            let message =
                isMember
                ? "\(root.old.kind) \(SQL.shown([root.old.ownName])) is called \(SQL.shown(root.new)) now"
                : "is called \(SQL.shown(root.new)) now"
            var finding = Finding.renamed(id, message, renames)
            finding.parts = renames.filter { $0 != root }.compactMap { before.object(of: $0.old) }
            let script = script(renames)
            finding.adopt = repair(script.statements)
            finding.restore = repair(script.reversed)
            return finding
        }
    }

    /// The statements that give all the new names, and those that give the old ones back.
    var repairs: (adopt: Repair, restore: Repair) {
        let script = script(renames.all)
        return (repair(script.statements), repair(script.reversed))
    }

    private func script(_ renames: [Rename]) -> RenameScript {
        RenameScript(Renames(renames), from: before, to: live, rules: before.dialect.rules)
    }

    private func repair(_ statements: [Statement]) -> Repair {
        let sql = ScriptText.text(of: Statement.inTransactions(statements, in: before.dialect), in: before.dialect)
        return Repair(sql: sql + "\n", hazards: statements.flatMap(\.hazards).unique, statements: statements)
    }

    /// The rename of the schema or of the table that an object stands in, or its own.
    private func outermost(of rename: Rename) -> Rename {
        let schema = renames.all.first { other in
            other.old.kind == Kind.namespace.rawValue && other.old.ownName == rename.old.path.first
        }
        let whole = renames.all.first { other in
            rename.old.isMember && other.old.path == Array(rename.old.path.prefix(2))
        }
        return schema ?? whole ?? rename
    }
}

extension SchemaMigrator {
    /// What differs from the expected schema in nothing but its name, as a database confirms; `nil` where there is nothing
    /// of it, or no scratch database.
    func renamedByHand(_ expected: Catalog, _ live: Catalog) async throws -> HandRenames? {
        var candidates = RenameDetection.candidates(from: expected, to: live, accepted: Renames([])).map(\.rename)
        while !candidates.isEmpty {
            let renames = Renames(candidates)
            let renamed: RenamedStart?
            do {
                renamed = try await self.renamed(expected, to: live, by: renames)
            } catch let error as any ExplainedError where error.category != .cancelled {
                // Then they are told as what goes and what comes.
                return nil
            }
            guard let renamed else { return nil }
            let changed = Set(Comparison.changes(from: renamed.catalog, to: live).map(\.id))
            let same = candidates.filter { isSame(renames.renamed($0.old), renamed.catalog, live, changed) }
            guard same.count < candidates.count else {
                return HandRenames(renamed, before: expected, live: live)
            }
            candidates = same
        }
        return nil
    }

    /// Whether an object under its new name is what is there.
    private func isSame(_ object: Address, _ expected: Catalog, _ live: Catalog, _ changed: Set<ObjectID>) -> Bool {
        guard let id = live.object(of: object), expected.contains(id), !changed.contains(id) else { return false }
        if let one = expected.body(id, as: Column.self), let other = live.body(id, as: Column.self) {
            // One that was added has another place than one that was renamed.
            return one.position.value == other.position.value
        }
        let parts = live.objects.ids.filter { live.parent(of: $0) == id }
        return parts.isEmpty || parts.count(where: changed.contains) * 2 < parts.count
    }
}

extension Catalog {
    /// The object of an address; of a label or an attribute the type that has it.
    fileprivate func object(of address: Address) -> ObjectID? {
        if let kind = Kind(rawValue: address.kind) {
            let id = ObjectID(kind, path: address.path)
            return contains(id) ? id : nil
        }
        let path = Array(address.path.dropLast())
        return [Kind.enumType, .compositeType].lazy.map { ObjectID($0, path: path) }.first(where: contains)
    }
}
