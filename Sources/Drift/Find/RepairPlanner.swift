import AutogenDiff
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// Plans the repair of single findings, and of all at once, in one direction.
struct RepairPlanner: Sendable {
    private let from: Catalog
    private let to: Catalog
    private let rules: any DDLRules
    private let groups: ChangeGroups
    private let neighbourhood: Neighbourhood
    /// What takes the place of the neighbourhood where a table is only ever altered as a whole: of both catalogs.
    private let surroundings: [any Surroundings]
    private let dependents: [ObjectID: Set<ObjectID>]
    /// Who holds a name that must be free before something can be made.
    private var holders: [String: Int] = [:]
    /// The groups that touch a table, where a table is only ever altered as a whole.
    private var groupsByTable: [ObjectID: Set<Int>] = [:]

    init(from: Catalog, to: Catalog, neighbourhood: Neighbourhood, rules: any DDLRules) {
        self.from = from
        self.to = to
        self.rules = rules
        self.neighbourhood = neighbourhood
        groups = ChangeGroups(from: from, to: to)
        surroundings = [from, to].compactMap { from.dialect.repair.surroundings(of: $0) }
        dependents = from.dependents()
        for (place, group) in groups.groups.enumerated() {
            for change in group.changes {
                if case .drop(let object) = change {
                    for name in rules.occupiedNames(of: object).names { holders[name] = place }
                }
                if !surroundings.isEmpty { groupsByTable[whole(of: change.id), default: []].insert(place) }
            }
        }
    }

    /// The SQL that repairs the finding of an object; `nil` where SQL can't.
    func repair(of root: ObjectID) -> Repair? {
        guard let place = groups.places[root] else { return nil }
        let places = closure(of: place)
        var changed = Set(places.flatMap { groups.groups[$0].changes.map(\.id) })
        if !surroundings.isEmpty { changed.formUnion(tables(of: changed)) }
        let ids = surroundings.isEmpty ? neighbourhood.ids(around: changed) : ids(around: changed)
        let start = Catalog.mixed(ids, like: from) { _ in from }
        let goal = Catalog.mixed(ids, like: from) { changed.contains($0) ? to : from }
        let others = places.filter { $0 != place }.map { groups.groups[$0].root.description }.sorted()
        return repair(from: start, to: goal, together: others)
    }

    /// The SQL that repairs everything.
    func whole() -> Repair? { repair(from: from, to: to, together: []) }

    private func repair(from start: Catalog, to goal: Catalog, together: [String]) -> Repair? {
        guard let plan = try? Planner(rules: rules).plan(from: start, to: goal), !plan.statements.isEmpty else {
            return nil
        }
        let statements = Statement.inTransactions(plan.statements, in: from.dialect)
        let sql = ScriptText.text(of: statements, in: from.dialect)
        return Repair(
            sql: sql + "\n", hazards: plan.hazards.unique, together: together,
            statements: plan.statements.filter(\.isOwn))
    }

    /// The groups that must be repaired together with one: those whose objects it needs, those that need what it drops,
    /// and those that hold a name it takes.
    private func closure(of place: Int) -> Set<Int> {
        var found: Set<Int> = []
        var pending = [place]
        while let next = pending.popLast() {
            guard found.insert(next).inserted else { continue }
            for change in groups.groups[next].changes { pending += partners(of: change) }
        }
        return found
    }

    private func partners(of change: Change) -> [Int] {
        var partners = Array(groupsByTable[whole(of: change.id)] ?? [])
        switch change {
        case .create(let object):
            partners += makers(of: to.needs(of: object.id))
            partners += rules.occupiedNames(of: object).names.compactMap { holders[$0] }
        case .alter(let alteration): partners += makers(of: to.needs(of: alteration.id))
        case .drop(let object): partners += (dependents[object.id] ?? []).compactMap { groups.places[$0] }
        }
        return partners
    }

    /// The groups that make what is needed and not there.
    private func makers(of needs: CatalogNeeds) -> [Int] {
        needs.filter { !from.contains($0) }.compactMap { groups.places[$0] }
    }

    private func whole(of id: ObjectID) -> ObjectID {
        var whole = id
        while let next = from.parent(of: whole) ?? to.parent(of: whole) { whole = next }
        return whole
    }

    private func ids(around changed: Set<ObjectID>) -> Set<ObjectID> {
        surroundings.reduce(into: changed) { $0.formUnion($1.ids(around: changed)) }
    }

    /// The tables of the objects with all their parts.
    private func tables(of ids: Set<ObjectID>) -> Set<ObjectID> {
        Set(ids.map(whole).filter { $0.kind == .table }).reduce(into: []) { all, table in
            for surrounding in surroundings { all.formUnion(surrounding.parts(of: table)) }
        }
    }
}
