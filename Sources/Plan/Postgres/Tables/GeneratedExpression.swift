import AutogenDiff
import AutogenSchema

/// Another expression for a computed column: `SET EXPRESSION` since server 17, a new column before
/// (<https://www.postgresql.org/docs/current/sql-altertable.html>).
enum GeneratedExpression {
    static func changesInPlace(_ change: Alteration, from: Column, to: Column, in context: ObjectPlan) -> Bool {
        guard let old = from.generated, let new = to.generated, old != new, from.virtual == to.virtual,
            min(context.from.version, context.to.version) >= ServerVersion(17, 0),
            from.type == to.type, from.collation == to.collation, !change.differences.isEmpty,
            !isComputedOtherwiseBelow(change.id, new, context)
        else { return false }
        return !to.virtual || !isBound(change.id, context)
    }

    static func statements(_ change: Alteration, to: Column, in context: ObjectPlan) -> [Statement] {
        // A parent's expression comes to its descendants.
        let follows = InheritanceTree.inheritedFrom(change.id, in: context) {
            context.altered[$0]?.touches("generated") == true
                && context.to.body($0, as: Column.self)?.generated == to.generated
        }
        guard !follows, let expression = to.generated else { return [] }
        // With another type of a column that has a constraint, in one statement, the server fails (18.4: "cache lookup
        // failed for constraint").
        return [
            Statement(
                head: "\(ColumnRule.head(change.id)) ALTER COLUMN \(name: change.id.name)",
                "SET EXPRESSION AS (\(raw: DeparsedExpression.source(of: expression)))")
        ]
    }

    /// The clause reaches all descendants, whatever they compute the column from.
    private static func isComputedOtherwiseBelow(_ id: ObjectID, _ expression: String, _ context: ObjectPlan) -> Bool {
        (context.oldIDs[.column] ?? []).contains { child in
            guard child.name == id.name, child != id, let body = context.to.body(child, as: Column.self) else {
                return false
            }
            return body.generated != expression
                && InheritanceTree.ancestors(of: child.relationPath, in: context.from).contains(id.relationPath)
        }
    }

    /// The server refuses another expression for a virtual column of a table with checks or in a publication.
    private static func isBound(_ id: ObjectID, _ context: ObjectPlan) -> Bool {
        let table = ObjectID(.table, path: id.relationPath)
        let checks = [context.from, context.to].contains { catalog in
            catalog.objects.ids.contains { part in
                part.kind == .constraint && part.relationPath == table.path
                    && catalog.body(part, as: Constraint.self)?.type == .check
            }
        }
        return checks
            || (context.oldIDs[.publication] ?? []).contains { publication in
                guard let body = context.from.body(publication, as: Publication.self) else { return false }
                return body.allTables || body.schemas.contains(table.path.first ?? "")
                    || context.from.needs(of: publication).contains(table)
            }
    }
}
