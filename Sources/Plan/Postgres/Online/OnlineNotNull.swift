import AutogenDiff
import AutogenSchema

/// Refuses NULL in a column of a filled table, without looking at its rows while others wait.
enum OnlineNotNull {
    /// Tables that inherit from others have rules of their own about what refuses NULL where.
    static func isPossible(_ column: ObjectID, _ body: Column, in context: ObjectPlan) -> Bool {
        let table = column.relationPath
        return context.isOnline(table) && !body.notNullNotValid && isAlone(table, in: context)
    }

    /// Whether a table neither inherits nor is inherited from.
    static func isAlone(_ table: [String], in context: ObjectPlan) -> Bool {
        InheritanceTree.parents(of: table, in: context.to).isEmpty
            && InheritanceTree.children(of: table, in: context).isEmpty
            && InheritanceTree.parents(of: table, in: context.from).isEmpty
            && !InheritanceTree.isDivided(table, in: context.to)
    }

    /// The default by which new rows get their value, where it comes with the refusal of NULL and uses nothing that is new.
    private static func broughtDefault(_ column: ObjectID, in context: ObjectPlan) -> ColumnDefault? {
        let id = ObjectID(.columnDefault, path: column.path)
        guard context.isMade(id), let body = context.to.body(column, as: Column.self),
            let change = context.altered[column], case .column(let old) = change.from.definition
        else { return nil }
        let comes =
            body.notNull && !old.notNull && old.type == body.type && old.generated == nil
            && isPossible(column, body, in: context)
            && context.to.needs(of: id).allSatisfy { $0 == column || context.from.contains($0) && !context.isMade($0) }
        return comes ? context.to.body(id, as: ColumnDefault.self) : nil
    }

    /// Whether the default is there by then for certain: where something is gone for a moment, plain statements may have come
    /// in the place of these.
    static func hasBroughtDefault(_ column: ObjectID, in context: ObjectPlan) -> Bool {
        broughtDefault(column, in: context) != nil && context.recreated.isSubset(of: context.swapped)
            && ColumnAsText.setAside(in: context).isEmpty
    }

    /// Before version 18, the server believes a check that has been validated; from then on, what refuses NULL can be
    /// validated itself.
    ///
    /// - Parameter filling: what gives rows their values that have come while the check was not there.
    static func statements(
        _ id: ObjectID, _ body: Column, hazards: [Hazard], filling: [Statement], in context: ObjectPlan
    ) -> [Statement] {
        let table = id.relationPath
        let first =
            broughtDefault(id, in: context).map {
                [ColumnDefaultRule.setting(ObjectID(.columnDefault, path: id.path), $0)]
            } ?? []
        var constraint = Constraint()
        constraint.type = .check
        guard context.to.version < ServerVersion(18, 0) else {
            var pending = body
            pending.notNullNotValid = true
            pending.notNullName = NotNull.name(of: body, id)
            return first + [NotNull.setting(id, pending)] + filling
                + [
                    OnlineValidation.statement(
                        NotNull.name(of: body, id), of: table, constraint, hazards: hazards, comesLast: false)
                ]
        }
        let name = NameAside.name(NotNull.usualName(id), "__new")
        let head = ColumnRule.head(id)
        // In one ALTER TABLE with the last, the rows would be looked at.
        return first + [
            Statement(head: head, "ADD CONSTRAINT \(name: name) CHECK (\(name: id.name) IS NOT NULL) NOT VALID")
        ]
            + filling
            + [
                OnlineValidation.statement(name, of: table, constraint, hazards: hazards, comesLast: false),
                NotNull.setting(id, body).separate,
                Statement("\(head) DROP CONSTRAINT \(name: name)"),
            ]
    }
}
