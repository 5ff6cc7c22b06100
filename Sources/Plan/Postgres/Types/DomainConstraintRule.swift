import AutogenDiff
import AutogenSchema

/// `ALTER DOMAIN ... ADD CONSTRAINT`, `DROP CONSTRAINT`, `VALIDATE CONSTRAINT`.
enum DomainConstraintRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: DomainConstraint, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let check = DeparsedExpression.source(of: body.bareDefinition) + (body.notValid.value ? " NOT VALID" : "")
        return [
            Statement(
                "ALTER DOMAIN \(name: id.relationPath) ADD CONSTRAINT \(name: id.name) \(raw: check)",
                hazards: [Hazard.mayFail("fails if a column of the domain holds another value")])
        ]
    }

    static func drop(_ id: ObjectID, _ body: DomainConstraint, in context: ObjectPlan) -> [Statement] {
        [Statement("ALTER DOMAIN \(name: id.relationPath) DROP CONSTRAINT \(name: id.name)")]
    }

    static func reaction(
        _ change: Alteration, from: DomainConstraint, to: DomainConstraint, in context: ObjectPlan
    ) -> AlterStrategy {
        !change.differences.isEmpty && from.bareDefinition == to.bareDefinition && from.notValid.value
            && !to.notValid.value ? .alter : .rebuild
    }

    static func alter(
        _ change: Alteration, from: DomainConstraint, to: DomainConstraint, in context: ObjectPlan
    ) -> [Statement] {
        [Statement("ALTER DOMAIN \(name: change.id.relationPath) VALIDATE CONSTRAINT \(name: change.id.name)")]
    }

    static func word(_ body: Body?) -> SQL { "CONSTRAINT" }
    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.part(id, on: "DOMAIN ") }
    static let holdsExpressions = true

    static func creationHost(_ id: ObjectID, _ body: DomainConstraint, in catalog: Catalog) -> ObjectID? {
        body.notValid.value ? nil : catalog.parents[id]
    }
}
