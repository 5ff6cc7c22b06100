import AutogenDrift
import AutogenSchema

/// Which findings of a drift report are taken over.
public enum DriftSelection: Sendable, Hashable {
    /// Each that can be.
    case all
    /// Those of these ids.
    case ids([String])
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
        // What has another name now is there under that.
        let named = possible.reduce(into: [ObjectID: String]()) { named, finding in
            let renames = Renames(finding.renames)
            for rename in finding.renames {
                let object = renames.renamed(rename.old)
                if let kind = Kind(rawValue: object.kind) { named[ObjectID(kind, path: object.path)] = finding.id }
            }
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
                pending += live.needs(of: object).compactMap { named[$0] }
            }
        }
        return possible.filter { chosen.contains($0.id) }
    }
}

extension Finding {
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
