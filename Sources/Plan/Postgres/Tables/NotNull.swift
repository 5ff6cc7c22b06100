import AutogenDiff
import AutogenSchema

/// What refuses NULL in a column: since server 18 a constraint with a name, that may not reach children and may not hold for
/// old rows.
enum NotNull {
    /// ` CONSTRAINT email_given NOT NULL`, behind the type of a column; nothing where it has to be added later.
    static func clause(_ body: Column) -> SQL {
        guard body.notNull, !body.notNullNotValid, !body.notNullOriginDiffers else { return "" }
        let name: SQL = body.notNullName.map { " CONSTRAINT \(name: $0)" } ?? ""
        return "\(name) NOT NULL\(raw: body.notNullNoInherit ? " NO INHERIT" : "")"
    }

    /// What the definition of a new column can't say.
    static func additions(_ id: ObjectID, _ body: Column, in context: ObjectPlan) -> [Statement] {
        guard body.notNull else { return [] }
        var added = body.notNullNotValid ? [addition(id, body)] : []
        if body.inherited {
            let isThere = InheritedNotNull.comesBefore(parentOf: id, in: context)
            added = body.ownsNotNull && !isThere ? [setting(id, body)] : []
        }
        return added + comment(id, from: Column(), to: body, name: name(of: body, id))
            + InheritedNotNull.validations(below: id, in: context)
    }

    static func changes(
        _ change: Alteration, from: Column, to: Column, in context: ObjectPlan
    ) -> [Statement] {
        let id = change.id
        func followsParent(_ attribute: String) -> Bool {
            InheritanceTree.inheritedFrom(id, in: context) { context.altered[$0]?.touches(attribute) == true }
        }
        guard to.notNull else {
            let follows = InheritanceTree.inheritedFrom(id, in: context) {
                context.altered[$0]?.touches("not null") == true && !InheritedNotNull.refuse(column: $0, in: context)
            }
            let goes = from.notNull && (!follows || InheritedNotNull.own(id, from, in: context.from))
            return (goes ? [dropping(id, onlyHere: InheritedNotNull.refuse(column: id, in: context))] : [])
                + InheritedNotNull.partitions(refusingBelow: id, in: context)
        }
        guard from.notNull else {
            let isThere = InheritedNotNull.comesBefore(parentOf: id, in: context)
            guard !isThere, sets(change, from: from, to: to, in: context) else {
                return comment(id, from: from, to: to, name: name(of: to, id))
            }
            var hazards: [Hazard] = []
            if to.generated != nil || to.identity != nil, !to.notNullNotValid {
                hazards = [Hazard.mayFail("fails if column \(id.name) holds NULL")]
            } else if !to.notNullNotValid {
                let fill = ColumnFill(id, in: context)
                if fill.valueForNull == nil {
                    hazards = [fill.hazardForNull]
                } else if TableFill.comesAfter(id, in: context) {
                    return []
                }
            }
            return refusals(id, from: from, to: to, hazards: hazards, in: context)
        }
        let isMadeAnew = !from.notNullNotValid && to.notNullNotValid && !followsParent("not null not valid")
        return modifications(change, from: from, to: to, followsParent: followsParent)
            + (isMadeAnew ? InheritedNotNull.validations(below: id, in: context) : [])
            + InheritedNotNull.ownership(change, from: from, to: to, in: context)
    }

    /// What makes a column refuse NULL. What a child had of its own becomes the parent's alone.
    static func refusals(
        _ id: ObjectID, from: Column, to: Column, hazards: [Hazard] = [], in context: ObjectPlan
    ) -> [Statement] {
        InheritedNotNull.lettingGo(of: id, in: context).map { dropping($0) }
            + settings(id, to, hazards: hazards, in: context)
            + comment(id, from: from, to: to, name: name(of: to, id))
            + InheritedNotNull.validations(below: id, in: context)
    }

    /// Refuses NULL in a column, and before that in those of children whose constraints have names of their own.
    static func settings(
        _ id: ObjectID, _ body: Column, hazards: [Hazard] = [], in context: ObjectPlan
    ) -> [Statement] {
        if OnlineNotNull.isPossible(id, body, in: context) {
            let filling = TableFill.again(id, in: context)
            return OnlineNotNull.statements(id, body, hazards: hazards, filling: filling, in: context)
        }
        var own = setting(id, body)
        own.hazards = hazards
        return InheritedNotNull.named(below: id, in: context).map { child, body in
            var set = setting(child, body)
            if !hazards.isEmpty { set.hazards = [Hazard.mayFail("fails if column \(child.name) holds NULL")] }
            return set
        } + [own]
    }

    /// Whether a column that takes NULL is made to refuse it by a statement of its own.
    static func sets(_ change: Alteration, from: Column, to: Column, in context: ObjectPlan) -> Bool {
        guard !from.notNull, to.notNull else { return false }
        let comesFromParent = InheritanceTree.inheritedFrom(change.id, in: context) { parent in
            guard context.altered[parent] != nil, let body = context.to.body(parent, as: Column.self) else {
                return false
            }
            return body.notNull && !body.notNullNoInherit
        }
        return !comesFromParent || InheritedNotNull.own(change.id, to, in: context.to)
    }

    static func dropping(_ id: ObjectID, onlyHere: Bool = false) -> Statement {
        let head: SQL = onlyHere ? "ALTER TABLE ONLY \(name: id.relationPath)" : ColumnRule.head(id)
        return Statement(head: head, "ALTER COLUMN \(name: id.name) DROP NOT NULL")
    }

    static func name(of body: Column, _ id: ObjectID) -> String { body.notNullName ?? usualName(id) }

    private static func modifications(
        _ change: Alteration, from: Column, to: Column, followsParent: (String) -> Bool
    ) -> [Statement] {
        let id = change.id
        let head = ColumnRule.head(id)
        var name = from.notNullName ?? from.notNullActualName.value ?? usualName(change.from.id)
        var statements: [Statement] = []
        if from.notNullName != to.notNullName {
            let new = self.name(of: to, id)
            if !followsParent("not null constraint") {
                statements.append(Statement("\(head) RENAME CONSTRAINT \(name: name) TO \(name: new)"))
            }
            name = new
        }
        if from.notNullNoInherit != to.notNullNoInherit, !followsParent("not null no inherit") {
            let clause: SQL = "ALTER CONSTRAINT \(name: name) \(raw: to.notNullNoInherit ? "NO " : "")INHERIT"
            statements.append(Statement(head: head, clause))
        }
        var old = from
        if from.notNullNotValid != to.notNullNotValid, !followsParent("not null not valid") {
            if to.notNullNotValid {
                var body = to
                body.notNullName = name
                statements += [Statement(head: head, "DROP CONSTRAINT \(name: name)"), addition(id, body)]
                old.notNullComment = nil
            } else {
                let hazards = [Hazard.mayFail("fails if column \(id.name) holds NULL")]
                statements.append(Statement(head: head, "VALIDATE CONSTRAINT \(name: name)", hazards: hazards))
            }
        }
        return statements + comment(id, from: old, to: to, name: name)
    }

    /// Refuses NULL; where a parent has the constraint, it becomes the table's own as well.
    static func setting(_ id: ObjectID, _ body: Column) -> Statement {
        let isPlain = body.notNullName == nil && !body.notNullNoInherit && !body.notNullNotValid
        return isPlain
            ? Statement(head: ColumnRule.head(id), "ALTER COLUMN \(name: id.name) SET NOT NULL") : addition(id, body)
    }

    private static func addition(_ id: ObjectID, _ body: Column) -> Statement {
        var sql: SQL = "ADD "
        if let name = body.notNullName { sql += "CONSTRAINT \(name: name) " }
        sql += "NOT NULL \(name: id.name)"
        if body.notNullNoInherit { sql += " NO INHERIT" }
        if body.notNullNotValid { sql += " NOT VALID" }
        return Statement(head: ColumnRule.head(id), sql)
    }

    static func comment(_ id: ObjectID, from: Column, to: Column, name: String) -> [Statement] {
        let old = from.notNull ? from.notNullComment : nil
        guard old != to.notNullComment else { return [] }
        let place: SQL = "\(name: name) ON \(name: id.relationPath)"
        return [Statement("COMMENT ON CONSTRAINT \(place) IS \(literal: to.notNullComment)")]
    }

    /// The name that the server chooses: a name has 63 bytes at most, and the longer of the two parts gives way
    /// (`makeObjectName` in `src/backend/commands/indexcmds.c`).
    static func usualName(_ column: ObjectID) -> String {
        let table = column.relationPath.last ?? ""
        var (first, second) = (table, column.name)
        let room = 63 - "__not_null".utf8.count
        while first.utf8.count + second.utf8.count > room {
            if first.utf8.count > second.utf8.count { first.removeLast() } else { second.removeLast() }
        }
        return "\(first)_\(second)_not_null"
    }
}
