import AutogenDiff
package import AutogenSchema

/// The third phase of a plan: what happens to each object, those included that make way since they depend on something
/// that is dropped, recreated or disturbed (``ObjectPlan``), and what is done with rows.
///
/// What makes way is found in rounds: in each, the rules are asked with what the round before has decided, until nothing
/// is added.
package struct Impact: Sendable {
    package private(set) var objects: ObjectPlan
    /// Tables that go, whose rows are brought to others first.
    package let rowSources: Set<ObjectID>
    /// Tables that are there before and after, and those of their columns whose rows get a value in one `UPDATE`.
    package let fills: [ObjectID: [ObjectID]]
    /// The columns among them whose own steps come first: NULL is refused only once the rows have their values.
    package let filledAfterwards: Set<ObjectID>
    /// Dropped or recreated objects that stay until what holds on to them has changed over.
    package let keptWhileNeeded: Set<ObjectID>
    /// Those of them that are renamed first, and columns whose values take another form first.
    package let setAside: Set<ObjectID>

    init(_ start: Renamed, to: Catalog, decisions: Decisions, rules: any DDLRules) {
        var objects = ObjectPlan(start, to: to, decisions: decisions)
        while case let next = objects.adding(Self.additions(to: objects, rules)), next.isLarger(than: objects) {
            objects = next
        }
        let rows = rules.rowWork(in: objects)
        self.objects = objects
        rowSources = rows.rowSources
        fills = rows.fills
        filledAfterwards = rows.filledAfterwards
        let held = Self.held(objects, rows.rowSources, rules)
        keptWhileNeeded = held.kept
        setAside = held.renamed.union(rules.setAside(in: objects))
    }

    /// The same for statements that let others work meanwhile.
    func keeping(_ online: OnlineTables, swapping swapped: Set<ObjectID>) -> Impact {
        var impact = self
        impact.objects = objects.keeping(online, swapping: swapped)
        return impact
    }

    /// The table with which a column or default goes, when its rows are brought to another first: on its own it would take
    /// their values away too soon.
    func rowSource(of id: ObjectID) -> ObjectID? { Self.rowSource(of: id, among: rowSources, objects) }

    /// Whether the object goes only after its rows have been brought to another table, so that nothing that one needs can
    /// wait for it.
    func waitsForRows(_ id: ObjectID) -> Bool { rowSources.contains(id) || rowSource(of: id) != nil }

    /// The objects that need one that is altered and go, in so far as they don't wait for rows themselves.
    func droppedDependents(of step: Step) -> [ObjectID] {
        guard case .alter(let change) = step else { return [] }
        return (objects.dependents[change.id] ?? []).filter { objects.isTornDown($0) && !waitsForRows($0) }
    }

    /// Whether values go for good with an object that is dropped: they stay as long as they can, so that there is time to
    /// bring them elsewhere.
    func losesValues(with id: ObjectID) -> Bool { !waitsForRows(id) && objects.losesValues(with: id) }
}

/// What is done with the rows of tables, apart from their schema.
package struct RowWork: Sendable {
    /// Tables that go, whose rows are brought to others first.
    package var rowSources: Set<ObjectID> = []
    /// The columns of tables, before and after the script there, whose rows get a value in one statement of their own.
    package var fills: [ObjectID: [ObjectID]] = [:]
    /// The columns among them that are new, get another type, or are computed no longer: they take NULL until their rows have
    /// a value.
    package var filledAfterwards: Set<ObjectID> = []

    package init() {}
}

extension Impact {
    /// What follows from what is decided: one round.
    private static func additions(to objects: ObjectPlan, _ rules: any DDLRules) -> ObjectPlan.Additions {
        var additions = ObjectPlan.Additions()
        for alteration in objects.altered.values {
            switch rules.strategy(for: alteration, in: objects) {
            case .recreate: additions.recreated.insert(alteration.id)
            case .alter(let disturbed): additions.recreated.formUnion(disturbed)
            }
        }
        for id in rules.setAside(in: objects) where objects.altered[id] == nil {
            guard let from = objects.from[id], let to = objects.to[id] else { continue }
            additions.altered[id] = Alteration(from: from, to: to, differences: [])
        }
        for id in objects.created.union(objects.recreated) {
            guard let object = objects.to[id] else { continue }
            additions.recreated.formUnion(rules.disturbed(byMaking: object, in: objects))
        }
        for id in objects.dropped.union(objects.recreated) {
            guard let object = objects.from[id] else { continue }
            additions.recreated.formUnion(rules.droppedAlong(with: object, in: objects))
            for id in objects.dependents[id] ?? [] where !objects.isTornDown(id) {
                guard let dependent = objects.from[id], let target = objects.to[id] else { continue }
                switch rules.action(on: dependent, atLossOf: object, in: objects) {
                case .stay: continue
                case .recreate: additions.recreated.insert(id)
                case .alter: additions.altered[id] = Alteration(from: dependent, to: target, differences: [])
                }
            }
        }
        return additions
    }

    /// Objects torn down that something altered, or rows on their way, hold on to, and those that these need in turn; and
    /// those of them that are renamed, since something that a holder will need takes their name.
    private static func held(
        _ objects: ObjectPlan, _ rowSources: Set<ObjectID>, _ rules: any DDLRules
    ) -> (kept: Set<ObjectID>, renamed: Set<ObjectID>) {
        var kept: Set<ObjectID> = []
        func keepNeeds(of holder: ObjectID) -> Bool {
            var isHolding = false
            for id in objects.from.needs(of: holder) where objects.isTornDown(id) {
                guard let object = objects.from[id], rules.occupiedNames(of: object).isMovable else { continue }
                isHolding = true
                if kept.insert(id).inserted { _ = keepNeeds(of: id) }
            }
            return isHolding
        }
        var made: Set<ObjectID> = []
        for holder in objects.altered.keys where keepNeeds(of: holder) {
            made.formUnion(objects.needs(of: holder).filter(objects.isMade))
        }
        if !rowSources.isEmpty {
            // A typed table holds on to its type.
            for table in rowSources { _ = keepNeeds(of: table) }
            // A default goes before its column does.
            for id in objects.from.objects.ids
            where id.kind == .column && rowSource(of: id, among: rowSources, objects) != nil {
                _ = keepNeeds(of: id)
            }
            made = objects.created.union(objects.recreated)
        }
        var taken: Set<String> = []
        for id in made { if let object = objects.to[id] { taken.formUnion(rules.occupiedNames(of: object).names) } }
        let renamed = kept.filter { id in
            objects.from[id].map { rules.occupiedNames(of: $0).names.contains(where: taken.contains) } ?? false
        }
        return (kept, renamed)
    }

    private static func rowSource(of id: ObjectID, among rowSources: Set<ObjectID>, _ objects: ObjectPlan) -> ObjectID?
    {
        guard !rowSources.isEmpty, id.kind == .column || id.kind == .columnDefault else { return nil }
        var whole = objects.from.parent(of: id)
        while let part = whole, !rowSources.contains(part) { whole = objects.from.parent(of: part) }
        return whole
    }
}
