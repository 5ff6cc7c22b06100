import AutogenDiff
import AutogenSQLText
import AutogenSchema

/// `CREATE OPERATOR`, `ALTER OPERATOR ... SET`, `DROP OPERATOR`.
enum OperatorRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Operator, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        var options: [SQL] = ["FUNCTION = \(raw: body.function)"]
        if let left = body.left { options.append("LEFTARG = \(raw: left)") }
        if let right = body.right { options.append("RIGHTARG = \(raw: right)") }
        if let commutator = body.commutator { options.append("COMMUTATOR = \(raw: commutator)") }
        if let negator = body.negator { options.append("NEGATOR = \(raw: negator)") }
        if let estimator = body.restrictEstimator { options.append("RESTRICT = \(raw: estimator)") }
        if let estimator = body.joinEstimator { options.append("JOIN = \(raw: estimator)") }
        if body.hashes { options.append("HASHES") }
        if body.merges { options.append("MERGES") }
        let name: SQL = "\(name: id.path.first ?? "").\(raw: id.path.dropFirst().first ?? "")"
        return [Statement("CREATE OPERATOR \(name) (\n    \(options, separator: ",\n    ")\n)")]
    }

    static func drop(_ id: ObjectID, _ body: Operator, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP OPERATOR \(ObjectReference.operator(id))")]
    }

    static func strategy(
        for change: Alteration, from: Operator, to: Operator, in context: ObjectPlan
    ) -> AlterStrategy {
        let isTied =
            follows(from.commutator, to.commutator, \.commutator, commuted(change.id), change.id, context)
            && follows(from.negator, to.negator, \.negator, change.id.name, change.id, context)
        let settable: Set = ["restrict", "join", "commutator", "negator"]
        return isTied && !change.differences.isEmpty && change.isOnly(settable) ? .alter : .recreate
    }

    /// Whether the server changes the partner by itself: it unties one that is dropped, and ties one that is made and
    /// names this operator.
    private static func follows(
        _ old: String?, _ new: String?, _ key: KeyPath<Operator, String?>, _ operands: String, _ id: ObjectID,
        _ context: ObjectPlan
    ) -> Bool {
        switch (old, new) {
        case (let old, let new) where old == new: return true
        case (let old?, nil):
            guard let partner = partner(old, operands, context.from) else { return true }
            return context.dropped.contains(partner.id)
        case (nil, let new?):
            guard let partner = partner(new, operands, context.to) else { return false }
            return context.created.contains(partner.id) && partner.body[keyPath: key] == reference(id)
        case (_?, _?), (nil, nil): return false
        }
    }

    private static func partner(
        _ reference: String, _ operands: String, _ catalog: Catalog
    ) -> (id: ObjectID, body: Operator)? {
        for object in catalog.objects where object.kind == .operator && object.id.name == operands {
            guard case .operator(let body) = object.definition, self.reference(object.id) == reference else { continue }
            return (object.id, body)
        }
        return nil
    }

    private static func reference(_ id: ObjectID) -> String {
        "OPERATOR(\(SQL.quoted(name: id.path.first ?? "")).\(id.path.dropFirst().first ?? ""))"
    }

    /// The operands of the commutator: those of the operator, exchanged.
    private static func commuted(_ id: ObjectID) -> String {
        Brackets.elements(in: id.name[...]).reversed().joined(separator: ", ")
    }

    static func alter(
        _ change: Alteration, from: Operator, to: Operator, in context: ObjectPlan
    ) -> [Statement] {
        var options: [SQL] = []
        if from.restrictEstimator != to.restrictEstimator {
            options.append("RESTRICT = \(raw: to.restrictEstimator ?? "NONE")")
        }
        if from.joinEstimator != to.joinEstimator { options.append("JOIN = \(raw: to.joinEstimator ?? "NONE")") }
        guard !options.isEmpty else { return [] }
        return [Statement("ALTER OPERATOR \(ObjectReference.operator(change.id)) SET (\(options, separator: ", "))")]
    }

    static func reference(_ id: ObjectID, in catalog: Catalog) -> SQL { ObjectReference.operator(id) }
}
