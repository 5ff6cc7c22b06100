import AutogenDiff
import AutogenSchema

/// `CREATE TYPE name (INPUT = ...)`, `ALTER TYPE ... SET`, `DROP TYPE`.
enum BaseTypeRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: BaseType, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        let options = body.options.map { "\(raw: Options.name($0)) = \(raw: Options.value($0))" as SQL }
        return [Statement("CREATE TYPE \(name: id.path) (\n    \(options, separator: ",\n    ")\n)")]
    }

    static func drop(_ id: ObjectID, _ body: BaseType, in context: ObjectPlan) -> [Statement] {
        // The type and its functions need each other, so they go together.
        [Statement("DROP TYPE \(name: id.path) CASCADE")]
    }

    /// What `ALTER TYPE ... SET` can change (<https://www.postgresql.org/docs/current/sql-altertype.html>).
    private static let settable: Set<String> = [
        "RECEIVE", "SEND", "TYPMOD_IN", "TYPMOD_OUT", "ANALYZE", "SUBSCRIPT", "STORAGE",
    ]

    static func strategy(
        for change: Alteration, from: BaseType, to: BaseType, in context: ObjectPlan
    ) -> AlterStrategy {
        guard !change.differences.isEmpty else { return .recreate }
        let changed = Set(from.options).symmetricDifference(to.options)
        // A type that was plain can't be stored elsewhere later.
        let storage = !changed.contains("STORAGE=plain")
        return storage && changed.allSatisfy { settable.contains(Options.name($0)) } ? .alter : .recreate
    }

    static func alter(
        _ change: Alteration, from: BaseType, to: BaseType, in context: ObjectPlan
    ) -> [Statement] {
        let kept = Set(to.options.map(Options.name))
        let set = to.options.filter { !from.options.contains($0) }
            .map { "\(raw: Options.name($0)) = \(raw: Options.value($0))" as SQL }
        let gone = from.options.map(Options.name).filter { !kept.contains($0) }.map { "\(raw: $0) = NONE" as SQL }
        return [Statement("ALTER TYPE \(name: change.id.path) SET (\(set + gone, separator: ", "))")]
    }

    static func word(_ body: Body?) -> SQL { "TYPE" }
    static func grantReference(_ id: ObjectID, in catalog: Catalog) -> SQL { "TYPE \(name: id.path)" }
    static let defaultPrivileges: String? = "TYPES"
}

/// `CREATE TYPE name`, the announcement of a type; `DROP TYPE` takes it along once the type is made.
enum ShellTypeRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: ShellType, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE TYPE \(name: id.path)")]
    }

    static func drop(_ id: ObjectID, _ body: ShellType, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TYPE \(name: id.path)")]
    }

    static func word(_ body: Body?) -> SQL { "TYPE" }
    static func names(_ id: ObjectID, _ body: Body) -> [String] { [OccupiedNames.type(id.path)] }

    static func dropHosts(
        _ id: ObjectID, _ body: ShellType, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] { [ObjectID(.baseType, path: id.path)] }
}
