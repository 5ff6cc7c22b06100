import AutogenDiff
import AutogenSchema

/// `CREATE EXTENSION`, `ALTER EXTENSION ... UPDATE TO`, `... SET SCHEMA`, `DROP EXTENSION`.
enum ExtensionRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Extension, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        // A script of the extension may have made it as the requirement of another one.
        [
            Statement(
                "CREATE EXTENSION IF NOT EXISTS \(name: id.path) WITH SCHEMA \(name: body.schema) VERSION \(literal: body.version)"
            )
        ]
    }

    static func drop(_ id: ObjectID, _ body: Extension, in context: ObjectPlan) -> [Statement] {
        [
            Statement(
                "DROP EXTENSION \(name: id.path)",
                hazards: [.dataLoss(id, "drops the extension with its types and functions")])
        ]
    }

    static func strategy(for change: Alteration, from: Extension, to: Extension, in context: ObjectPlan)
        -> AlterStrategy
    {
        // Extensions have scripts that lead to later versions, hardly ever back.
        if isLater(from.version, than: to.version) { return .recreate }
        // Some can't be moved.
        let flags = [from.hasFixedSchema.value, to.hasFixedSchema.value]
        let isFixed = from.version == to.version ? flags.contains(true) : !flags.contains(false)
        return isFixed && from.schema != to.schema ? .recreate : .alter
    }

    static func alter(_ change: Alteration, from: Extension, to: Extension, in context: ObjectPlan) -> [Statement] {
        var statements: [Statement] = []
        if from.version != to.version {
            statements.append(Statement("ALTER EXTENSION \(name: change.id.path) UPDATE TO \(literal: to.version)"))
        }
        if from.schema != to.schema {
            let move = Statement("ALTER EXTENSION \(name: change.id.path) SET SCHEMA \(name: to.schema)")
            // A later version may be one that stays where it is.
            statements.insert(move, at: to.hasFixedSchema.value ? 0 : statements.endIndex)
        }
        return statements
    }

    private static func isLater(_ version: String, than other: String) -> Bool {
        let numbers = [version, other].map { $0.split(separator: ".").map { Int($0) ?? 0 } }
        return numbers[1].lexicographicallyPrecedes(numbers[0])
    }
}

/// `CREATE SCHEMA`, `DROP SCHEMA`; nothing about a schema but its name.
enum NamespaceRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Namespace, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        let creation = Statement("CREATE SCHEMA \(name: id.path)")
        // The one that a new database has may be used by everybody, which goes without saying there alone.
        guard id.path == ["public"], context.to.version.major >= 15 else { return [creation] }
        return [creation, Statement("GRANT USAGE ON SCHEMA \(name: id.path) TO PUBLIC")]
    }

    static func drop(_ id: ObjectID, _ body: Namespace, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP SCHEMA \(name: id.path)")]
    }

    static let defaultPrivileges: String? = "SCHEMAS"
}
