import AutogenSchema

/// How statements such as `COMMENT ON` and `ALTER ... OWNER TO` name objects.
enum ObjectReference {
    /// The keyword of a kind: `TABLE`, `MATERIALIZED VIEW`, `PROCEDURE`.
    static func kind(_ id: ObjectID, in catalog: Catalog) -> SQL {
        func open<R: PostgresRule>(_ rule: R.Type) -> SQL { rule.word(catalog.body(id, as: R.Body.self)) }
        return PostgresRules.rule(for: id.kind).map { open($0) } ?? "\(raw: id.kind.rawValue.uppercased())"
    }

    /// Keyword and name, as `COMMENT ON` takes them: `TABLE public.users`, `TRIGGER audit ON public.users`.
    static func object(_ id: ObjectID, in catalog: Catalog) -> SQL {
        let reference = PostgresRules.rule(for: id.kind)?.reference(id, in: catalog) ?? "\(name: id.path)"
        return "\(kind(id, in: catalog)) \(reference)"
    }

    /// `audit ON public.users`.
    static func part(_ id: ObjectID, on word: SQL = "") -> SQL {
        "\(name: id.name) ON \(word)\(name: Array(id.path.dropLast()))"
    }

    /// `public.=== (integer, integer)`.
    static func `operator`(_ id: ObjectID) -> SQL {
        "\(name: Array(id.path.prefix(1))).\(raw: id.path.dropFirst().first ?? "") (\(raw: id.name))"
    }

    /// A role, the one that runs the script, or all of them.
    static func role(_ name: String) -> SQL {
        name == Role.everybody || name == Role.migrating ? SQL(raw: name) : "\(name: name)"
    }

    /// `public.total(integer)`; an aggregate takes its arguments as `CREATE AGGREGATE` does.
    static func routine(_ id: ObjectID, in catalog: Catalog) -> SQL {
        var arguments = id.name
        if let aggregate = catalog.body(id, as: Aggregate.self) {
            arguments = aggregate.arguments.isEmpty ? "*" : aggregate.arguments
        }
        return "\(name: Array(id.path.dropLast()))(\(raw: arguments))"
    }
}

extension ObjectID {
    /// The table, view or domain that the path of a part starts with.
    var relationPath: [String] { Array(path.prefix(2)) }
}
