import AutogenDiff
package import AutogenSchema

/// The third phase of a plan: what happens to each object, those included that make way since they depend on something
/// that is dropped, rebuilt or disturbed (``ObjectPlan``), and what is done with rows.
///
/// To find what makes way, each rule is asked with what is decided so far, until nothing more follows.
package struct Impact: Sendable {
    package let objects: ObjectPlan
    /// Tables that go, whose rows are brought to others first.
    package let carriers: Set<ObjectID>
    /// Tables that are there before and after, and those of their columns whose rows get a value in one `UPDATE`.
    package let fills: [ObjectID: [ObjectID]]
    /// Dropped or rebuilt objects that stay until what holds on to them has changed over.
    package let keptWhileNeeded: Set<ObjectID>
    /// Those of them that are renamed first.
    package let setAside: Set<ObjectID>

    init(_ start: Renamed, to: Catalog, decisions: Decisions, rules: any DDLRules) {
        var objects = ObjectPlan(start, to: to, decisions: decisions)
        Self.settle(&objects, rules)
        let rows = rules.rowWork(in: objects)
        self.objects = objects
        carriers = rows.carriers
        fills = rows.fills
        keptWhileNeeded = Self.keptWhileNeeded(objects, rows.carriers, rules)
        setAside = Self.setAside(objects, keptWhileNeeded, rules)
    }

    /// The table with which a column or default goes, when its rows are brought to another first: on its own it would take
    /// their values away too soon.
    func carrier(of id: ObjectID) -> ObjectID? { Self.carrier(of: id, among: carriers, objects) }

    /// Whether the object goes only after its rows have been brought to another table, so that nothing that one needs can
    /// wait for it.
    func isCarried(_ id: ObjectID) -> Bool { carriers.contains(id) || carrier(of: id) != nil }

    /// Whether values go for good with an object that is dropped: they stay as long as they can, so that there is time to
    /// bring them elsewhere.
    func losesValues(with id: ObjectID) -> Bool { !isCarried(id) && objects.losesValues(with: id) }
}

/// What is done with the rows of tables, apart from their schema.
package struct RowWork: Sendable {
    /// Tables that go, whose rows are brought to others first.
    package var carriers: Set<ObjectID> = []
    /// The columns of tables, before and after the script there, whose rows get a value in one statement of their own.
    package var fills: [ObjectID: [ObjectID]] = [:]

    package init() {}
}

extension Impact {
    /// Goes on until nothing more must make way; each rule sees what was decided before it is asked.
    private static func settle(_ objects: inout ObjectPlan, _ rules: any DDLRules) {
        var lost = objects.dropped.sorted()
        func rebuild(_ id: ObjectID) { if objects.rebuild(id) { lost.append(id) } }
        func react(to alteration: Alteration) {
            switch rules.reaction(to: alteration, in: objects) {
            case .rebuild: rebuild(alteration.id)
            case .alter(let disturbed): for id in disturbed.sorted() { rebuild(id) }
            }
        }
        for alteration in objects.altered.values.sorted(by: { $0.id < $1.id }) { react(to: alteration) }
        while let id = lost.popLast() {
            guard let object = objects.from[id] else { continue }
            for companion in rules.companions(of: object, in: objects) { rebuild(companion) }
            for id in (objects.dependents[id] ?? []).sorted() {
                guard !objects.isTornDown(id), let dependent = objects.from[id], let target = objects.to[id] else {
                    continue
                }
                switch rules.response(of: dependent, toLossOf: object, in: objects) {
                case .stay: continue
                case .rebuild: rebuild(id)
                case .alter: react(to: objects.alter(dependent, to: target))
                }
            }
        }
    }

    /// Objects torn down that something altered, or rows on their way, hold on to, and those that these need in turn.
    private static func keptWhileNeeded(
        _ objects: ObjectPlan, _ carriers: Set<ObjectID>, _ rules: any DDLRules
    ) -> Set<ObjectID> {
        var holders = Array(objects.altered.keys)
        if !carriers.isEmpty {
            holders += objects.from.objects.keys.filter { carrier(of: $0, among: carriers, objects) != nil }
        }
        var result: Set<ObjectID> = []
        while let holder = holders.popLast() {
            for id in objects.from.dependencies[holder] ?? [] where objects.isTornDown(id) {
                guard let object = objects.from[id], rules.canSetAside(object), result.insert(id).inserted else {
                    continue
                }
                holders.append(id)
            }
        }
        return result
    }

    /// Objects torn down whose names are taken again while something still holds on to them.
    private static func setAside(
        _ objects: ObjectPlan, _ keptWhileNeeded: Set<ObjectID>, _ rules: any DDLRules
    ) -> Set<ObjectID> {
        var taken: Set<String> = []
        for id in objects.created.union(objects.rebuilt) {
            if let object = objects.to[id] { taken.formUnion(rules.slots(of: object)) }
        }
        return keptWhileNeeded.filter { id in
            objects.from[id].map { rules.slots(of: $0).contains(where: taken.contains) } ?? false
        }
    }

    private static func carrier(of id: ObjectID, among carriers: Set<ObjectID>, _ objects: ObjectPlan) -> ObjectID? {
        guard !carriers.isEmpty, id.kind == .column || id.kind == .columnDefault else { return nil }
        var whole = objects.from.parents[id]
        while let part = whole, !carriers.contains(part) { whole = objects.from.parents[part] }
        return whole
    }
}
