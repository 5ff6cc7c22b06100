package import AutogenSchema

/// What a plan that changes a few objects must know of the rest of a catalog to come out as it does with all of it.
///
/// SQLite has few dependencies that reach beyond a table, and some questions about the schema as a whole: is there any
/// view or trigger that does not resolve, any string in double quotes, any table that refers to this one?
package struct SQLiteSurroundings: Sendable {
    private let catalog: Catalog
    private let parts: [ObjectID: [ObjectID]]
    private let dependents: [ObjectID: Set<ObjectID>]
    private let byName: [String: ObjectID]
    private let tables: [String: ObjectID]
    /// The tables with a foreign key to a name in small letters.
    private let referrers: [String: Set<ObjectID>]
    private let targets: ForeignKeyTargets
    /// What answers the questions about the whole.
    private let witnesses: Set<ObjectID>
    private let hasStrings: Bool

    package init(_ catalog: Catalog) {
        self.catalog = catalog
        parts = catalog.partsByParent()
        dependents = catalog.dependents()
        byName = Dictionary(
            catalog.objects.ids.map { ($0.name.folded, $0) }, uniquingKeysWith: { min($0, $1) })
        let tables = catalog.objects.ids.filter { $0.kind == .table }
        self.tables = Dictionary(tables.map { ($0.name.folded, $0) }, uniquingKeysWith: { min($0, $1) })
        targets = ForeignKeyTargets(catalog)
        var referrers: [String: Set<ObjectID>] = [:]
        for id in tables {
            for name in targets.references(of: id) { referrers[name, default: []].insert(id) }
        }
        self.referrers = referrers
        let string = StringsInDoubleQuotes.first(in: catalog)
        let code = catalog.objects.filter(UnresolvedCode.mayNotResolve).map(\.id)
        let aside = catalog.objects.ids.filter { $0.name.folded.hasPrefix(TableAside.prefix) }
        witnesses = Set([string].compactMap(\.self) + code + aside)
        hasStrings = string != nil
    }

    /// The objects, all of their tables, and what must be known beside them.
    package func ids(around seeds: Set<ObjectID>) -> Set<ObjectID> {
        var wholes = Set((Array(seeds) + seeds.flatMap { dependents[$0] ?? [] }).map(whole))
        for table in wholes { wholes.formUnion(referrers[table.name.folded] ?? []) }
        for table in wholes {
            // Whether their foreign keys can be checked depends on the keys of these.
            wholes.formUnion(targets.references(of: table).compactMap { tables[$0] })
        }
        wholes.formUnion(readers(of: wholes))
        let ids = wholes.reduce(into: seeds.union(witnesses)) { insert($1, into: &$0) }
        return hasStrings ? ids : withNames(ids)
    }

    /// An object with its parts, and theirs.
    package func parts(of id: ObjectID) -> Set<ObjectID> {
        var ids: Set<ObjectID> = []
        insert(id, into: &ids)
        return ids
    }

    /// Code and full-text indexes that name one of the tables, themselves or through a view.
    private func readers(of tables: Set<ObjectID>) -> Set<ObjectID> {
        var found: Set<ObjectID> = []
        var pending = Array(tables)
        while let id = pending.popLast() {
            for reader in dependents[id] ?? [] where UnresolvedCode.isCode(reader.kind) || reader.kind == .virtualTable
            {
                if found.insert(reader).inserted { pending.append(reader) }
            }
        }
        return found
    }

    private func whole(of id: ObjectID) -> ObjectID {
        var whole = id
        while let next = catalog.parent(of: whole) { whole = next }
        return whole
    }

    private func insert(_ id: ObjectID, into ids: inout Set<ObjectID>) {
        ids.insert(id)
        for part in parts[id] ?? [] { insert(part, into: &ids) }
    }

    /// With what the texts between double quotes name, since without that they would pass for strings.
    private func withNames(_ ids: Set<ObjectID>) -> Set<ObjectID> {
        var ids = ids
        var names = Set(ids.map { $0.name.folded })
        var pending = Array(ids)
        while let id = pending.popLast() {
            guard let object = catalog[id] else { continue }
            for name in StringsInDoubleQuotes.quoted(in: object) where names.insert(name).inserted {
                guard let named = byName[name] else { continue }
                ids.insert(named)
                pending.append(named)
            }
        }
        return ids
    }
}
