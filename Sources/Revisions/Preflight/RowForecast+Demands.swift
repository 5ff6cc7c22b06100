import AutogenSQLText
import AutogenSchema

extension RowForecast {
    /// What a constraint asks of the rows of a table.
    mutating func askAll(of constraint: ConstraintText, _ table: Table) {
        switch constraint.form {
        case .notNull(let column): askNotNull(table, column)
        case .check(let text):
            let wasAlone = isAlone
            if constraint.isOwn { isAlone = true }
            askCheck(table, text, name: constraint.name)
            isAlone = wasAlone
        case .unique(let keys, let isPrimary, let nullsAreEqual):
            if constraint.yields { return settle() }
            if isPrimary, isPostgres || table.made?.isStrict == true || table.made?.hasRowID == false {
                for key in keys { if let name = SQLReader.name(in: key, dialect.syntax) { askNotNull(table, name) } }
            }
            askUnique(table, keys: keys, nullsAreEqual: nullsAreEqual, where: nil)
        case .reference(let columns, let target, let targets, let isFull):
            askReference(table, columns, target, targets, isFull: isFull)
        case .exclusion(let keys, let condition): askExclusion(table, keys, condition)
        case .indexed(isPrimary: true):
            ask(.null(column: "a key column"), of: table) { _ in .none("which columns the index has is not known") }
        case .indexed(isPrimary: false), .none: settle()
        }
    }

    /// The same for rows that a query has brought into a new table.
    mutating func askCopied(_ constraint: ConstraintText, _ table: Table) {
        switch constraint.form {
        case .reference:
            // They are looked at when all tables are there.
            var waiting = table
            waiting.references = (self.table(table.path)?.references ?? []) + [(constraint, place)]
            put(waiting)
            settle()
        case .notNull, .check, .unique, .exclusion, .indexed, .none: askAll(of: constraint, table)
        }
    }

    /// At the end of a script.
    mutating func settleReferences() {
        for table in tables.values.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) })
        where !table.references.isEmpty {
            var done = table
            done.references = []
            put(done)
            let before = facts.tables.first { lookUpKey($0.key) == lookUpKey(table.path) }?.value?.references ?? []
            for (constraint, place) in table.references {
                guard case .reference(let columns, let target, let targets, let isFull) = constraint.form else {
                    continue
                }
                let key = TableFacts.Referrer(
                    table: [(target.last ?? "").folded], columns: columns.map(\.folded))
                // What was broken before is no fault of the script's.
                guard !before.contains(key) else { continue }
                askReference(done, columns, target, targets, isFull: isFull, at: place)
            }
        }
    }

    mutating func askNotNull(_ table: Table, _ column: String) {
        let isPostgres = isPostgres
        // A number is given where the rowid would be NULL.
        if table.made?.isRowID(column) == true, !isPostgres { return settle() }
        askRows(.null(column: column), of: table, mentioning: [SQL.quoted(name: column)]) { source in
            let value: SQL = "\(name: source.alias).\(name: column)"
            // Of a row type, IS NULL asks for its parts.
            return isPostgres ? "\(value) IS NOT DISTINCT FROM NULL" : "\(value) IS NULL"
        }
    }

    mutating func askCheck(_ table: Table, _ text: String, name: String?) {
        let shown = [name, "CHECK (\(text.oneLine))"].compactMap { $0 }.joined(separator: ": ")
        askRows(.broken(constraint: shown), of: table, mentioning: [text]) { _ in "NOT \(SQL.enclosed(text))" }
    }

    mutating func askUnique(_ table: Table, keys: [String], nullsAreEqual: Bool, where condition: String?) {
        let shown = keys.map(\.oneLine)
        guard !isDividedKey(table) else {
            return add(.equal(keys: shown), of: table.path, .none("tables inherit from it that were changed with it"))
        }
        let rows = alone(table)
        let isPostgres = isPostgres
        ask(.equal(keys: shown), of: table, mentioning: keys + [condition ?? ""]) { source in
            var conditions = condition.map { [SQL.enclosed($0)] } ?? []
            let keys = keys.map(SQL.enclosed)
            // Of a row type, IS NOT NULL asks for its parts.
            if !nullsAreEqual {
                conditions += keys.map { isPostgres ? "\($0) IS DISTINCT FROM NULL" : "\($0) IS NOT NULL" }
            }
            let whole: SQL = conditions.isEmpty ? "true" : "\(conditions, separator: " AND ")"
            return .rows(rows(source).equalRows(in: keys, where: whole), key: source.key.map(\.name))
        }
    }

    /// A key is that of a table alone, without those that inherit from it; of changed rows nobody knows whose they are.
    func isDividedKey(_ table: Table) -> Bool {
        guard let facts = table.facts, facts.isInherited, case .source(let source) = table.rows else { return false }
        return !source.isTable
    }

    func alone(_ table: Table) -> (ForecastRows) -> ForecastRows {
        let isAlone = isPostgres && table.facts?.isPartitioned == false
        return { isAlone ? $0.alone : $0 }
    }

    mutating func askReference(
        _ table: Table, _ columns: [String], _ path: [String], _ targets: [String], isFull: Bool, at place: Place? = nil
    ) {
        let fault = RowCheck.Fault.noTarget(columns: columns, table: path)
        guard let target = self.table(path) else {
            return add(fault, of: table.path, .none("\(SQL.shown(path)) is not there"), at: place)
        }
        let names = targets.isEmpty ? target.primaryKey.map { SQLReader.name(in: $0, dialect.syntax) ?? $0 } : targets
        guard names.count == columns.count, !isDividedKey(table) else {
            return add(fault, of: table.path, .none("the key that it refers to is not known"), at: place)
        }
        let found: SQL
        switch target.rows {
        case .unknown(let reason): return add(fault, of: table.path, .none(reason), at: place)
        case .nothing: found = "false"
        case .source(let source):
            if let growth = target.growth {
                let reason = "\(growth.text) brings rows into \(SQL.shown(path))"
                return add(fault, of: table.path, .none(reason), at: place)
            }
            let own = table.path.last ?? ""
            let pairs: [SQL] = zip(names, columns).map {
                "autogen_target.\(name: $0) = \(name: own).\(name: $1)"
            }
            found = """
                EXISTS (SELECT 1 FROM \(alone(target)(source).named("autogen_target").from) \
                WHERE \(pairs, separator: " AND "))
                """
        }
        let rows = alone(table)
        refer(table.path, to: path)
        ask(fault, of: table, at: place, mentioning: columns.map(SQL.quoted(name:))) { source in
            let values: [SQL] = columns.map { "\(name: source.alias).\(name: $0) IS NOT NULL" }
            let all: SQL = "\(values, separator: " AND ")"
            let some: SQL = "(\(values, separator: " OR "))"
            let lost: SQL = "\(all) AND NOT \(found)"
            let condition: SQL = isFull ? "\(some) AND NOT (\(all)) OR \(lost)" : lost
            return .rows(rows(source).rows(where: condition), key: source.key.map(\.name))
        }
    }

    mutating func askExclusion(
        _ table: Table, _ keys: [(key: String, operator: String)], _ condition: String?
    ) {
        let own = alone(table)
        let texts = keys.map(\.key) + [condition ?? ""]
        ask(.equal(keys: keys.map { "\($0.key.oneLine) \($0.operator)" }), of: table, mentioning: texts) { source in
            guard source.isTable else { return .none("its rows are changed before") }
            let items: [SQL] = keys.enumerated().map { "\(SQL.enclosed($1.key)) AS \(name: "autogen_part\($0)")" }
            let rest: SQL = condition.map { " WHERE \(raw: $0)" } ?? ""
            let rows: SQL = """
                SELECT ctid AS autogen_place, tableoid AS autogen_part, \
                \(source.key.enumerated().map { "\($1.expression) AS \(name: "autogen_key\($0)")" as SQL } + items, separator: ", ") \
                FROM \(own(source).from)\(rest)
                """
            let related: [SQL] = keys.enumerated().map { index, key in
                let part = "autogen_part\(index)"
                return "one.\(name: part) \(raw: key.operator) other.\(name: part)"
            }
            let shown: [SQL] = source.key.indices.map { "one.\(name: "autogen_key\($0)")" }
            let list: SQL = shown.isEmpty ? "1 AS autogen_key0" : "\(shown, separator: ", ")"
            return .rows(
                """
                WITH autogen_rows AS (\(rows)) SELECT \(list) FROM autogen_rows AS one WHERE EXISTS (\
                SELECT 1 FROM autogen_rows AS other WHERE (one.autogen_place, one.autogen_part) <> \
                (other.autogen_place, other.autogen_part) AND \(related, separator: " AND "))
                """, key: source.key.map(\.name))
        }
    }
}
