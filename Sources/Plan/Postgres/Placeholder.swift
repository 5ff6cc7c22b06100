import AutogenSchema

/// A value for rows that must have one in a new column, where the schema says none: something for a person to replace.
struct Placeholder {
    let column: ObjectID
    let body: Column
    let context: PlanContext

    /// `UPDATE public.users SET email = ''`
    var update: Statement {
        let table: SQL = "\(name: column.relationPath)"
        if isUnique, let numbered = Self.numbered(family) {
            let rows: SQL = "SELECT tableoid AS part, ctid AS place, row_number() OVER () AS number FROM \(table)"
            let match: SQL = "old.tableoid = rows.part AND old.ctid = rows.place"
            return Statement(
                "UPDATE \(table) AS old SET \(name: column.name) = \(raw: numbered) FROM (\(rows)) AS rows WHERE \(match)",
                hazards: [hazard("a number each")])
        }
        return Statement("UPDATE \(table) SET \(name: column.name) = \(value)", hazards: [hazard(value.text)])
    }

    /// The value itself; `NULL` where nothing fits, which the column refuses.
    var value: SQL {
        if let key = foreignKey { return key }
        return SQL(raw: Self.value(of: family, type: body.type) ?? label ?? "NULL")
    }

    func hazard(_ shown: String) -> Hazard {
        .byHand(
            column,
            value.text == "NULL"
                ? "rows need a value and no placeholder fits: put the right one for NULL"
                : "rows get a placeholder, \(shown): put the right value in its place")
    }

    /// The base type without its modifier.
    private var family: String {
        var type = body.type
        while let domain = Self.domain(type, in: context.to) { type = domain.type }
        guard let open = type.firstIndex(of: "("), let close = type.lastIndex(of: ")") else { return type }
        type.removeSubrange(open...close)
        return type
    }

    static func domain(_ type: String, in catalog: Catalog) -> Domain? {
        catalog.objects.values.lazy.filter { $0.kind == .domain && SQL.dotted($0.id.path) == type }
            .compactMap { $0.definition.body as? Domain }.first
    }

    /// Whether the type of a column refuses NULL itself, and has no default either.
    static func isRequired(by type: String, in catalog: Catalog) -> Bool {
        var type = type
        var refuses = false
        while let domain = domain(type, in: catalog) {
            if domain.defaultExpression != nil { return false }
            refuses = refuses || domain.notNull
            type = domain.type
        }
        return refuses
    }

    /// The first label of an enum.
    private var label: String? {
        let type = family
        return context.to.objects.values.lazy.filter { $0.kind == .enumType && SQL.dotted($0.id.path) == type }
            .compactMap { ($0.definition.body as? EnumType)?.labels.first }.first.map(SQL.quoted(literal:))
    }

    private var constraints: [Constraint] {
        (context.newParts[ObjectID(.table, path: column.relationPath)] ?? []).compactMap {
            context.to.body($0, as: Constraint.self)
        }
    }

    private var isUnique: Bool {
        constraints.contains { $0.columns == [column.name] && ($0.type == .unique || $0.type == .primaryKey) }
            || (context.newParts[ObjectID(.table, path: column.relationPath)] ?? []).contains {
                guard let index = context.to.body($0, as: Index.self) else { return false }
                return index.unique && index.columns == [column.name]
            }
    }

    /// Any row of the table that a foreign key refers to.
    private var foreignKey: SQL? {
        guard let key = constraints.first(where: { $0.type == .foreignKey && $0.columns == [column.name] }),
            !context.isMade(ObjectID(.table, path: key.references)), key.references != column.relationPath,
            let name = key.definition.firstRange(of: " REFERENCES "),
            let open = key.definition[name.upperBound...].firstIndex(of: "("),
            let close = Brackets.end(of: key.definition[open...])
        else { return nil }
        let target = key.definition[key.definition.index(after: open)..<close]
        return "(SELECT \(raw: String(target)) FROM \(name: key.references) LIMIT 1)"
    }
}
