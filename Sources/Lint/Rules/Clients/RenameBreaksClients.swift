import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// Programs that run now ask by the old name, and fail the moment the new one is there.
///
/// Either the programs are stopped meanwhile, or the old name goes on as a view for as long as they run. So it is with
/// tables and their columns, with schemas, types and their values, functions and sequences.
///
/// ```sql
/// ALTER TABLE users RENAME TO people;
/// CREATE VIEW users AS SELECT * FROM people;
/// ```
enum RenameBreaksClients: StatementRule {
    static let code = "rename-breaks-clients"

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        switch statement.shape {
        case .alterTable(let table, let clauses): return fault(statement, table, clauses, script)
        case .alter(let kind, let name, let words, let newName):
            return fault(kind, name, words, newName, script)
        case .createTable, .createIndex, .createPart, .create, .drop, .other: return nil
        }
    }

    private static func fault(
        _ statement: LintStatement, _ table: [String], _ clauses: [AlterClause], _ script: LintScript
    ) -> LintFault? {
        guard statement.facts.uses.contains(where: { $0.lock?.blocksReads == true }),
            let clause = clauses.first(where: { $0.newName != nil && $0.constraint == nil }), let name = clause.newName
        else { return nil }
        let shown = SQL.shown(table)
        guard clause.column == nil else {
            // No program knows a column that the script has added.
            guard let id = script.column(name, of: table, at: statement), script.original(id) != nil else { return nil }
            return LintFault(
                "programs that run now ask \(shown) by the old name of a column",
                "add the new column beside it, keep both in step, and drop the old one once no program asks by it")
        }
        guard !script.relationsAfter.contains(table) else { return nil }
        let isMove = clause.words.first == "SET"
        let target = isMove ? [name, table.last ?? ""] : table.dropLast() + [name]
        return LintFault(
            "programs that run now ask \(shown) by its old name",
            "keep the old name as a view until no program asks by it",
            fix: "\(statement.sql.text);\nCREATE VIEW \(SQL.dotted(table)) AS SELECT * FROM \(SQL.dotted(target));")
    }

    private static func fault(
        _ kind: String, _ name: [String], _ words: [String], _ newName: [String], _ script: LintScript
    ) -> LintFault? {
        guard kinds.contains(kind), script.wasThere(name) else { return nil }
        let isPart = words.starts(with: ["RENAME", "VALUE"]) || words.starts(with: ["RENAME", "ATTRIBUTE"])
        guard isPart || name != newName else { return nil }
        return LintFault(
            isPart
                ? "programs that run now ask \(kind.lowercased()) \(SQL.shown(name)) by the old name of a \(words[1].lowercased())"
                : "programs that run now ask for \(kind.lowercased()) \(SQL.shown(name)) by its old name",
            "let both names be known until no program asks by the old one")
    }

    private static let kinds: Set = [
        "SCHEMA", "TYPE", "DOMAIN", "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "SEQUENCE",
    ]
}

extension LintScript {
    /// Whether there was something of a name before the script, other than a table.
    func wasThere(_ name: [String]) -> Bool {
        let kinds: [Kind] = [
            .namespace, .enumType, .compositeType, .domain, .rangeType, .baseType, .function, .aggregate, .sequence,
        ]
        return kinds.contains { kind in
            before.ids(of: kind).contains { id in
                let own = id.path.prefix(Address(id).namePlace + 1)
                return zip(own.reversed(), name.reversed()).allSatisfy { $0 == $1 }
            }
        }
    }
}
