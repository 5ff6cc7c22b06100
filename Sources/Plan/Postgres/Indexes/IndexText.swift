import AutogenSchema

/// The statement that makes an index.
struct IndexText {
    private let id: ObjectID
    private let body: Index
    /// Without partitions that have an index of their own to be attached, `ONLY` would leave the partitions without one.
    private let isDivided: Bool
    private let isConcurrent: Bool

    init(_ id: ObjectID, _ body: Index, isDivided: Bool = false, isConcurrent: Bool = false) {
        self.id = id
        self.body = body
        self.isDivided = isDivided
        self.isConcurrent = isConcurrent
    }

    var sql: SQL {
        guard body.isRead else { return SQL(raw: body.definition) }
        var sql: SQL = "CREATE \(raw: body.unique ? "UNIQUE " : "")INDEX "
        if isConcurrent { sql += "CONCURRENTLY " }
        sql += "\(name: id.name) ON "
        if isDivided { sql += "ONLY " }
        sql += "\(name: body.table) USING \(name: body.method.value) \(raw: body.columnClause.value)"
        let parameters = body.parameters.value.map(Self.parameter)
        if !parameters.isEmpty { sql += " WITH (\(parameters, separator: ", "))" }
        if let tablespace = body.tablespace { sql += " TABLESPACE \(name: tablespace)" }
        if let predicate = body.predicate.value { sql += " WHERE \(raw: predicate)" }
        return sql
    }

    /// As the server writes it: a value that could be a name stands without quotes.
    private static func parameter(_ option: String) -> SQL {
        let value = Options.value(option)
        let isWord = SQL.quoted(name: value) == value
        return "\(name: Options.name(option))=\(isWord ? SQL(raw: value) : "\(literal: value)")"
    }
}

extension Index {
    /// Whether the catalog has said what it consists of.
    var isRead: Bool { !method.value.isEmpty }
}
