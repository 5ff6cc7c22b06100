import AutogenDiff
import AutogenSQLText
import AutogenSchema

/// New columns beside those that get another type or another name, and what keeps them in step.
struct ColumnExpansion {
    private struct Member {
        let pair: Expansion.Pair
        let from: Column
        let to: Column

        var old: ObjectID { pair.old }
        var new: ObjectID { pair.new }
        /// Clients write either of them, by its own name.
        var isRenamed: Bool { pair.name != old.name }

        /// The value of the new column, of a row that has this name in front.
        func value(_ row: SQL = "") -> SQL {
            isRenamed ? "\(row)\(name: old.name)" : "CAST(\(row)\(name: old.name) AS \(raw: to.type))"
        }

        /// The value of the old column, of a row in which the new one has its name.
        func formerValue(_ row: SQL = "") -> SQL {
            isRenamed ? "\(row)\(name: new.name)" : "CAST(\(row)\(name: pair.name) AS \(raw: from.type))"
        }

        /// Whether an index or a key of the end reads it.
        func isRead(by part: ObjectID, in context: ObjectPlan) -> Bool {
            context.to.needs(of: part).contains(ObjectID(.column, path: old.relationPath + [pair.name]))
        }

        func step(_ name: String, _ value: SQL, as body: Column, with other: String) -> ColumnSync.Step {
            ColumnSync.Step(name: name, value: value, body: body, other: isRenamed ? other : nil)
        }
    }

    private let context: ObjectPlan
    private var result = Expansion()

    /// - Parameter renames: columns that get another name.
    static func expansion(of renames: [Rename], in context: ObjectPlan) throws(ExpansionError) -> Expansion? {
        var tables: [[String]: [Member]] = [:]
        for change in context.altered.values.sorted(by: { $0.id < $1.id }) where writesAnew(change, in: context) {
            guard case .column(let from) = change.from.definition, case .column(let to) = change.to.definition else {
                continue
            }
            let new = ObjectID(.column, path: change.id.relationPath + [NameAside.name(change.id.name, "__new")])
            let pair = Expansion.Pair(old: change.id, new: new, name: change.id.name)
            try check(pair, from, to, in: context)
            let conversion = ValueConversion(of: change.id, from: from.type, to: to.type, isRemade: false, in: context)
            if let hazard = conversion.hazards.first {
                // The trigger would refuse what clients write.
                throw fault(pair, "not every value goes over as it is: \(hazard.message)")
            }
            tables[change.id.relationPath, default: []].append(Member(pair: pair, from: from, to: to))
        }
        for rename in renames {
            let old = ObjectID(.column, path: rename.old.path)
            let new = ObjectID(.column, path: Renames([rename]).renamed(rename.old).path)
            guard let from = context.from.body(old, as: Column.self), let to = context.to.body(new, as: Column.self)
            else { continue }
            let pair = Expansion.Pair(old: old, new: new, name: new.name)
            try check(pair, from, to, in: context)
            if context.to.contains(old) { throw fault(pair, "another column gets its name") }
            if let trigger = trigger(for: old, in: context) {
                throw fault(pair, "trigger \(trigger) fires for it by name (UPDATE OF), and would not for the new one")
            }
            if from.type != to.type { throw fault(pair, "it gets another type, too: let one come after the other") }
            tables[old.relationPath, default: []].append(Member(pair: pair, from: from, to: to))
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

    private static func fault(_ pair: Expansion.Pair, _ reason: String) -> ExpansionError {
        pair.name == pair.old.name
            ? ExpansionError(type: Address(pair.old), reason) : ExpansionError(name: Address(pair.old), reason)
    }

    /// A trigger that fires where a statement names the column.
    private static func trigger(for column: ObjectID, in context: ObjectPlan) -> String? {
        (context.oldParts[ObjectID(.table, path: column.relationPath)] ?? []).sorted().first { part in
            context.from.body(part, as: Trigger.self)?.columns.value.contains(column.name) ?? false
        }?.name
    }

    private static func check(
        _ pair: Expansion.Pair, _ from: Column, _ to: Column, in context: ObjectPlan
    ) throws(ExpansionError) {
        let id = pair.old
        let table = ObjectID(.table, path: id.relationPath)
        if from.generated != nil || to.generated != nil { throw fault(pair, "it is computed from others") }
        if context.from.body(table, as: Table.self)?.partitionKey != nil
            || context.from.contains(ObjectID(.partition, path: table.path))
        {
            throw fault(pair, "its table has partitions, or is one")
        }
        if !OnlineNotNull.isAlone(table.path, in: context) || to.notNullNotValid {
            throw fault(pair, "its table inherits, or others inherit from it")
        }
        // A column of it would come with the domain's default in each row, or be refused for want of a value.
        let needsDomain = context.to.needs(of: context.to.contains(pair.new) ? pair.new : id).contains { need in
            need.kind == .domain
        }
        if needsDomain { throw fault(pair, "its type is a domain, which may give rows a value of its own") }
        if context.from.contains(pair.new) { throw fault(pair, "\(pair.new.name) is there already") }
        if ColumnTypeChange.isRemade(id, in: context) { throw fault(pair, "its type is made anew under its name") }
    }

    // MARK: The first step

    private mutating func expand(_ table: [String], _ members: [Member]) {
        result.columns += members.map(\.pair)
        let sync = ColumnSync(
            table, "__sync", members.map { $0.step($0.new.name, $0.value("NEW."), as: $0.to, with: $0.old.name) })
        result.expand += sync.beginning + members.filter(\.isRenamed).flatMap { grants(on: $0.new) }
        result.expandBack = sync.ending + result.expandBack
    }

    /// What clients of the new version may do with a column that they know by its name.
    private func grants(on column: ObjectID) -> [Statement] {
        context.to.ids(of: .grant).filter { $0.target == column }.sorted().flatMap { grant -> [Statement] in
            guard let body = context.to.body(grant, as: Grant.self) else { return [] }
            return GrantRule.changes(
                grant, from: Privileges([]), to: Privileges(body.privileges, grantable: body.grantable), context.to)
        }
    }

    /// The way back from the third step: what has the old name now, or the new one, is what the old column gets.
    private mutating func returnFromContraction(_ table: [String], _ members: [Member]) {
        let sync = ColumnSync(
            table, "__back",
            members.map { $0.step($0.pair.leaving, $0.formerValue("NEW."), as: $0.from, with: $0.pair.name) })
        let values = members.map {
            ("\(name: $0.pair.leaving)" as SQL, "\(name: $0.pair.name)" as SQL, $0.formerValue())
        }
        for member in members {
            let id = ObjectID(.column, path: table + [member.pair.leaving])
            result.returning[id] = Fill(expression: member.formerValue().text, dependsOnRow: true)
        }
        result.contractBack += sync.beginning
        let narrows = members.contains { !$0.isRenamed }
        result.contractBack.append(
            filling(
                table, values, hazards: narrows ? [.mayFail("fails if a value does not fit the old type")] : []))
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
        for part in (context.newParts[ObjectID(.table, path: table)] ?? []).sorted() {
            let read = members.filter { $0.isRead(by: part, in: context) }
            // By the names that the declared schema has for them.
            let names = Dictionary(read.map { ($0.pair.name, $0.new.name) }, uniquingKeysWith: { first, _ in first })
            guard !read.isEmpty, let build = counterpart(of: part, on: table, names) else { continue }
            result.backfill.append(build.statement)
            dropped.append(OnlineIndex.dropping(build.id))
            if part.kind == .index, context.from.contains(part) {
                result.indexes.append(Expansion.Pair(old: part, new: build.id, name: part.name))
            }
        }
        result.backfillBack = dropped + Statement.joined(result.backfillBack)
    }

    /// The index over the new columns that takes the place of one over the old ones.
    ///
    /// - Parameter names: what the columns are called by now, by their names in the end.
    private func counterpart(
        of part: ObjectID, on table: [String], _ names: [String: String]
    ) -> (id: ObjectID, statement: Statement)? {
        // What there is none of is built under its name.
        let isNew = part.kind == .index && !context.from.contains(part)
        let name = isNew ? part.name : OnlineIndex.nameAside(of: part, in: context)
        let id = ObjectID(.index, path: [part.path.first ?? "", name])
        func renamed(_ columns: [String]) -> [String] { columns.map { names[$0] ?? $0 } }
        // In an expression, a name may be another's than the column's.
        let keepsNames = names.allSatisfy { $0 == $1 }
        switch context.to[part]?.definition {
        case .index(var body)
        where body.isRead && (keepsNames || !body.hasExpressions.value && body.predicate.value == nil):
            if !keepsNames { body.columnClause.value = Self.renamed(names, in: body.columnClause.value) }
            let text = IndexText(id, body, isConcurrent: true).sql
            return (id, OnlineIndex.building(text, on: table, hazards: [], in: context))
        case .constraint(var body) where OnlineKey.canBeBuilt(body, on: table, in: context):
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
