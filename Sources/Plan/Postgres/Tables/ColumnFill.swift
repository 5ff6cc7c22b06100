import AutogenSchema

/// What rows get in a column that must have a value: what a person decided, the column's default where rows hold NULL, or
/// nothing, which the database refuses as soon as there is a row.
struct ColumnFill {
    let column: ObjectID
    let context: ObjectPlan

    init(_ column: ObjectID, in context: ObjectPlan) {
        self.column = column
        self.context = context
    }

    var decision: Fill? { context.decisions.fills[column] }

    /// The value for a new column, or the place of one.
    var value: SQL { decision.map { Self.enclosed($0.expression) } ?? FillMarker.sql(for: column) }

    /// What is said of a new column.
    var hazard: Hazard {
        if let decision { return .fill(column, "rows get \(decision.expression)") }
        return .needsValue(column, "fails on rows, which need a value")
    }

    /// The value for rows of a column that hold NULL; `nil` where nobody has decided and nothing can be decided later.
    var valueForNull: SQL? {
        if decision != nil { return value }
        if let usual { return Self.enclosed(usual) }
        return context.decisions.leavesPlaces ? FillMarker.sql(for: column) : nil
    }

    /// The value that a row has, or the one for NULL, or the place of one.
    ///
    /// Two values beside each other get one type by rules of their own, which make no composite type of a `ROW(...)` and no
    /// enum of a text (<https://www.postgresql.org/docs/current/typeconv-union-case.html>).
    func coalesced(_ operand: SQL) -> SQL {
        let value = valueForNull ?? FillMarker.sql(for: column)
        let type = context.to.body(column, as: Column.self)?.type ?? ""
        if case .plain = ValueType(type, in: context.to) { return "coalesce(\(operand), \(value))" }
        return "coalesce(\(operand), CAST(\(value) AS \(raw: type)))"
    }

    /// What is said of a column that rows may hold NULL in.
    var hazardForNull: Hazard {
        if let decision { return .fill(column, "rows in which it is NULL get \(decision.expression)") }
        if let usual { return .fill(column, "rows in which it is NULL get the default \(usual)") }
        return .needsValue(column, "fails while rows hold NULL in it, which need a value")
    }

    /// The default of the column, or of its type.
    private var usual: String? {
        let own = context.to.body(ObjectID(.columnDefault, path: column.path), as: ColumnDefault.self)
        guard let own else { return Self.domainDefault(context.to.body(column, as: Column.self)?.type, context.to) }
        return own.isNull.value ? nil : DeparsedExpression.source(of: own.expression)
    }

    static func enclosed(_ expression: String) -> SQL {
        // A comment at the end must not hide the parenthesis.
        expression.contains("--") ? "(\(raw: expression)\n)" : "(\(raw: expression))"
    }

    /// Whether a column refuses NULL, and neither its type nor it has a value of its own for a new row.
    static func isNeeded(for body: Column, in catalog: Catalog) -> Bool {
        guard body.generated == nil, body.identity == nil, domainDefault(body.type, catalog) == nil else {
            return false
        }
        return refusesNull(body, in: catalog)
    }

    static func refusesNull(_ body: Column, in catalog: Catalog) -> Bool {
        body.notNull && !body.notNullNotValid || domains(of: body.type, in: catalog).contains(where: \.notNull)
    }

    /// Whether a check of a domain may say that NULL is no value of it.
    static func checksNull(_ type: String, in context: ObjectPlan) -> Bool {
        // A type of the schema's own has its schema in its name.
        type.contains(".")
            && context.to.objects.contains { object in
                guard case .domain(let domain) = object.definition, SQL.dotted(object.id.path) == type else {
                    return false
                }
                return (context.newParts[object.id] ?? []).contains { $0.kind == .domainConstraint }
                    || checksNull(domain.type, in: context)
            }
    }

    /// The type of a column without the domains that refuse NULL.
    static func nullableType(of type: String, in catalog: Catalog) -> String {
        let domains = domains(of: type, in: catalog)
        guard let last = domains.lastIndex(where: \.notNull) else { return type }
        return domains[last].type
    }

    private static func domainDefault(_ type: String?, _ catalog: Catalog) -> String? {
        type.flatMap { domains(of: $0, in: catalog).lazy.compactMap(\.defaultExpression).first }
    }

    /// The domain that a type is, and those that this one is made of.
    private static func domains(of type: String, in catalog: Catalog) -> [Domain] {
        var found: [Domain] = []
        var type = type
        while let domain = domain(type, in: catalog) {
            found.append(domain)
            type = domain.type
        }
        return found
    }

    private static func domain(_ type: String, in catalog: Catalog) -> Domain? {
        guard type.contains(".") else { return nil }
        return catalog.objects.lazy.filter { $0.kind == .domain && SQL.dotted($0.id.path) == type }
            .compactMap { $0.definition.body as? Domain }.first
    }
}
