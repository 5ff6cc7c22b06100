import AutogenSchema

/// How statements such as `COMMENT ON` and `ALTER ... OWNER TO` name objects.
enum Named {
    /// The keyword of a kind: `TABLE`, `MATERIALIZED VIEW`, `PROCEDURE`.
    static func kind(_ id: ObjectID, in catalog: Catalog) -> SQL {
        switch id.kind {
        case .namespace: "SCHEMA"
        case .extension: "EXTENSION"
        case .collation: "COLLATION"
        case .enumType, .compositeType, .rangeType, .baseType, .shellType: "TYPE"
        case .domain: "DOMAIN"
        case .sequence: "SEQUENCE"
        case .function: catalog.body(id, as: Function.self)?.flavor == .procedure ? "PROCEDURE" : "FUNCTION"
        case .aggregate: "AGGREGATE"
        case .table: catalog.body(id, as: Table.self)?.server == nil ? "TABLE" : "FOREIGN TABLE"
        case .column, .viewColumn: "COLUMN"
        case .constraint, .domainConstraint: "CONSTRAINT"
        case .index: "INDEX"
        case .view: "VIEW"
        case .materializedView: "MATERIALIZED VIEW"
        case .rule: "RULE"
        case .trigger: "TRIGGER"
        case .policy: "POLICY"
        case .eventTrigger: "EVENT TRIGGER"
        case .language, .cast, .conversion, .textSearchParser, .textSearchTemplate, .textSearchDictionary,
            .textSearchConfiguration, .statistics, .publication, .accessMethod, .operator, .operatorFamily,
            .operatorClass, .transform, .foreignDataWrapper, .server, .userMapping, .subscription:
            "\(raw: id.kind.rawValue.uppercased())"
        case .columnDefault, .sequenceOwner, .partition, .indexPartition, .virtualTable, .databaseOption, .owner,
            .grant,
            .defaultPrivileges, .comment, .securityLabel:
            "\(raw: id.kind.rawValue.uppercased())"
        }
    }

    /// Keyword and name, as `COMMENT ON` takes them: `TABLE public.users`, `TRIGGER audit ON public.users`.
    static func object(_ id: ObjectID, in catalog: Catalog) -> SQL {
        let kind = kind(id, in: catalog)
        switch id.kind {
        case .function, .aggregate:
            return "\(kind) \(routine(id, in: catalog))"
        case .constraint, .rule, .trigger, .policy:
            return "\(kind) \(name: id.name) ON \(name: Array(id.path.dropLast()))"
        case .cast:
            return "CAST (\(raw: id.path.first ?? "") AS \(raw: id.name))"
        case .operator:
            return "\(kind) \(self.operator(id))"
        case .operatorClass, .operatorFamily:
            return "\(kind) \(name: Array(id.path.dropLast())) USING \(name: id.name)"
        case .transform:
            return "\(kind) FOR \(raw: id.path.first ?? "") LANGUAGE \(name: id.name)"
        case .userMapping:
            return "\(kind) FOR \(role(id.name)) SERVER \(name: id.path.first ?? "")"
        case .domainConstraint:
            return "\(kind) \(name: id.name) ON DOMAIN \(name: Array(id.path.dropLast()))"
        case .namespace, .extension, .collation, .enumType, .compositeType, .rangeType, .domain, .sequence, .table,
            .column, .viewColumn, .index, .view, .materializedView, .eventTrigger, .language, .conversion,
            .textSearchParser, .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .statistics,
            .publication, .columnDefault, .sequenceOwner, .partition, .indexPartition, .virtualTable, .databaseOption,
            .owner, .grant,
            .defaultPrivileges, .comment, .securityLabel, .baseType, .shellType, .accessMethod, .foreignDataWrapper,
            .server, .subscription:
            return "\(kind) \(name: id.path)"
        }
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
