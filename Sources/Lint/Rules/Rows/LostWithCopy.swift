import AutogenPlan
import AutogenSchema

/// A table is made anew under its name, and what hung on the old one is gone: triggers, indexes, policies.
///
/// Copying the rows does not bring them along. Make them again behind the copy; what is meant to go is dropped by its
/// name, so that a reader sees it.
///
/// ```sql
/// CREATE TABLE users_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
/// INSERT INTO users_new SELECT id, name FROM users;
/// DROP TABLE users;
/// ALTER TABLE users_new RENAME TO users;
/// CREATE TRIGGER users_touch AFTER UPDATE ON users BEGIN SELECT 1; END;
/// ```
enum LostWithCopy: LintRule {
    static let code = "lost-with-copy"

    static func faults(in script: LintScript) -> [LintFault] {
        var dropped: [[String]: Int] = [:]
        for (place, statement) in script.statements.enumerated() {
            for use in statement.facts.uses where use.effect == .dropped && use.relation.kind == Kind.table.rawValue {
                dropped[use.relation.path] = place
            }
        }
        let kinds: [Kind] = [.trigger, .index, .policy]
        return kinds.flatMap { script.gone($0) }.sorted().compactMap { id in
            let isIndex = id.kind == .index
            let table = isIndex ? script.before.body(id, as: Index.self)?.table ?? [] : id.tablePath
            let whole = ObjectID(.table, path: table)
            guard let place = dropped[table], script.after.contains(whole), !script.drops(id) else { return nil }
            return LintFault(
                "\(id) goes with the old \(SQL.shown(table)), and nothing makes it again",
                "make it again behind the copy, or drop it by name", at: place, of: [table])
        }
    }
}

extension LintScript {
    /// Whether a statement drops something by its name.
    func drops(_ id: ObjectID) -> Bool {
        statements.contains { statement in
            switch statement.shape {
            case .drop(_, let names):
                names.contains { $0.last.map(dialect.syntax.key(of:)) == dialect.syntax.key(of: id.name) }
            case .createTable, .createIndex, .createPart, .create, .alterTable, .alter, .other: false
            }
        }
    }
}
