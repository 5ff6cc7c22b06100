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
        return table.columns.value.first { Self.column($0, of: content, in: catalog) == nil }.map {
            "no such column: \(content.name).\($0)"
        }
    }

    /// Whether the rows that it has indexed are read as others from now on.
    private func isOutdated(by changes: [ObjectID: Change], from: Catalog, to: Catalog) -> Bool {
        guard flaw(in: to) == nil, let before = Self.content(of: table, in: from),
            let after = Self.content(of: table, in: to)
        else { return false }
        guard before.kind == .table, after.kind == .table else { return changes[after] != nil }
        let names = table.columns.value
        let pairs = names.map { (Self.column($0, of: before, in: from), Self.column($0, of: after, in: to)) }
        return pairs.contains { old, new in
            guard let old = old.flatMap({ from.body($0, as: Column.self) }),
                let new = new.flatMap({ to.body($0, as: Column.self) })
            else { return true }
            let isAlike =
                old.generated == new.generated
                && Affinity(old.type, strict: false) == Affinity(new.type, strict: false)
            return !isAlike
        }
    }

    /// The changes with those of indexes that stay and must be filled anew.
    static func added(to changes: [Change], from: Catalog, to: Catalog) -> [Change] {
        let known = Dictionary(changes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var result = changes
        for object in from.objects {
            guard let index = FullTextIndex(object), known[object.id] == nil, let after = to[object.id],
                index.isOutdated(by: known, from: from, to: to)
            else { continue }
            result.append(.alter(Alteration(from: object, to: after, differences: [])))
        }
        return result
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
