import AutogenSchema

/// `ALTER TABLE ... RENAME TO` and `RENAME COLUMN`, which carry the name into triggers, views and foreign keys
/// (<https://www.sqlite.org/lang_altertable.html>).
enum SQLiteRenaming {
    static func statement(_ step: RenameStep) -> SQL {
        guard step.object.isMember else { return "ALTER TABLE \(name: step.oldName) RENAME TO \(name: step.name)" }
        return "ALTER TABLE \(name: step.from[1]) RENAME COLUMN \(name: step.oldName) TO \(name: step.name)"
    }

    /// Everything else holds no rows, and is made anew under its new name.
    static func isAlone(_ object: Address) -> Bool {
        [Kind.table, .virtualTable, .column].contains { $0.rawValue == object.kind }
    }

    /// Views and triggers that can't be resolved, and what reads these: SQLite refuses to rename anything beside them.
    static func codeInTheWay(in start: Catalog) -> [CodeInTheWay] {
        let unresolved = start.objects.filter { UnresolvedCode.isCode($0.kind) && UnresolvedCode.mayNotResolve($0) }
        return code(unresolved.map(\.id), in: start)
    }

    /// A view, a trigger or an index, and what reads it.
    static func codeAround(_ object: Address, in start: Catalog) -> [CodeInTheWay] {
        guard let kind = Kind(rawValue: object.kind) else { return [] }
        return code([ObjectID(kind, path: object.path)], in: start)
    }

    /// Some code, and what reads it, before it.
    private static func code(_ roots: [ObjectID], in start: Catalog) -> [CodeInTheWay] {
        guard !roots.isEmpty else { return [] }
        let dependents = start.dependents()
        var pending = roots
        var found = Set(pending)
        while let id = pending.popLast() {
            for dependent in dependents[id] ?? [] where UnresolvedCode.isCode(dependent.kind) {
                if found.insert(dependent).inserted { pending.append(dependent) }
            }
        }
        // As the file has them: a view stands behind what it reads.
        return start.objects.filter { found.contains($0.id) }.reversed().compactMap {
            codeInTheWay(Address($0.id), in: start)
        }
    }

    /// A view, a trigger or an index, which holds nothing.
    private static func codeInTheWay(_ object: Address, in start: Catalog) -> CodeInTheWay? {
        guard let kind = Kind(rawValue: object.kind) else { return nil }
        let declaration: String
        switch start[ObjectID(kind, path: object.path)]?.definition {
        case .view(let view): declaration = view.declaration.value
        case .trigger(let trigger): declaration = trigger.declaration.value
        case .index(let index): declaration = index.declaration.value
        default: return nil
        }
        return CodeInTheWay(
            drop: Statement("DROP \(raw: kind.rawValue.uppercased()) \(name: object.ownName)"),
            creation: Statement(SQL(raw: declaration)))
    }
}
