import AutogenDiff
import AutogenSchema

/// A virtual table in the place of an old one, with its rows: full text of its own and R*Tree.
///
/// An index over another table's rows is made anew from them, which takes no copy: see ``FullTextIndex``.
struct VirtualTableRebuild {
    let old: ObjectID
    let new: ObjectID
    let asideName: String
    private let declaration: String
    /// Columns of the new table with those of the old one that they get their values from.
    private let pairs: [(new: String, old: String)]
    private let hazards: [Hazard]
    private let hasRowid: Bool

    init?(_ alteration: Alteration, in context: ObjectPlan) {
        guard case .virtualTable(let before) = alteration.from.definition,
            case .virtualTable(let after) = alteration.to.definition, before.definition != after.definition,
            Self.canRead(before, in: context), after.content.value == .own || after.content.value == .none,
            before.isFullText == after.isFullText
        else { return nil }
        old = alteration.from.id
        new = alteration.to.id
        asideName = TableRebuild.asideName(for: old, in: context)
        declaration = after.declaration.value
        hasRowid = after.isFullText
        var pairs = after.columns.value.compactMap { name in
            before.columns.value.first { $0.folded == name.folded }.map { (new: name, old: $0) }
        }
        if !hasRowid, let new = after.columns.value.first, let old = before.columns.value.first {
            // The first column of an R*Tree is its key, whatever it is called.
            pairs = [(new, old)] + pairs.filter { $0.new != new && $0.old != old }
        }
        guard pairs.count > (hasRowid ? 0 : 1) else { return nil }
        self.pairs = pairs
        let kept = Set(pairs.map(\.old))
        hazards =
            [.rewrite("copies all rows of \(new.name) to a new table")]
            + before.columns.value.filter { !kept.contains($0) }.map {
                .dataLoss(alteration.from.id, "drops its column \($0) with its values")
            }
    }

    /// Whether the rows can be read from the table under another name.
    private static func canRead(_ table: VirtualTable, in context: ObjectPlan) -> Bool {
        switch table.content.value {
        case .own: true
        case .external: FullTextIndex.contentStays(of: table, in: context)
        case .none, .unknown: false
        }
    }

    var renaming: Statement { Statement("ALTER TABLE \(name: old.name) RENAME TO \(name: asideName)") }

    var statements: [Statement] {
        let targets = (hasRowid ? ["rowid"] : []) + pairs.map(\.new)
        let sources = (hasRowid ? ["rowid"] : []) + pairs.map(\.old)
        return [
            Statement(SQL(raw: declaration)),
            Statement(
                """
                INSERT INTO \(name: new.name) (\(names: targets))
                SELECT \(names: sources) FROM \(name: asideName)
                """, hazards: hazards),
            SQLiteEnvelope.check(that: new.name, has: asideName),
            Statement("DROP TABLE \(name: asideName)"),
        ]
    }
}

extension VirtualTable {
    fileprivate var isFullText: Bool { module.hasPrefix("fts") }
}
