import AutogenSQLText
import AutogenSchema

extension RowForecast {
    /// What a constraint asks of the rows of a table.
    mutating func askAll(of constraint: ConstraintText, _ table: Table) {
        switch constraint.form {
        case .notNull(let column): askNotNull(table, column)
        case .check(let text): askCheck(table, text, name: constraint.name)
        case .unique(let keys, let isPrimary, let nullsAreEqual):
            if isPrimary, isPostgres || table.made?.isStrict == true || table.made?.hasRowID == false {
                for key in keys { if let name = SQLReader.name(in: key, dialect.syntax) { askNotNull(table, name) } }
            }
            askUnique(table, keys: keys, nullsAreEqual: nullsAreEqual, where: nil)
        case .reference(let columns, let target, let targets, let isFull):
            askReference(table, columns, target, targets, isFull: isFull)
        case .exclusion(let keys, let condition): askExclusion(table, keys, condition)
        case .none: settle()
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
        case .notNull, .check, .unique, .exclusion, .none: askAll(of: constraint, table)
        }
    }

    /// At the end of a script.
    mutating func settleReferences() {
        for table in tables.values.sorted(by: { $0.path.lexicographicallyPrecedes($1.path) })
        where !table.references.isEmpty {
            var done = table
            done.references = []
            put(done)
            let before = facts.tables[[table.path.last ?? ""]].flatMap { $0 }?.references ?? []
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
        askRows(.null(column: column), of: table) { source in
            let value: SQL = "\(name: source.alias).\(name: column)"
            // Of a row type, IS NULL asks for its parts.
            return isPostgres ? "\(value) IS NOT DISTINCT FROM NULL" : "\(value) IS NULL"
        }
    }

    private mutating func askCheck(_ table: Table, _ text: String, name: String?) {
        let shown = [name, "CHECK (\(text.oneLine))"].compactMap { $0 }.joined(separator: ": ")
        askRows(.broken(constraint: shown), of: table) { _ in "NOT \(SQL.enclosed(text))" }
    }

    mutating func askUnique(_ table: Table, keys: [String], nullsAreEqual: Bool, where condition: String?) {
        let shown = keys.map(\.oneLine)
        guard !isDividedKey(table) else {
            return add(.equal(keys: shown), of: table.path, .none("tables inherit from it that were changed with it"))
        }
        let rows = alone(table)
        ask(.equal(keys: shown), of: table) { source in
            var conditions = condition.map { [SQL.enclosed($0)] } ?? []
            let keys = keys.map(SQL.enclosed)
            if !nullsAreEqual { conditions += keys.map { "\($0) IS NOT NULL" } }
            let whole: SQL = conditions.isEmpty ? "true" : "\(conditions, separator: " AND ")"
            return .rows(rows(source).equalRows(in: keys, where: whole), key: source.key.map(\.name))
        }
    }

    /// A key is that of a table alone, without those that inherit from it; of changed rows nobody knows whose they are.
    private func isDividedKey(_ table: Table) -> Bool {
        guard let facts = table.facts, facts.isInherited, case .source(let source) = table.rows else { return false }
        return !source.isTable
    }

    private func alone(_ table: Table) -> (RowSource) -> RowSource {
        let isAlone = isPostgres && table.facts?.isPartitioned == false
        return { isAlone ? $0.alone : $0 }
    }

    private mutating func askReference(
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
        ask(fault, of: table, at: place) { source in
            let values: [SQL] = columns.map { "\(name: source.alias).\(name: $0) IS NOT NULL" }
            let all: SQL = "\(values, separator: " AND ")"
            let some: SQL = "(\(values, separator: " OR "))"
            let lost: SQL = "\(all) AND NOT \(found)"
            let condition: SQL = isFull ? "\(some) AND NOT (\(all)) OR \(lost)" : lost
            return .rows(rows(source).rows(where: condition), key: source.key.map(\.name))
        }
    }

    private mutating func askExclusion(
        _ table: Table, _ keys: [(key: String, operator: String)], _ condition: String?
    ) {
        let own = alone(table)
        ask(.equal(keys: keys.map { "\($0.key.oneLine) \($0.operator)" }), of: table) { source in
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

    // MARK: Values of another type

    mutating func retype(_ path: [String], _ column: String, _ clause: inout SQLReader, _ statement: SQLStatement) {
        let tokens = clause.tokens { $0.isAt("USING") || $0.isAt("COLLATE") || $0.isAt(symbol: ",") }
        let type = clause.text(of: tokens)
        if clause.skip("COLLATE") { _ = clause.name() }
        var expression: SQL = "\(name: column)"
        var isCast = true
        if clause.skip("USING") {
            let tokens = clause.tokens { $0.isAt(symbol: ",") }
            var look = SQLReader(clause.text(of: tokens), clause.syntax)
            isCast = look.name() == [column] && (look.isAtEnd || look.isAt(symbol: "::"))
            expression = SQL(raw: clause.text(of: tokens))
        }
        guard let table = table(path) else { return }
        var name = SQLReader(type, clause.syntax)
        guard let labels = labels(of: name.name() ?? []) else {
            if !takesAll(type, from: column, of: table) || !isCast {
                askConversion(table, column, type: type, expression, isCast: isCast)
            } else {
                settle()
            }
            let value: SQL = "CAST(\(SQL.enclosed(expression.text)) AS \(raw: type))"
            return change(path) { $0.set([(column, value)], where: nil) }
        }
        guard isCast, !labels.isEmpty else {
            add(.unfit(column: column, type: type), of: table.path, .none("the type is not there yet"))
            return forget(path, "gives a column a type that is not there yet")
        }
        askRows(.unfit(column: column, type: type), of: table) { source in
            let value: SQL = "\(name: source.alias).\(name: column)"
            return "CAST(\(value) AS text) NOT IN (\(raw: labels.joined(separator: ", ")))"
        }
    }

    /// Whether the type takes every value: autogen has said so, or it is wider in any case.
    private func takesAll(_ type: String, from column: String, of table: Table) -> Bool {
        if isExplained { return !isToldToFail }
        let new = type.lowercased()
        guard !["text", "varchar", "character varying"].contains(new) else { return true }
        guard let old = table.facts?.columns.first(where: { $0.name == column })?.type else { return false }
        let numbers = [
            ["smallint", "int2"], ["integer", "int", "int4"], ["bigint", "int8"], ["numeric", "decimal"],
        ]
        guard let from = numbers.firstIndex(where: { $0.contains(old) }),
            let to = numbers.firstIndex(where: { $0.contains(new) })
        else { return old == new }
        return from <= to
    }

    /// Whether every row's value becomes one of a type.
    mutating func askConversion(_ table: Table, _ column: String, type: String, _ expression: SQL, isCast: Bool) {
        let isPostgres = isPostgres
        ask(.unfit(column: column, type: type), of: table) { source in
            guard isPostgres else {
                return .rows(source.rows(where: "\(SQL.enclosed(expression.text)) IS NULL AND false"), key: [])
            }
            let plain: SQL = "SELECT CAST(\(SQL.enclosed(expression.text)) AS \(raw: type)) FROM \(source.from)"
            return .block(Self.block(source, type, expression), plain: plain, key: source.key.map(\.name))
        }
    }

    /// Reads all values at once, and only where one of them does not fit, row by row.
    private static func block(_ source: RowSource, _ type: String, _ expression: SQL) -> SQL {
        let shown: [SQL] = source.key.map { "CAST(\(name: source.alias).\($0.expression) AS text)" }
        let key: SQL = shown.isEmpty ? "''" : "\(shown, separator: " || ', ' || ")"
        let each: SQL =
            source.isTable
            ? """
            FOR autogen_place IN SELECT \(name: source.alias).ctid AS place, \(name: source.alias).tableoid AS part, \
            \(key) AS shown FROM \(source.from) LOOP
                BEGIN
                    SELECT (\(expression)
                    ) INTO autogen_value FROM \(source.from)
                    WHERE \(name: source.alias).ctid = autogen_place.place AND \(name: source.alias).tableoid = autogen_place.part;
                EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
                    autogen_count := autogen_count + 1;
                    IF autogen_count <= 5 THEN autogen_shown := autogen_shown || chr(10) || autogen_place.shown; END IF;
                END;
            END LOOP;
            """ : "autogen_count := -1;"
        let body: SQL = """
            #variable_conflict use_column
            DECLARE
                autogen_place record;
                autogen_value \(raw: type);
                autogen_count bigint := 0;
                autogen_shown text := '';
            BEGIN
                PERFORM pg_catalog.set_config('autogen.rows', '0', true);
                BEGIN
                    FOR autogen_value IN SELECT (\(expression)
                    ) FROM \(source.from) LOOP END LOOP;
                    RETURN;
                EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN NULL;
                END;
                \(each)
                PERFORM pg_catalog.set_config('autogen.rows', autogen_count || autogen_shown, true);
            END
            """
        return "DO \(literal: body.text)"
    }
}
