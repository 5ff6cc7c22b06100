import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// What one finding of a drift report becomes in the declared files.
struct FindingEdit {
    /// How it is written, the most pleasant first.
    enum Manner: Int {
        /// Not at all, since it comes with what a table is a part of or inherits from.
        case nothing
        /// As an author would have written it.
        case author
        /// At the same place, in the words of the engine.
        case engine
        /// As a change behind what is there, as an author would have written it.
        case change
        /// The same in the words of the engine.
        case plainChange

        var isPleasant: Bool { self == .author || self == .change }
    }

    let finding: Finding
    let root: ObjectID
    /// Everything that comes, goes or changes with it.
    let changed: Set<ObjectID>
    var manner: Manner
    /// Columns as the database has them, before all that is said of them.
    let rank: Int

    init?(_ finding: Finding, from: Catalog, to: Catalog) {
        guard let root = finding.subject.object else { return nil }
        self.finding = finding
        self.root = root
        changed = Set(finding.objects)
        rank = to.body(root, as: Column.self)?.position.value ?? Int.max
        manner = .author
        if let whole = whole(from: from, to: to), Self.isChild(whole, in: to) { manner = .nothing }
    }

    private static func isChild(_ table: ObjectID, in catalog: Catalog) -> Bool {
        catalog.contains(ObjectID(.partition, path: table.path))
            || !(catalog.body(table, as: Table.self)?.inherits.isEmpty ?? true)
    }

    /// Goes on to a less pleasant manner; false where there is none.
    mutating func goOn() -> Bool {
        guard let next = Manner(rawValue: manner.rawValue + 1) else { return false }
        manner = next
        return true
    }

    /// The table or other object that it is part of or said about, when that is declared.
    func whole(from: Catalog, to: Catalog) -> ObjectID? {
        let whole = [to, from].whole(of: root)
        return whole != root && from.contains(whole) ? whole : nil
    }

    /// How a column or a constraint stands between the parentheses of its table.
    func member(_ id: ObjectID, in catalog: Catalog) -> String? {
        guard let object = catalog[id] else { return nil }
        let parts = [catalog[ObjectID(.columnDefault, path: id.path)]].compactMap(\.self)
        return catalog.dialect.rules.member(object, with: parts)?.text
    }

    /// Writes it into the files, in this manner or the next one that can be.
    ///
    /// - Parameters:
    ///   - from: what is declared.
    ///   - to: what the database has.
    mutating func apply(to text: inout SchemaText, from: Catalog, to: Catalog) -> Bool {
        repeat {
            let writer = EditWriter(edit: self, from: from, to: to)
            if writer.write(into: &text) { return true }
        } while goOn()
        return false
    }
}

/// Writes one finding in one manner.
private struct EditWriter {
    let edit: FindingEdit
    let from: Catalog
    let to: Catalog

    private var root: ObjectID { edit.root }
    private var engine: any AuthoringEngine { from.dialect.authoring }
    private var whole: ObjectID? { edit.whole(from: from, to: to) }

    func write(into text: inout SchemaText) -> Bool {
        guard edit.manner != .nothing else { return true }
        guard edit.manner == .author || edit.manner == .engine else { return writeChange(into: &text) }
        if let outcome = engine.writePart(edit, from: from, to: to, into: &text) { return outcome }
        switch (from[root], to[root]) {
        case (nil, let new?): return add(new, to: &text)
        case (let old?, nil): return remove(old, from: &text)
        case (let old?, let new?): return alter(old, new, in: &text)
        case (nil, nil): return false
        }
    }

    private func pleasant(_ sql: String, _ text: SchemaText) -> String {
        guard edit.manner.isPleasant else { return sql }
        return engine.pleasant(sql, isUnqualified: text.isUnqualified(whole ?? root))
    }

    // MARK: What comes

    private func add(_ object: SchemaObject, to text: inout SchemaText) -> Bool {
        switch object.definition {
        case .column:
            guard let whole, let member = edit.member(root, in: to) else { return false }
            return text.addColumn(pleasant(member, text), to: whole)
        case .constraint:
            guard let whole, let member = edit.member(root, in: to) else { return false }
            return text.addConstraint(pleasant(member, text), to: whole)
        case .columnDefault(let body):
            return setDefault(body, in: &text)
        case .domainConstraint: return rewriteDomain(in: &text)
        case .function(let body) where edit.manner == .author:
            let sql = RoutineBody.pleasant(pleasant(body.definition, text), like: "CREATE", from.dialect.syntax)
            return text.add(sql + ";", for: root, besides: whole)
        case .table where edit.manner == .author && partition != nil:
            return text.add(pleasant(partition ?? "", text), for: root, besides: partitioned)
        default:
            guard let sql = definition(in: to) else { return false }
            return text.add(pleasant(sql, text), for: root, besides: whole)
        }
    }

    /// The statements that make it, each with its semicolon.
    private func definition(in catalog: Catalog) -> String? {
        let definition = DefinitionText(catalog: catalog, rules: engine.rules)
        let statements = definition.statements(of: root, with: edit.finding.parts)?.filter(\.isOwn) ?? []
        return statements.isEmpty ? nil : statements.map { "\($0.sql.text);" }.joined(separator: "\n")
    }

    // MARK: What goes

    private func remove(_ object: SchemaObject, from text: inout SchemaText) -> Bool {
        switch object.definition {
        case .column:
            guard let whole else { return false }
            return text.remove(root, with: edit.finding.parts) || text.removeColumn(root, of: whole)
        case .constraint(let body):
            guard let whole else { return false }
            // It goes with its columns.
            let columns = body.columns.map { ObjectID(.column, path: whole.path + [$0]) }
            if !columns.isEmpty, !columns.contains(where: to.contains) { return true }
            return text.remove(root, with: edit.finding.parts) || text.removeConstraint(root, body, of: whole)
        case .columnDefault: return setDefault(nil, in: &text)
        case .domainConstraint: return rewriteDomain(in: &text)
        default:
            return text.remove(root, with: edit.finding.parts)
        }
    }

    // MARK: What changes

    private func alter(_ old: SchemaObject, _ new: SchemaObject, in text: inout SchemaText) -> Bool {
        switch (old.definition, new.definition) {
        case (.column(let from), .column(let to)):
            guard let whole else { return false }
            return text.changeColumn(root, of: whole, from: from, to: to)
        case (.constraint(let body), .constraint):
            guard let whole, let member = edit.member(root, in: to) else { return false }
            return text.replaceConstraint(root, body, of: whole, by: pleasant(member, text))
        case (.columnDefault, .columnDefault(let body)): return setDefault(body, in: &text)
        case (.enumType(let old), .enumType(let new)) where edit.manner == .author:
            return addLabels(from: old.labels, to: new.labels, in: &text)
        case (.compositeType(let old), .compositeType(let new)) where edit.manner == .author:
            return changeAttributes(from: old.attributes, to: new.attributes, in: &text)
        case (.domain, .domain), (.domainConstraint, .domainConstraint): return rewriteDomain(in: &text)
        // What a table has beside its members is said by statements of its own.
        case (.table, .table): return false
        case (.function(let old), .function(let new)) where edit.manner == .author:
            guard let written = text.statement(of: root) else { return false }
            let body = RoutineBody.replaced(in: written, from: old.definition, to: new.definition, from.dialect.syntax)
            let whole = RoutineBody.pleasant(pleasant(new.definition, text), like: written, from.dialect.syntax)
            return text.rewrite(root, as: body ?? whole + ";")
        default:
            guard let sql = definition(in: to) else { return false }
            return text.rewrite(root, as: pleasant(sql, text))
        }
    }

    private func setDefault(_ body: ColumnDefault?, in text: inout SchemaText) -> Bool {
        guard let whole else { return false }
        return text.setDefault(
            body.map { pleasant($0.expression, text) }, of: ObjectID(.column, path: root.path), in: whole)
    }

    private func addLabels(from old: [String], to new: [String], in text: inout SchemaText) -> Bool {
        guard new.filter(Set(old).contains) == old else { return false }
        var labels: [(label: String, previous: String)] = []
        for (place, label) in new.enumerated() where !old.contains(label) {
            guard let previous = new[..<place].last(where: old.contains) else { return false }
            labels.append((label, previous))
        }
        return text.addLabels(labels, to: root)
    }

    private func changeAttributes(
        from old: [CompositeType.Attribute], to new: [CompositeType.Attribute], in text: inout SchemaText
    ) -> Bool {
        let names = old.map(\.name)
        let added = new.filter { !names.contains($0.name) }
        let kept = new.filter { names.contains($0.name) }
        let isAppended = new.suffix(added.count).map(\.name) == added.map(\.name)
        let isOnlyType = kept.allSatisfy { attribute in
            old.contains { $0.name == attribute.name && $0.collation == attribute.collation }
        }
        guard isAppended, isOnlyType, added.allSatisfy({ $0.collation == nil }) else { return false }
        return text.changeAttributes(
            of: root, adding: added.map { pleasant("\(SQL.shown([$0.name])) \($0.type)", text) },
            removing: names.filter { name in !new.contains { $0.name == name } },
            retyping: kept.filter { !old.contains($0) }.map { ($0.name, pleasant($0.type, text)) })
    }

    /// A domain with all of its checks, which its statement has.
    private func rewriteDomain(in text: inout SchemaText) -> Bool {
        let domain = root.kind == .domain ? root : whole ?? root
        let checks = to.ids(of: .domainConstraint).filter { to.parent(of: $0) == domain }
        let statements = DefinitionText(catalog: to, rules: engine.rules).statements(of: domain, with: checks) ?? []
        let own = statements.filter(\.isOwn).map { pleasant($0.sql.text, text) + ";" }
        return !own.isEmpty && text.rewrite(domain, as: own.joined(separator: "\n"))
    }

    /// The partitioned table that a new table is cut from.
    private var partitioned: ObjectID? {
        to.body(ObjectID(.partition, path: root.path), as: Partition.self).map { ObjectID(.table, path: $0.parent) }
    }

    /// A table that has all from the one that it is a partition of.
    private var partition: String? {
        guard let body = to.body(ObjectID(.partition, path: root.path), as: Partition.self),
            to.body(root, as: Table.self)?.partitionKey == nil
        else { return nil }
        return (("CREATE TABLE \(name: root.path) PARTITION OF \(name: body.parent) \(raw: body.bound);") as SQL).text
    }

    // MARK: A change behind what is there

    private func writeChange(into text: inout SchemaText) -> Bool {
        guard engine.declaresChanges, let statements = edit.finding.adopt?.statements, !statements.isEmpty else {
            return false
        }
        let sql = statements.map { pleasant($0.sql.text, text) + ";" }.joined(separator: "\n")
        return text.addChange(sql, of: whole ?? root) || text.add(sql, for: root, besides: whole)
    }
}
