import AutogenDiff
import AutogenSchema

/// `CREATE DOMAIN`, `ALTER DOMAIN`; another base type takes a new domain to which every column moves.
enum DomainRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Domain, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        var sql: SQL = "CREATE DOMAIN \(name: id.path) AS \(raw: body.type)"
        if let collation = body.collation { sql += " COLLATE \(raw: collation)" }
        if let expression = body.defaultExpression { sql += " DEFAULT \(raw: expression)" }
        if let name = body.notNullName { sql += " CONSTRAINT \(name: name)" }
        if body.notNull { sql += " NOT NULL" }
        for part in parts {
            guard let check = part.definition.body as? DomainConstraint else { continue }
            sql += "\n    CONSTRAINT \(name: part.id.name) \(raw: DeparsedExpression.source(of: check.definition))"
        }
        return [Statement(sql)] + notNullComment(id, from: Domain(), to: body, name: body.notNullName ?? usualName(id))
    }

    static func drop(_ id: ObjectID, _ body: Domain, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP DOMAIN \(name: id.path)")]
    }

    static func strategy(for change: Alteration, from: Domain, to: Domain, in context: ObjectPlan) -> AlterStrategy {
        let isChecked = to.notNull && !from.notNull && DomainValues.areContained(change.id, in: context)
        let isAltered = from.type == to.type && from.collation == to.collation && !change.differences.isEmpty
        return isAltered && !isChecked ? .alter : .recreate
    }

    static func alter(_ change: Alteration, from: Domain, to: Domain, in context: ObjectPlan) -> [Statement] {
        let head: SQL = "ALTER DOMAIN \(name: change.id.path)"
        var statements: [Statement] = []
        var name = from.notNull ? notNullName(change.id, from) : to.notNullName ?? usualName(change.id)
        if from.defaultExpression != to.defaultExpression {
            let clause: SQL = to.defaultExpression.map { "SET DEFAULT \(raw: $0)" } ?? "DROP DEFAULT"
            statements.append(Statement("\(head) \(clause)"))
        }
        if from.notNull != to.notNull {
            var hazards = to.notNull ? [Hazard.mayFail("fails if a column of the domain holds NULL")] : []
            hazards += TableFill.boundColumns(of: change.id, in: context).map { ColumnFill($0, in: context) }
                .filter { $0.valueForNull == nil }.map(\.hazardForNull)
            let set: SQL = to.notNullName.map { "ADD CONSTRAINT \(name: $0) NOT NULL" } ?? "SET NOT NULL"
            statements.append(Statement("\(head) \(to.notNull ? set : "DROP NOT NULL")", hazards: hazards))
        } else if from.notNullName != to.notNullName {
            let new = to.notNullName ?? usualName(change.id)
            statements.append(Statement("\(head) RENAME CONSTRAINT \(name: name) TO \(name: new)"))
            name = new
        }
        return statements + notNullComment(change.id, from: from, to: to, name: name)
    }

    private static func notNullName(_ id: ObjectID, _ body: Domain) -> String {
        body.notNullName ?? body.notNullActualName.value ?? usualName(id)
    }

    private static func usualName(_ id: ObjectID) -> String { "\(id.name)_not_null" }

    /// The comment goes with the constraint it is on.
    private static func notNullComment(_ id: ObjectID, from: Domain, to: Domain, name: String) -> [Statement] {
        let old = from.notNull ? from.notNullComment : nil
        guard to.notNull, old != to.notNullComment else { return [] }
        let place: SQL = "\(name: name) ON DOMAIN \(name: id.path)"
        return [Statement("COMMENT ON CONSTRAINT \(place) IS \(literal: to.notNullComment)")]
    }

    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TYPE \(name: id.path)" }
    static let defaultPrivileges: String? = "TYPES"
    static let isColumnType = true
    static func names(_ id: ObjectID, _ body: Body) -> [String] { [OccupiedNames.type(id.path)] }
}

/// `ALTER DOMAIN ... ADD CONSTRAINT`, `DROP CONSTRAINT`, `VALIDATE CONSTRAINT`.
enum DomainConstraintRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: DomainConstraint, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let domain = ObjectID(.domain, path: id.relationPath)
        let isLater = OnlineValidation.canComeLater(body, of: domain, in: context)
        let head: SQL = "ALTER DOMAIN \(name: id.relationPath)"
        let check = DeparsedExpression.source(of: body.bareDefinition)
        let end = body.notValid.value || isLater ? " NOT VALID" : ""
        let adding: SQL = "\(head) ADD CONSTRAINT \(name: id.name) \(raw: check + end)"
        let hazards = [Hazard.mayFail("fails if a column of the domain holds another value")]
        guard isLater else { return [Statement(adding, hazards: hazards)] }
        let validating: SQL = "\(head) VALIDATE CONSTRAINT \(name: id.name)"
        return [Statement(adding), Statement(validating, .alone, hazards: hazards, comesLast: true)]
    }

    static func drop(_ id: ObjectID, _ body: DomainConstraint, in context: ObjectPlan) -> [Statement] {
        [Statement("ALTER DOMAIN \(name: id.relationPath) DROP CONSTRAINT \(name: id.name)")]
    }

    static func strategy(
        for change: Alteration, from: DomainConstraint, to: DomainConstraint, in context: ObjectPlan
    ) -> AlterStrategy {
        let isValidated =
            !change.differences.isEmpty && from.bareDefinition == to.bareDefinition && from.notValid.value
            && !to.notValid.value
        return isValidated ? .alter(disturbing: disturbed(byMaking: change.id, to, in: context)) : .recreate
    }

    static func disturbed(byMaking id: ObjectID, _ body: DomainConstraint, in context: ObjectPlan) -> Set<ObjectID> {
        let domain = ObjectID(.domain, path: id.relationPath)
        return !body.notValid.value && DomainValues.areContained(domain, in: context) ? [domain] : []
    }

    static func alter(
        _ change: Alteration, from: DomainConstraint, to: DomainConstraint, in context: ObjectPlan
    ) -> [Statement] {
        [Statement("ALTER DOMAIN \(name: change.id.relationPath) VALIDATE CONSTRAINT \(name: change.id.name)")]
    }

    static func word(_ body: Body?) -> SQL { "CONSTRAINT" }
    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.part(id, on: "DOMAIN ") }

    static func creationHost(_ id: ObjectID, _ body: DomainConstraint, in catalog: Catalog) -> ObjectID? {
        body.notValid.value ? nil : catalog.parent(of: id)
    }
}
