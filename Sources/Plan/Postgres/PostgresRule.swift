import AutogenDiff
import AutogenSchema

/// What PostgreSQL's DDL can do with one kind of object.
///
/// Adding a kind takes a file in `Kinds` with one of these, and a line in ``PostgresRules``.
protocol PostgresRule {
    associatedtype Body: ObjectBody

    static func create(
        _ id: ObjectID, _ body: Body, with parts: [SchemaObject], in context: PlanContext
    ) -> [Statement]

    static func drop(_ id: ObjectID, _ body: Body, in context: PlanContext) -> [Statement]

    /// How a changed object gets to its new state; by default it is dropped and created again.
    static func reaction(_ change: Alteration, from: Body, to: Body, in context: PlanContext) -> Reaction

    static func alter(_ change: Alteration, from: Body, to: Body, in context: PlanContext) -> [Statement]
}

extension PostgresRule {
    static func reaction(_ change: Alteration, from: Body, to: Body, in context: PlanContext) -> Reaction { .rebuild }
    static func alter(_ change: Alteration, from: Body, to: Body, in context: PlanContext) -> [Statement] { [] }
}

extension Reaction {
    static let alter = Reaction.alter(disturbing: [])
}
