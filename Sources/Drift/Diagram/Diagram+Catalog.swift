package import AutogenSchema

extension Diagram {
    /// The picture of a whole schema.
    package init(of catalog: Catalog) {
        let wholes = catalog.ids.filter { Self.isEntity($0.kind) }
        self.init(of: catalog, wholes: wholes, marks: [:])
    }

    /// The picture of what was found, and of the tables that foreign keys tie to it.
    package init(of findings: [Finding], live: Catalog, expected: Catalog) {
        var marks: [ObjectID: DiagramMark] = [:]
        for finding in findings {
            guard let id = finding.subject.object, let mark = Self.mark(finding.kind) else { continue }
            marks[id] = mark
            for part in finding.parts where marks[part] == nil { marks[part] = mark }
        }
        guard !marks.isEmpty else {
            self.init()
            return
        }
        let both = Catalog.mixed(Set(live.objects.ids).union(expected.objects.ids), like: expected) {
            live.contains($0) ? live : expected
        }
        var wholes = Set(marks.keys.compactMap { Self.whole(of: $0, in: both) })
        let changed = wholes
        for object in both.objects {
            guard case .constraint(let constraint) = object.definition, constraint.type == .foreignKey,
                let table = both.parent(of: object.id)
            else { continue }
            let target = ObjectID(.table, path: Self.target(constraint, from: table))
            if changed.contains(table), both.contains(target) { wholes.insert(target) }
            if changed.contains(target) { wholes.insert(table) }
        }
        for id in changed {
            for need in both.needs(of: id) {
                if let whole = Self.whole(of: need, in: both) { wholes.insert(whole) }
            }
        }
        self.init(of: both, wholes: wholes.sorted(), marks: marks)
    }

    private init(of catalog: Catalog, wholes: [ObjectID], marks: [ObjectID: DiagramMark]) {
        let parts = catalog.partsByParent()
        let places = Dictionary(uniqueKeysWithValues: zip(wholes, 0...))
        self.init()
        for id in wholes {
            let own = parts[id] ?? []
            let mark = marks[id] ?? (own.contains { marks[$0] != nil } ? .changed : nil)
            entities.append(
                Entity(
                    name: Self.name(of: id, in: catalog), kind: id.kind.rawValue,
                    fields: Self.fields(of: id, own, catalog, marks), mark: mark))
        }
        for (place, id) in wholes.enumerated() {
            relations += Self.relations(of: id, at: place, parts[id] ?? [], catalog, places, marks)
        }
    }

    private static func isEntity(_ kind: Kind) -> Bool {
        switch kind {
        case .table, .view, .materializedView, .virtualTable: true
        default: false
        }
    }

    private static func mark(_ kind: FindingKind) -> DiagramMark? {
        switch kind {
        case .unexpected: .unexpected
        case .missing: .missing
        case .changed, .renamed, .invalidIndex, .unvalidatedConstraint, .disabledTrigger, .withoutRevision: .changed
        case .pendingRevision, .openExpansion, .editedRevision, .unknownRevision, .severalHeads, .unreachable: nil
        }
    }

    private static func whole(of id: ObjectID, in catalog: Catalog) -> ObjectID? {
        var whole: ObjectID? = id
        while let next = whole, !isEntity(next.kind) { whole = catalog.parent(of: next) }
        return whole
    }

    /// Where there is but one schema, without it.
    private static func name(of id: ObjectID, in catalog: Catalog) -> String {
        catalog.dialect.naming.hasSchemas ? SQL.dotted(id.path) : id.name
    }

    private static func target(_ constraint: Constraint, from table: ObjectID) -> [String] {
        constraint.references.count > 1 ? constraint.references : [table.path.first ?? ""] + constraint.references
    }

    private static func fields(
        of id: ObjectID, _ parts: [ObjectID], _ catalog: Catalog, _ marks: [ObjectID: DiagramMark]
    ) -> [EntityField] {
        var primary: Set<String> = []
        var foreign: Set<String> = []
        for part in parts {
            guard let constraint = catalog.body(part, as: Constraint.self) else { continue }
            if constraint.type == .primaryKey { primary.formUnion(constraint.columns.lazy.map(\.exact)) }
            if constraint.type == .foreignKey { foreign.formUnion(constraint.columns.lazy.map(\.exact)) }
        }
        if let view = catalog.body(id, as: View.self) { return view.columns.map(field) }
        if let view = catalog.body(id, as: MaterializedView.self) { return view.columns.map(field) }
        let columns = parts.compactMap { part in catalog.body(part, as: Column.self).map { (part, $0) } }
        return columns.sorted { $0.1.position.value < $1.1.position.value }.map { part, column in
            var field = EntityField(name: part.name, type: column.type)
            field.isPrimary = primary.contains(part.name.exact)
            field.isForeign = foreign.contains(part.name.exact)
            field.mark = marks[part]
            return field
        }
    }

    private static func field(_ attribute: CompositeType.Attribute) -> EntityField {
        EntityField(name: attribute.name, type: attribute.type)
    }

    private static func relations(
        of id: ObjectID, at place: Int, _ parts: [ObjectID], _ catalog: Catalog, _ places: [ObjectID: Int],
        _ marks: [ObjectID: DiagramMark]
    ) -> [Relation] {
        guard id.kind == .table else {
            return catalog.needs(of: id).compactMap { whole(of: $0, in: catalog) }.uniqueSorted
                .compactMap { need in
                    guard let target = places[need], target != place else { return nil }
                    return Relation(from: place, to: target, label: "", isKey: false)
                }
        }
        return parts.compactMap { part in
            guard let constraint = catalog.body(part, as: Constraint.self), constraint.type == .foreignKey,
                let target = places[ObjectID(.table, path: self.target(constraint, from: id))]
            else { return nil }
            return Relation(
                from: place, to: target, label: constraint.columns.joined(separator: ", "), isKey: true,
                mark: marks[part])
        }
    }
}

extension [ObjectID] {
    fileprivate var uniqueSorted: [ObjectID] { Set(self).sorted() }
}
