import AutogenDiff
import AutogenSchema

/// `ALTER TABLE ... ADD COLUMN`, `ALTER COLUMN`, `DROP COLUMN`.
enum ColumnRule: PostgresRule {
    static func create(_ id: ObjectID, _ body: Column, with parts: [SchemaObject], in context: ObjectPlan)
        -> [Statement]
    {
        if comesWithType(id, in: context) {
            return ownDefault(id, among: parts, in: context)
                + (body.notNull ? [Statement(head: head(id), "ALTER COLUMN \(name: id.name) SET NOT NULL")] : [])
                + settings(id, from: Column(), to: body)
        }
        if body.inherited { return ownDefault(id, among: parts, in: context) }
        let comesFromParent = InheritanceTree.inheritedFrom(id, in: context, where: context.isMade)
        let expression = parts.lazy.compactMap { $0.definition.body as? ColumnDefault }.first?.expression
        var added = body
        var identity: [Statement] = []
        if let kind = body.identity, hasChildren(id.relationPath, in: context) {
            // The server adds no identity column to children, which would not have the identity anyway.
            added.identity = nil
            let clause: SQL = "ALTER COLUMN \(name: id.name) ADD \(self.identity(kind, body))"
            identity = [Statement("\(head(id)) \(clause)")]
        }
        let isFilledLater = TableFill.isFilledLater(id, in: context)
        // Children come between that and its refusal of NULL.
        let takesNull =
            !comesFromParent && !isFilledLater && !InheritedNotNull.named(below: id, in: context).isEmpty
        let additions =
            comesFromParent
            ? ownDefault(id, among: parts, in: context)
            : addition(id, added, default: expression, takesNull: takesNull, in: context) + identity
                + (takesNull ? NotNull.settings(id, body, in: context) : [])
        let later = isFilledLater ? [] : NotNull.additions(id, body, in: context)
        return additions + settings(id, from: Column(), to: body) + later
    }

    static func drop(_ id: ObjectID, _ body: Column, in context: ObjectPlan) -> [Statement] {
        if comesWithType(id, in: context) { return [] }
        let hasParents = !InheritanceTree.parents(of: id.relationPath, in: context.from).isEmpty
        // What a parent has, its child can't drop; it goes with the parent's, or with the child. What a partition has goes by
        // itself where the partition is detached before.
        if hasParents, context.isTornDown(ObjectID(.table, path: id.relationPath)),
            !PartitionOrdering.isDetached(id, context)
        {
            return []
        }
        let comesFromParent = InheritanceTree.inheritedFrom(id, in: context) { context.from.contains($0) }
        if body.inherited, comesFromParent || !hasParents { return [] }
        if InheritanceTree.inheritedFrom(id, in: context, where: context.isTornDown) { return [] }
        // ONLY leaves a child's column to the child.
        let staysBelow = InheritanceTree.children(of: id.relationPath, in: context).contains { child in
            let column = ObjectID(.column, path: child + [id.name])
            return context.to.body(column, as: Column.self)?.inherited == false && !context.isTornDown(column)
        }
        let head: SQL = staysBelow ? "ALTER TABLE ONLY \(name: id.relationPath)" : head(id)
        let isComputed = body.generated != nil && context.to.body(id, as: Column.self)?.generated != nil
        let losesNothing = isComputed || body.virtual
        let hazards = losesNothing ? [] : [Hazard.dataLoss(id, "drops the column with its values")]
        return [Statement(head: head, "DROP COLUMN \(name: id.name)", hazards: hazards)]
    }

    static func strategy(for change: Alteration, from: Column, to: Column, in context: ObjectPlan) -> AlterStrategy {
        if from.generated != to.generated || from.virtual != to.virtual,
            !GeneratedExpression.changesInPlace(change, from: from, to: to, in: context)
        {
            // A stored value can stay when it is no longer computed; the other way it is computed anew.
            guard to.generated == nil, !from.virtual else { return .recreate }
        }
        // A column that is to come from the parent alone has to go before the parent's comes.
        if to.inherited, !from.inherited,
            InheritanceTree.inheritedFrom(change.id, in: context, where: context.created.contains)
        {
            return .recreate
        }
        guard ColumnTypeChange.happens(change, in: context) else { return .alter }
        return .alter(disturbing: ColumnTypeChange.disturbed(by: change, from: from, to: to, in: context))
    }

    static func alter(_ change: Alteration, from: Column, to: Column, in context: ObjectPlan) -> [Statement] {
        let id = change.id
        let column: SQL = "ALTER COLUMN \(name: id.name)"
        var clauses: [Statement] = []
        func add(_ clause: SQL, _ hazards: [Hazard] = []) {
            clauses.append(Statement(head: head(id), "\(column) \(clause)", hazards: hazards))
        }
        let changesType = from.type != to.type
        if from.identity != nil, to.identity == nil {
            // The server checks the type of an identity column before anything in the statement has happened.
            if changesType {
                clauses.append(Statement("\(head(id)) \(column) DROP IDENTITY"))
            } else {
                add("DROP IDENTITY")
            }
        }
        let endsWithParent = InheritanceTree.inheritedFrom(id, in: context) {
            context.altered[$0]?.touches("generated") == true
        }
        if from.generated != nil, to.generated == nil, !endsWithParent {
            // The server refuses USING for a column that is computed when the statement begins.
            if changesType {
                clauses.append(Statement("\(head(id)) \(column) DROP EXPRESSION"))
            } else {
                add("DROP EXPRESSION")
            }
        }
        let isNarrowed = from.identity != nil && to.identity != nil && IdentityOptions(from).exceeds(to.type)
        if isNarrowed {
            // The numbers must fit the new type before the sequence gets it.
            clauses += identity(id, from: from, to: to).map { Statement("\(head(id)) \($0.sql)") }
        }
        let retypes = ColumnTypeChange.happens(change, in: context)
        if retypes, !InheritanceTree.inheritedFrom(id, in: context, where: { context.altered[$0] != nil }) {
            clauses += ColumnTypeChange.statements(change, from: from, to: to, head: head(id), in: context)
        }
        if GeneratedExpression.changesInPlace(change, from: from, to: to, in: context) {
            clauses += GeneratedExpression.statements(change, to: to, in: context)
        }
        clauses += NotNull.changes(change, from: from, to: to, in: context)
        if !isNarrowed { clauses += identity(id, from: from, to: to) }
        if from.identity == nil, to.identity != nil, let continuation = SequenceContinuation(of: id, in: context) {
            clauses += continuation.statements + continuation.start(in: context.to)
        }
        var kept = from
        if retypes {
            // With another type come its own storage and compression.
            kept.type = to.type
            kept.storage = nil
            kept.compression = nil
        }
        return clauses + logging(id, from: from, to: to, in: context) + settings(id, from: kept, to: to)
    }

    /// A column that comes from a parent comes with the parent's default.
    static func ownDefault(_ id: ObjectID, among parts: [SchemaObject], in context: ObjectPlan) -> [Statement] {
        func expression(_ column: ObjectID) -> String? {
            context.to.body(ObjectID(.columnDefault, path: column.path), as: ColumnDefault.self)?.expression
        }
        let given = InheritanceTree.parents(of: id.relationPath, in: context.to).lazy
            .compactMap { expression(ObjectID(.column, path: $0 + [id.name])) }.first
        let wanted = expression(id)
        guard given != wanted else { return [] }
        let head: SQL = "ALTER TABLE ONLY \(name: id.relationPath)"
        guard let wanted else { return [Statement(head: head, "ALTER COLUMN \(name: id.name) DROP DEFAULT")] }
        // One that is an object with a step of its own is set there.
        guard parts.contains(where: { $0.id.kind == .columnDefault }) else { return [] }
        let source = DeparsedExpression.source(of: wanted)
        return [Statement(head: head, "ALTER COLUMN \(name: id.name) SET DEFAULT \(raw: source)")]
    }

    private static func hasChildren(_ table: [String], in context: ObjectPlan) -> Bool {
        !InheritanceTree.children(of: table, in: context).isEmpty
            || !Inheritance.beginnings(under: table, in: context).isEmpty
    }

    /// Whether the column is an attribute of the type of its table, and comes and goes with it.
    private static func comesWithType(_ id: ObjectID, in context: ObjectPlan) -> Bool {
        let table = context.from.body(ObjectID(.table, path: id.relationPath), as: Table.self)
        let next = context.to.body(ObjectID(.table, path: id.relationPath), as: Table.self)
        return table?.ofType.isEmpty == false && table?.ofType == next?.ofType
            && !context.isTornDown(ObjectID(.table, path: id.relationPath))
    }

    /// Where rows may be and nothing says what they shall hold, they get what a person decided, or the database refuses.
    ///
    /// A default that is gone again right after fills the column without writing a row, so no trigger fires.
    ///
    /// - Parameter takesNull: whether something comes before NULL is refused.
    private static func addition(
        _ id: ObjectID, _ body: Column, default expression: String?, takesNull: Bool, in context: ObjectPlan
    ) -> [Statement] {
        func add(_ body: Column, _ value: SQL?, _ hazards: [Hazard] = []) -> Statement {
            var body = body
            if takesNull { (body.notNull, body.notNullName) = (false, nil) }
            return Statement(head: head(id), "ADD COLUMN \(definition(id, body, value: value))", hazards: hazards)
        }
        let table = ObjectID(.table, path: id.relationPath)
        let isForeign = context.to.body(table, as: Table.self)?.server != nil
        let isNeeded = expression == nil && ColumnFill.isNeeded(for: body, in: context.to)
        guard isNeeded, !isForeign, !context.isMade(table) else {
            let value = expression.map(DeparsedExpression.source)
            if let value, !takesNull, OnlineFill.followsAddition(id, body, default: value, in: context) {
                var bare = body
                (bare.notNull, bare.notNullName) = (false, nil)
                return OnlineFill.additions(id, body, default: value, adding: add(bare, nil), in: context)
            }
            let hasRows = !isForeign && !context.isMade(table)
            let isFilled = body.notNull && hasRows
            var hazards = isFilled ? value.map { [Hazard.fill(id, "rows get the default \($0)")] } ?? [] : []
            if value == nil, hasRows, body.generated == nil, ColumnFill.checksNull(body.type, in: context) {
                hazards.append(.mayFail("rows get NULL: fails if a check of \(body.type), or of its base, refuses it"))
            }
            return [add(body, value.map { SQL(raw: $0) }, hazards)]
        }
        if TableFill.isFilledLater(id, in: context) {
            var nullable = body
            nullable.notNull = false
            nullable.notNullName = nil
            nullable.type = ColumnFill.nullableType(of: body.type, in: context.to)
            return [add(nullable, nil)]
        }
        let fill = ColumnFill(id, in: context)
        // The comment of a place must stand within the statement.
        let value: SQL = takesNull || NotNull.clause(body).isEmpty ? "(\(fill.value))" : fill.value
        return [
            add(body, value, [fill.hazard]),
            // In one statement with its addition, the server would not know the column yet.
            Statement("\(head(id)) ALTER COLUMN \(name: id.name) DROP DEFAULT"),
        ]
    }

    static func head(_ id: ObjectID) -> SQL { "ALTER TABLE \(name: id.relationPath)" }

    /// `email text COLLATE "C" DEFAULT '' NOT NULL`; of a typed table `email WITH OPTIONS NOT NULL`, or nothing at all.
    static func definition(
        _ id: ObjectID, _ body: Column, default expression: String?, ofTypedTable isTyped: Bool = false
    ) -> SQL {
        let value = expression.map { SQL(raw: DeparsedExpression.source(of: $0)) }
        return definition(id, body, value: value, ofTypedTable: isTyped)
    }

    private static func definition(
        _ id: ObjectID, _ body: Column, value: SQL?, ofTypedTable isTyped: Bool = false
    ) -> SQL {
        var sql: SQL = "\(name: id.name) \(raw: isTyped ? "WITH OPTIONS" : body.type)"
        if !body.serverOptions.isEmpty { sql += " \(Options.foreign(body.serverOptions))" }
        if !isTyped, let compression = body.compression { sql += " COMPRESSION \(raw: compression)" }
        if !isTyped, let collation = body.collation { sql += " COLLATE \(raw: collation)" }
        if let generated = body.generated {
            sql +=
                " GENERATED ALWAYS AS (\(raw: DeparsedExpression.source(of: generated))) \(raw: body.virtual ? "VIRTUAL" : "STORED")"
        }
        if let identity = body.identity { sql += " \(self.identity(identity, body))" }
        if let value { sql += " DEFAULT \(value)" }
        return sql + NotNull.clause(body)
    }

    private static func identity(_ kind: String, _ body: Column) -> SQL {
        var options = body.identityOptions.map { SQL(raw: $0) }
        if !body.identitySequence.isEmpty { options.insert("SEQUENCE NAME \(name: body.identitySequence)", at: 0) }
        let list: SQL = options.isEmpty ? "" : " (\(options, separator: " "))"
        return "GENERATED \(raw: kind) AS IDENTITY\(list)"
    }

    private static func identity(_ id: ObjectID, from: Column, to: Column) -> [Statement] {
        guard let kind = to.identity else { return [] }
        let column: SQL = "ALTER COLUMN \(name: id.name)"
        guard let old = from.identity else {
            let clause: SQL = "\(column) ADD \(identity(kind, to))"
            return [from.type == to.type ? Statement(head: head(id), clause) : Statement("\(head(id)) \(clause)")]
        }
        var clauses: [SQL] = []
        if old != kind { clauses.append("SET GENERATED \(raw: kind)") }
        clauses += IdentityOptions.changes(from: from, to: to)
        var statements = clauses.isEmpty ? [] : [Statement(head: head(id), "\(column) \(clauses, separator: " ")")]
        if from.identitySequence != to.identitySequence, from.identitySequence.first == to.identitySequence.first,
            let name = to.identitySequence.last
        {
            statements.append(Statement("ALTER SEQUENCE \(name: from.identitySequence) RENAME TO \(name: name)"))
        }
        return statements
    }

    /// The sequence of an identity column is logged like its table unless the options say otherwise (server 15).
    private static func logging(
        _ id: ObjectID, from: Column, to: Column, in context: ObjectPlan
    ) -> [Statement] {
        func word(_ body: Column, _ catalog: Catalog) -> String {
            let own = body.identityOptions.first { $0 == "LOGGED" || $0 == "UNLOGGED" }
            let table = catalog.body(ObjectID(.table, path: id.relationPath), as: Table.self)
            return own ?? (table?.unlogged == true ? "UNLOGGED" : "LOGGED")
        }
        let new = word(to, context.to)
        guard from.identity != nil, to.identity != nil, from.identityOptions != to.identityOptions,
            word(from, context.from) != new
        else { return [] }
        return [Statement("ALTER SEQUENCE \(name: to.identitySequence) SET \(raw: new)")]
    }

    /// What only `ALTER COLUMN` can say: storage, statistics target, options.
    static func settings(_ id: ObjectID, from: Column, to: Column, head: SQL? = nil) -> [Statement] {
        let head = head ?? self.head(id)
        let column: SQL = "ALTER COLUMN \(name: id.name)"
        var clauses: [SQL] = []
        if from.storage != to.storage {
            clauses.append("SET STORAGE \(raw: to.storage ?? TypeFamily.usualStorage(of: to.type))")
        }
        if from.compression != to.compression, from.type == to.type {
            clauses.append("SET COMPRESSION \(raw: to.compression ?? "default")")
        }
        if from.statistics != to.statistics { clauses.append("SET STATISTICS \(to.statistics ?? -1)") }
        var statements = clauses.map { Statement(head: head, "\(column) \($0)") }
        statements += Options.changes(from: from.options, to: to.options, head: "\(head) \(column)").map {
            statement in
            var statement = statement
            statement.sql = "\(column) \(statement.sql)"
            statement.head = head
            return statement
        }
        if let options = Options.foreignChanges(from: from.serverOptions, to: to.serverOptions), !from.type.isEmpty {
            statements.append(Statement("ALTER FOREIGN TABLE \(name: id.relationPath) \(column) \(options)"))
        }
        return statements
    }

    static func mustMakeWay(_ body: Body?, for change: TypeChange) -> Bool { true }
    static func creationHost(_ id: ObjectID, _ body: Column, in catalog: Catalog) -> ObjectID? {
        catalog.parent(of: id)
    }

    /// The column of a child goes with that of its parent.
    static func dropHosts(
        _ id: ObjectID, _ body: Column, whole: [ObjectID], in context: ObjectPlan
    ) -> [ObjectID] {
        whole + StatementHosts.columns([id.name], of: context.from.parent(of: id), in: context).filter { $0 != id }
    }

    static func names(_ id: ObjectID, _ body: Column) -> [String] {
        let sequence = body.identitySequence.isEmpty ? [] : [OccupiedNames.relation(body.identitySequence)]
        let notNull = body.notNullName.map { ["constraint " + (id.relationPath + [$0]).exact] } ?? []
        return ["column " + id.path.exact] + sequence + notNull
    }

    static func predecessors(_ id: ObjectID, _ body: Column, in context: ObjectPlan) -> [ObjectID] {
        PartitionOrdering.numbering(of: id, context) + PartitionOrdering.typeOfTable(of: id, context)
            + PartitionOrdering.beginnings(before: id, context) + PartitionOrdering.reattached(to: id, context)
            + PartitionOrdering.origins(of: id, context)
    }
}
