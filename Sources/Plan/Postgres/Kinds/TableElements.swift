import AutogenSchema

/// The lines between the parentheses of `CREATE TABLE`.
struct TableElements {
    private var columns: [(id: ObjectID, body: Column)] = []
    private var defaults: [ObjectID: ColumnDefault] = [:]
    private var constraints: [(id: ObjectID, body: Constraint)] = []

    private let isTyped: Bool

    /// The columns of a typed table are those of its type: only what it adds to them is said.
    init(_ parts: [SchemaObject], isTyped: Bool) {
        self.isTyped = isTyped
        for part in parts {
            switch part.definition {
            case .column(let body): columns.append((part.id, body))
            case .columnDefault(let body): defaults[ObjectID(.column, path: part.id.path)] = body
            case .constraint(let body): constraints.append((part.id, body))
            case .namespace, .extension, .collation, .enumType, .domain, .compositeType, .rangeType, .sequence,
                .function, .aggregate, .table, .sequenceOwner, .partition, .domainConstraint, .index,
                .indexPartition, .virtualTable, .view, .materializedView, .viewColumn, .rule, .trigger, .policy,
                .eventTrigger, .language, .cast, .conversion, .textSearchParser, .textSearchTemplate,
                .textSearchDictionary, .textSearchConfiguration, .statistics, .publication, .owner, .grant,
                .defaultPrivileges, .comment:
                continue
            }
        }
    }

    /// Keys over the same columns as another one: `CREATE TABLE` would make one index for both.
    static func twins(among parts: [SchemaObject]) -> [ObjectID] {
        var known: Set<[String]> = []
        return parts.filter { part in
            guard case .constraint(let key) = part.definition, key.type == .primaryKey || key.type == .unique else {
                return false
            }
            return !known.insert(key.columns).inserted
        }.map(\.id)
    }

    /// Columns that come from a parent alone are left to it.
    var lines: [SQL] {
        columns.filter { !$0.body.inherited }
            .sorted { $0.body.position.value < $1.body.position.value }
            .compactMap { column in
                let expression = defaults[column.id]?.expression
                return isTyped
                    ? ColumnRule.typedDefinition(column.id, column.body, default: expression)
                    : ColumnRule.definition(column.id, column.body, default: expression)
            }
            + constraints.map { ConstraintRule.clause($0.id, $0.body) }
    }
}
