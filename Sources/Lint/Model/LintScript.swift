package import AutogenSchema
import AutogenPlan
import AutogenSQLText

/// A script that is looked at, with what running it has shown.
package struct LintScript: Sendable {
    /// As messages show it.
    package let file: String
    package let dialect: Dialect
    /// Those of the upgrade, in order.
    package let statements: [LintStatement]
    /// The schema that the script starts from.
    package let before: Catalog
    /// The schema that it leads to.
    package let after: Catalog
    /// Whether a statement gives up where it waits for a lock too long, by the settings under which scripts run.
    package let limitsLocks: Bool
    /// Constraints and indexes that are not named as the project wants it.
    package var breaches: [NameBreach] = []
    private let names: ScriptNames
    private let changes: CatalogChanges
    private let relationsBefore: RelationNames
    let relationsAfter: RelationNames

    package init(
        file: String, dialect: Dialect, statements: [LintStatement], before: Catalog, after: Catalog,
        limitsLocks: Bool = false
    ) {
        self.file = file
        self.dialect = dialect
        self.statements = statements
        self.before = before
        self.after = after
        self.limitsLocks = limitsLocks
        names = ScriptNames(statements, dialect.syntax)
        relationsBefore = RelationNames(before)
        relationsAfter = RelationNames(after)
        changes = CatalogChanges(before: before, after: after, names)
    }

    /// The server's version.
    var version: ServerVersion { after.version }

    // MARK: - What comes, changes and goes

    /// What an object was before the script, perhaps under another name; `nil` where the script has made it.
    func original(_ id: ObjectID) -> ObjectID? { changes.originals[id] ?? (before.contains(id) ? id : nil) }

    /// Whether the script makes the table.
    func isNew(table: [String]) -> Bool { original(ObjectID(.table, path: table)) == nil }

    /// What comes with the script, in the order of names.
    func new(_ kind: Kind) -> [ObjectID] { changes.new.filter { $0.kind == kind } }

    /// What goes with the script and is no part of something else that does, in the order of names.
    func gone(_ kind: Kind) -> [ObjectID] { changes.gone.filter { $0.kind == kind } }

    /// What goes with the script, with the statement that drops it.
    package var drops: [(id: ObjectID, statement: Int)] { changes.gone.map { ($0, statement(of: $0)) } }

    /// What there is before and after the script and is not the same, with both.
    func changed<Body: ObjectBody>(_ type: Body.Type) -> [(id: ObjectID, old: Body, new: Body)] {
        changes.changed.compactMap { id, old in
            guard let old = before.body(old, as: type), let new = after.body(id, as: type) else { return nil }
            return (id, old, new)
        }
    }

    /// The functions that come and are so, or become so, in the order of names.
    func functions(becoming isSo: (Function) -> Bool) -> [ObjectID] {
        let old = Dictionary(changed(Function.self).map { ($0.id, $0.old) }, uniquingKeysWith: { first, _ in first })
        return (new(.function) + old.keys).sorted().filter { id in
            after.body(id, as: Function.self).map(isSo) ?? false && !(old[id].map(isSo) ?? false)
        }
    }

    // MARK: - Statements

    /// The statement that makes or changes an object.
    func statement(of id: ObjectID, columns: [String] = []) -> Int { names.statement(of: id, columns: columns) }

    /// The column of the end that a statement names, or adds.
    func column(_ name: String, of table: [String], at statement: LintStatement) -> ObjectID? {
        let place = statements.firstIndex { $0.sql.range == statement.sql.range } ?? statements.count
        let last = names.last(name, of: table, behind: place)
        let id = ObjectID(.column, path: path(of: Array(last.dropLast())) + last.suffix(1))
        return after.contains(id) ? id : nil
    }

    /// A fault of an object, at the statement that makes or changes it.
    func fault(
        _ message: String, _ advice: String, of id: ObjectID, columns: [String] = [], fix: String? = nil
    ) -> LintFault {
        LintFault(message, advice, fix: fix, at: statement(of: id, columns: columns), of: tables(of: id))
    }

    /// The table that an object is, or is part of.
    private func tables(of id: ObjectID) -> [[String]] {
        switch id.kind {
        case .table, .virtualTable: [id.path]
        case .column, .columnDefault, .constraint, .trigger, .policy, .rule: [id.tablePath]
        case .index: [after.body(id, as: Index.self)?.table ?? before.body(id, as: Index.self)?.table ?? []]
        default: []
        }
    }

    /// The path of a table that a statement names: with its schema, where there is one of that name.
    func path(of name: [String]) -> [String] {
        for names in [relationsBefore, relationsAfter] {
            if let table = names.table(name) { return table.path }
        }
        return name
    }

    /// A table that was there before the script, by the name that a statement gives it; `nil` for any other.
    func known(_ name: [String]) -> ObjectID? {
        let id = ObjectID(.table, path: path(of: name))
        return before.contains(id) ? id : original(id)
    }
}

extension ObjectID {
    /// The table that a column or a constraint is of.
    var tablePath: [String] { Array(path.dropLast()) }
}

extension Catalog {
    /// The primary key of a table.
    func primaryKey(of table: [String]) -> Constraint? {
        objects.ids.lazy.filter { $0.kind == .constraint && $0.tablePath == table }.compactMap {
            self.body($0, as: Constraint.self)
        }
        .first { $0.type == .primaryKey }
    }
}
