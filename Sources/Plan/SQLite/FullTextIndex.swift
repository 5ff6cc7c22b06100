import AutogenDiff
import AutogenSchema

/// A full-text index over the rows of another table or view (<https://www.sqlite.org/fts5.html#external_content_tables>).
///
/// SQLite fills it with nobody's rows: until it is told to, search finds nothing, and a deletion that it never knew of
/// damages it.
struct FullTextIndex {
    let id: ObjectID
    private let table: VirtualTable

    init?(_ object: SchemaObject) {
        guard case .virtualTable(let table) = object.definition, table.content.value == .external else { return nil }
        id = object.id
        self.table = table
    }

    /// The statement that reads all rows and makes the index anew.
    var rebuilding: Statement {
        Statement(
            "INSERT INTO \(name: id.name) (\(name: id.name)) VALUES ('rebuild')",
            hazards: [.rewrite("reads all rows of \(table.contentTable.value) for the full-text index \(id.name)")])
    }

    /// Whether there may be rows when it is made: those of a table that was there before, or of a view.
    func findsRows(in context: ObjectPlan) -> Bool {
        guard flaw(in: context.to) == nil, let content = Self.content(of: table, in: context.to) else { return false }
        return content.kind == .view || Self.content(of: table, in: context.from) != nil
    }

    /// What keeps it from finding the texts of its rows.
    func flaw(in catalog: Catalog) -> String? {
        guard let content = Self.content(of: table, in: catalog) else {
            return "no such table: \(table.contentTable.value)"
        }
        guard content.kind == .table else { return nil }
        return named.first { Self.column($0, of: content, in: catalog) == nil }.map {
            "no such column: \(content.name).\($0)"
        }
    }

    /// Whether it names a table, or a column of it, that gets another name.
    func reads(_ renames: Renames, in catalog: Catalog) -> Bool {
        guard let content = Self.content(of: table, in: catalog) else { return false }
        let columns = named.compactMap { Self.column($0, of: content, in: catalog) }
        return ([content] + columns).contains { renames.contains(Address($0)) }
    }

    /// The columns of the other table that its arguments name.
    private var named: [String] {
        let rowid = table.contentRowid.value
        return table.columns.value + (rowid.isEmpty || Self.rowids.contains(rowid.folded) ? [] : [rowid])
    }

    private static let rowids = Set(["rowid", "oid", "_rowid_"].map(\.folded))

    /// Whether rows that it has indexed may read otherwise from now on, or be numbered otherwise.
    private func isOutdated(by changed: Changed) -> Bool {
        guard flaw(in: changed.to) == nil, let before = Self.content(of: table, in: changed.from),
            let after = Self.content(of: table, in: changed.to)
        else { return false }
        guard before.kind == .table, after.kind == .table else { return changed.reaches(after) }
        guard changed.relations.contains(before) || changed.relations.contains(after) else { return false }
        let old = TableShape(before, changed.from, changed.oldParts)
        let new = TableShape(after, changed.to, changed.newParts)
        if old.hasRowid != new.hasRowid || old.rowidColumn?.folded != new.rowidColumn?.folded { return true }
        let names = table.columns.value.isEmpty ? new.members.map(\.name) : named
        return names.contains { name in
            guard let from = old.member(name)?.column, let to = new.member(name)?.column else { return true }
            return from.generated != to.generated || !from.notNull && to.notNull
                || Affinity(from.type, strict: old.isStrict) != Affinity(to.type, strict: new.isStrict)
        }
    }

    /// What two catalogs say of relations that change.
    private struct Changed {
        let from: Catalog
        let to: Catalog
        let oldParts: [ObjectID: [ObjectID]]
        let newParts: [ObjectID: [ObjectID]]
        /// Tables and views that change, themselves or in their columns.
        let relations: Set<ObjectID>

        init(_ changes: [Change], from: Catalog, to: Catalog) {
            self.from = from
            self.to = to
            oldParts = from.partsByParent()
            newParts = to.partsByParent()
            var relations: Set<ObjectID> = []
            for change in changes {
                relations.insert(change.id)
                if case .alter(let alteration) = change { relations.insert(alteration.from.id) }
                if let whole = from.parent(of: change.id) ?? to.parent(of: change.id) { relations.insert(whole) }
            }
            self.relations = relations
        }

        /// Whether a view, or what it reads, changes.
        func reaches(_ view: ObjectID) -> Bool {
            var pending = [view]
            var seen: Set<ObjectID> = []
            while let id = pending.popLast() {
                guard seen.insert(id).inserted else { continue }
                if relations.contains(id) { return true }
                pending += from.needs(of: id)
                pending += to.needs(of: id)
            }
            return false
        }
    }

    /// The changes with those of indexes that stay and must be filled anew.
    static func added(to changes: [Change], from: Catalog, to: Catalog) -> [Change] {
        let indexes = from.objects.compactMap { object in FullTextIndex(object).map { (object, $0) } }
        guard !indexes.isEmpty else { return changes }
        let known = Set(changes.map(\.id))
        let changed = Changed(changes, from: from, to: to)
        return changes
            + indexes.compactMap { object, index in
                guard !known.contains(object.id), let after = to[object.id], index.isOutdated(by: changed) else {
                    return nil
                }
                return .alter(Alteration(from: object, to: after, differences: []))
            }
    }

    /// Whether the table that holds its rows is the same after the script as before.
    static func contentStays(of table: VirtualTable, in context: ObjectPlan) -> Bool {
        guard let content = content(of: table, in: context.from), content.kind == .table,
            context.to.contains(content), !context.isTornDown(content), context.altered[content] == nil
        else { return false }
        return !(context.oldParts[content] ?? []).contains(where: context.dropped.contains)
    }

    /// The columns that must be there before it is filled.
    func columns(in catalog: Catalog) -> [ObjectID] {
        guard let content = Self.content(of: table, in: catalog), content.kind == .table else { return [] }
        return table.columns.value.compactMap { Self.column($0, of: content, in: catalog) }
    }

    private static func content(of table: VirtualTable, in catalog: Catalog) -> ObjectID? {
        catalog.objects.ids.first { id in
            (id.kind == .table || id.kind == .view || id.kind == .virtualTable)
                && id.name.folded == table.contentTable.value.folded
        }
    }

    private static func column(_ name: String, of table: ObjectID, in catalog: Catalog) -> ObjectID? {
        let id = ObjectID(.column, path: table.path + [name])
        if catalog.contains(id) { return id }
        return catalog.objects.ids.first {
            $0.kind == .column && $0.name.folded == name.folded && catalog.parent(of: $0) == table
        }
    }
}
