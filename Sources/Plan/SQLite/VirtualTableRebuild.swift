import AutogenDiff
import AutogenSchema

/// A virtual table in the place of an old one, with its rows: full text of its own and R*Tree.
///
/// An index over another table's rows is made anew from them, which takes no copy: see ``FullTextIndex``.
struct VirtualTableRebuild {
    let old: ObjectID
    let new: ObjectID
    let aside: TableAside
    /// Whether the rows of the new table can be counted, which an index without texts does not allow.
    let isCounted: Bool
    private let declaration: String
    /// Columns of the new table with those of the old one that they get their values from.
    private let pairs: [Pair]
    private let hazards: [Hazard]
    private let hasRowid: Bool

    private struct Pair {
        let new: String
        let old: String
    }

    init?(_ alteration: Alteration, in context: ObjectPlan) {
        guard case .virtualTable(let before) = alteration.from.definition,
            case .virtualTable(let after) = alteration.to.definition, before.definition != after.definition,
            Self.canRead(before, alteration.from, in: context),
            after.content.value == .own || after.content.value == .none, before.isFullText == after.isFullText
        else { return nil }
        old = alteration.from.id
        new = alteration.to.id
        aside = TableAside(old, in: context)
        declaration = after.declaration.value
        isCounted = after.content.value == .own
        hasRowid = after.isFullText
        pairs = after.isFullText ? Self.pairs(before.columns.value, after.columns.value) : Self.boxes(before, after)
        guard pairs.count > (hasRowid ? 0 : 1) else { return nil }
        let kept = Set(pairs.map(\.old))
        var hazards: [Hazard] = [.rewrite("copies all rows of \(new.name) to a new table")]
        if before.content.value == .own {
            hazards += before.columns.value.filter { !kept.contains($0) }.map {
                .dataLoss(alteration.from.id, "drops its column \($0) with its values")
            }
            if !isCounted {
                hazards.append(.dataLoss(alteration.from.id, "keeps the index of its texts, and not the texts"))
            }
        }
        if before.module != after.module, !before.isFullText {
            hazards.append(
                .dataLoss(
                    alteration.from.id,
                    after.module == "rtree"
                        ? "makes floating point numbers of its coordinates, which rounds large ones"
                        : "rounds its coordinates to whole numbers"))
        }
        self.hazards = hazards
    }

    private static func pairs(_ old: [String], _ new: [String]) -> [Pair] {
        new.compactMap { name in old.first { $0.folded == name.folded }.map { Pair(new: name, old: $0) } }
    }

    /// The key and the coordinates of an R*Tree by their names, and by their places where both have another name.
    private static func boxes(_ old: VirtualTable, _ new: VirtualTable) -> [Pair] {
        let named = pairs(old.places, new.places)
        let others = zip(new.places, old.places).filter { place in
            !named.contains { $0.new == place.0 || $0.old == place.1 }
        }
        return named + others.map { Pair(new: $0, old: $1) }
            + pairs(old.auxiliaryColumns.value, new.auxiliaryColumns.value)
    }

    /// Whether the rows can be read from the table under another name.
    private static func canRead(_ table: VirtualTable, _ object: SchemaObject, in context: ObjectPlan) -> Bool {
        switch table.content.value {
        case .own: true
        case .external:
            FullTextIndex.contentStays(of: table, in: context)
                && FullTextIndex(object).map { $0.flaw(in: context.from) == nil } ?? false
        case .none, .unknown: false
        }
    }

    var statements: [Statement] {
        let targets = (hasRowid ? ["rowid"] : []) + pairs.map(\.new)
        let sources = (hasRowid ? ["rowid"] : []) + pairs.map(\.old)
        let copy: SQL = """
            INSERT INTO \(name: new.name) (\(names: targets))
            SELECT \(names: sources) FROM \(name: aside.name)
            """
        return [Statement(SQL(raw: declaration)), Statement(copy, hazards: hazards)]
            + (isCounted ? [SQLiteEnvelope.check(that: new.name, has: aside.name)] : [])
            + [Statement("DROP TABLE \(name: aside.name)")]
    }
}

extension VirtualTable {
    fileprivate var isFullText: Bool { ["fts3", "fts4", "fts5"].contains(module) }

    /// The key and the coordinates of an R*Tree.
    fileprivate var places: [String] { columns.value.filter { !auxiliaryColumns.value.contains($0) } }
}
