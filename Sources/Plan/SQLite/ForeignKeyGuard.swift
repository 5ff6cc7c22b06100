import AutogenDiff
import AutogenSchema

/// The statements that refuse a script after which more rows point nowhere than before.
///
/// SQLite checks no foreign key while tables are rebuilt, so the check comes at the end, before the commit. It looks at
/// the tables whose references the script can have broken, and compares with what was: rows that pointed nowhere
/// before don't stand in the way.
struct ForeignKeyGuard {
    private static let broken: SQL = "temp.autogen_broken"

    /// The names of the tables to look at, before and after.
    private var tables: [(old: String, new: String)] = []

    init(in context: ObjectPlan) {
        let touched = Self.touched(in: context)
        guard !touched.isEmpty else { return }
        let before = ForeignKeyTargets(context.from)
        let after = ForeignKeyTargets(context.to)
        let successors = Dictionary(
            context.to.objects.ids.filter { $0.kind == .table }.map { ($0.name.folded, $0) },
            uniquingKeysWith: { first, _ in first })
        for old in context.from.objects.ids.sorted() where old.kind == .table {
            guard let new = successors[old.name.folded] else { continue }
            let references = before.references(of: old) + after.references(of: new)
            guard !references.isEmpty, touched.contains(old.name.folded) || !touched.isDisjoint(with: references)
            else { continue }
            // SQLite can't check the others, and fails when it is asked to.
            if before.areSound(of: old), after.areSound(of: new) { tables.append((old.name, new.name)) }
        }
    }

    var isEmpty: Bool { tables.isEmpty }
    var count: Int { tables.count }

    /// Rebuilt and dropped tables.
    private static func touched(in context: ObjectPlan) -> Set<String> {
        let rebuilt = context.altered.values.lazy.filter { $0.from.kind == .table }.map(\.from.id.name)
        let dropped = context.dropped.lazy.filter { $0.kind == .table }.map(\.name)
        return Set((Array(rebuilt) + Array(dropped)).map { $0.folded })
    }

    /// Counts the rows that point nowhere as it is.
    var first: Statement {
        let counts = tables.map { table -> SQL in
            """
            SELECT \(literal: table.old.loweringASCII) AS child, lower(parent) AS parent, count(*) AS n
            FROM pragma_foreign_key_check(\(literal: table.old), 'main') GROUP BY 2
            """
        }
        return Statement("CREATE TABLE \(Self.broken) AS\n\(counts, separator: "\nUNION ALL ")")
    }

    /// One row of the guard's for each table.
    var last: [Statement] {
        tables.map { table in
            Statement(
                """
                INSERT INTO \(SQLiteEnvelope.guardTable) (sound)
                SELECT NOT EXISTS (
                    SELECT 1 FROM pragma_foreign_key_check(\(literal: table.new), 'main') c GROUP BY lower(c.parent)
                    HAVING count(*) > coalesce((SELECT n FROM \(Self.broken) b WHERE child = \
                \(literal: table.old.loweringASCII) AND b.parent = lower(c.parent)), 0)
                )
                """)
        } + [Statement("DROP TABLE \(Self.broken)")]
    }
}
