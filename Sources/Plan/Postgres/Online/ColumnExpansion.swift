import AutogenDiff
import AutogenSQLText
import AutogenSchema

/// New columns beside those that get another type, and what keeps them in step.
struct ColumnExpansion {
    private struct Member {
        let old: ObjectID
        let new: ObjectID
        let from: Column
        let to: Column

        /// The value of the new column, of a row that has this name in front.
        func value(_ row: SQL = "") -> SQL { "CAST(\(row)\(name: old.name) AS \(raw: to.type))" }
    }

    private let context: ObjectPlan
    private var result = Expansion()

    static func expansion(in context: ObjectPlan) throws(ExpansionError) -> Expansion? {
        var tables: [[String]: [Member]] = [:]
        for change in context.altered.values.sorted(by: { $0.id < $1.id }) where writesAnew(change, in: context) {
            guard case .column(let from) = change.from.definition, case .column(let to) = change.to.definition else {
                continue
            }
            try check(change.id, from, to, in: context)
            let name = NameAside.name(change.id.name, "__new")
            let new = ObjectID(.column, path: change.id.path.dropLast() + [name])
            tables[change.id.relationPath, default: []].append(Member(old: change.id, new: new, from: from, to: to))
        }
        guard !tables.isEmpty else { return nil }
        var expansion = ColumnExpansion(context: context)
        for (table, members) in tables.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            expansion.expand(table, members)
            expansion.backfill(table, members)
            expansion.returnFromContraction(table, members)
        }
        expansion.result.backfill = Statement.joined(expansion.result.backfill)
        return expansion.result
    }

    private init(context: ObjectPlan) { self.context = context }

    private static func writesAnew(_ change: Alteration, in context: ObjectPlan) -> Bool {
        change.id.kind == .column && context.isOnline(change.id.relationPath)
            && ColumnTypeChange.happens(change, in: context)
            && ExpectedUses.of(.alter(change), with: [], in: context).contains { $0.effect == .rewritten }
    }

    private static func check(
        _ id: ObjectID, _ from: Column, _ to: Column, in context: ObjectPlan
    ) throws(ExpansionError) {
        func fault(_ reason: String) -> ExpansionError { ExpansionError(column: id, reason: reason) }
        let table = ObjectID(.table, path: id.relationPath)
        if from.generated != nil || to.generated != nil { throw fault("it is computed from others") }
        if context.from.body(table, as: Table.self)?.partitionKey != nil
            || context.from.contains(ObjectID(.partition, path: table.path))
        {
            throw fault("its table has partitions, or is one")
        }
        if !OnlineNotNull.isPossible(id, to, in: context) {
            throw fault("its table inherits, or others inherit from it")
        }
        let name = NameAside.name(id.name, "__new")
        if context.from.contains(ObjectID(.column, path: table.path + [name])) {
            throw fault("\(name) is there already")
        }
        if ColumnTypeChange.isRemade(id, in: context) { throw fault("its type is made anew under its name") }
        let conversion = ValueConversion(of: id, from: from.type, to: to.type, isRemade: false, in: context)
        if let hazard = conversion.hazards.first {
            // The trigger would refuse what clients write.
            throw fault("not every value goes over as it is: \(hazard.message)")
        }
    }

    // MARK: The first step

    private mutating func expand(_ table: [String], _ members: [Member]) {
        result.columns += members.map { Expansion.Pair(old: $0.old, new: $0.new) }
        let sync = Sync(
            table, "__sync", members.map { Sync.Column(name: $0.new.name, value: $0.value("NEW."), $0.to) })
        result.expand += sync.beginning
        result.expandBack = sync.ending + result.expandBack
    }

    /// The way back from the third step: what has the old name now is what the old column gets.
    private mutating func returnFromContraction(_ table: [String], _ members: [Member]) {
        func leaving(_ member: Member) -> String {
            Expansion.leaving(Expansion.Pair(old: member.old, new: member.new))
        }
        func value(_ member: Member, _ row: SQL = "") -> SQL {
            "CAST(\(row)\(name: member.old.name) AS \(raw: member.from.type))"
        }
        let sync = Sync(
            table, "__back", members.map { Sync.Column(name: leaving($0), value: value($0, "NEW."), $0.from) })
        let values = members.map { ("\(name: leaving($0))" as SQL, "\(name: $0.old.name)" as SQL, value($0)) }
        for member in members {
            let id = ObjectID(.column, path: table + [leaving(member)])
            result.returning[id] = Fill(expression: value(member).text, dependsOnRow: true)
        }
        result.contractBack += sync.beginning
        result.contractBack.append(
            filling(table, values, hazards: [.mayFail("fails if a value does not fit the old type")]))
    }

    /// What the trigger has not filled: the rows from before it.
    private func filling(
        _ table: [String], _ values: [(column: SQL, source: SQL, value: SQL)], hazards: [Hazard] = []
    ) -> Statement {
        let assignments = values.map { "\($0.column) = \($0.value)" as SQL }
        let missing = values.map { "\($0.column) IS NULL AND \($0.source) IS NOT NULL" as SQL }
        let update: SQL =
            "UPDATE \(name: table) SET \(assignments, separator: ", ") WHERE \(missing, separator: " OR ")"
        return OnlineFill.statement(update, of: table, hazards: hazards, in: context)
    }

    // MARK: The second step

    private mutating func backfill(_ table: [String], _ members: [Member]) {
        result.backfill.append(
            filling(table, members.map { ("\(name: $0.new.name)", "\(name: $0.old.name)", $0.value()) }))
        for member in members where member.to.notNull {
            var body = member.to
            body.notNullName = nil
            result.backfill += OnlineNotNull.statements(member.new, body, hazards: [], filling: [], in: context)
            result.backfillBack.append(
                Statement(head: ColumnRule.head(member.new), "ALTER COLUMN \(name: member.new.name) DROP NOT NULL"))
        }
        var dropped: [Statement] = []
        let names = Dictionary(members.map { ($0.old.name, $0.new.name) }, uniquingKeysWith: { first, _ in first })
        for part in (context.newParts[ObjectID(.table, path: table)] ?? []).sorted() {
            guard let build = counterpart(of: part, on: table, names) else { continue }
            result.backfill.append(build.statement)
            dropped.append(OnlineIndex.dropping(build.id))
            if part.kind == .index, context.from.contains(part) {
                result.indexes.append(Expansion.Pair(old: part, new: build.id))
            }
        }
        result.backfillBack = dropped + Statement.joined(result.backfillBack)
    }

    /// The index over the new columns that takes the place of one over the old ones.
    private func counterpart(
        of part: ObjectID, on table: [String], _ names: [String: String]
    ) -> (id: ObjectID, statement: Statement)? {
        let id = ObjectID(.index, path: [part.path.first ?? "", OnlineIndex.nameAside(of: part, in: context)])
        func renamed(_ columns: [String]) -> [String] { columns.map { names[$0] ?? $0 } }
        switch context.to[part]?.definition {
        case .index(var body)
        where body.isRead && !body.columns.allSatisfy({ names[$0] == nil }) && !body.hasExpressions.value
            && body.predicate.value == nil:
            body.columnClause.value = Self.renamed(names, in: body.columnClause.value)
            let text = IndexText(id, body, isConcurrent: true).sql
            return (id, OnlineIndex.building(text, on: table, hazards: [], in: context))
        case .constraint(var body)
        where OnlineKey.canBeBuilt(body, on: table, in: context) && !body.columns.allSatisfy({ names[$0] == nil }):
            body.columns = renamed(body.columns)
            body.included.value = renamed(body.included.value)
            return (id, OnlineKey.building(id.name, body, on: table, hazards: [], in: context))
        default: return nil
        }
    }

    /// The keys of an index with other names of columns.
    private static func renamed(_ names: [String: String], in clause: String) -> String {
        let source = Array(clause.utf8)
        var reader = SQLReader(clause, .postgresql)
        var (result, end): ([UInt8], Int) = ([], 0)
        while let token = reader.next() {
            guard let name = reader.name(of: token), let new = names[name] else { continue }
            result += source[end..<token.range.lowerBound] + Array(SQL.quoted(name: new).utf8)
            end = token.range.upperBound
        }
        return String(decoding: result + source[end...], as: UTF8.self)
    }
}

/// Columns that a trigger fills from others of their row, however the row comes or changes.
private struct Sync {
    struct Column {
        let name: String
        let value: SQL
        let body: AutogenSchema.Column

        init(name: String, value: SQL, _ body: AutogenSchema.Column) {
            self.name = name
            self.value = value
            self.body = body
        }
    }

    private let table: [String]
    private let columns: [Column]
    private let function: [String]
    /// The last of all that fire before, whose changes it sees.
    private let trigger: String

    init(_ table: [String], _ ending: String, _ columns: [Column]) {
        self.table = table
        self.columns = columns
        let name = NameAside.name(table.last ?? "", ending)
        function = table.dropLast() + [name]
        trigger = NameAside.name("zzz_" + (table.last ?? ""), ending)
    }

    private var head: SQL { "ALTER TABLE \(name: table)" }

    var beginning: [Statement] {
        let adding = columns.map { column in
            var body = AutogenSchema.Column()
            (body.type, body.collation) = (column.body.type, column.body.collation)
            let id = ObjectID(.column, path: table + [column.name])
            return Statement(head: head, "ADD COLUMN \(ColumnRule.definition(id, body, default: nil))")
        }
        let assignments = columns.map { "NEW.\(name: $0.name) := \($0.value)" as SQL }
        let body: SQL = "BEGIN \(assignments, separator: "; "); RETURN NEW; END"
        return Statement.joined(adding) + [
            Statement("CREATE FUNCTION \(name: function)() RETURNS trigger LANGUAGE plpgsql AS \(literal: body.text)"),
            Statement(
                """
                CREATE TRIGGER \(name: trigger) BEFORE INSERT OR UPDATE ON \(name: table) \
                FOR EACH ROW EXECUTE FUNCTION \(name: function)()
                """),
        ]
    }

    var ending: [Statement] {
        [Statement("DROP TRIGGER \(name: trigger) ON \(name: table)"), Statement("DROP FUNCTION \(name: function)()")]
            + Statement.joined(columns.map { Statement(head: head, "DROP COLUMN \(name: $0.name)") })
    }
}
