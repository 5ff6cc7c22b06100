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
        // A number is given where the rowid would be NULL.
        if table.made?.isRowID(column) == true, !isPostgres { return settle() }
        askRows(.null(column: column), of: table, mentioning: [SQL.quoted(name: column)]) { source in
            let value: SQL = "\(name: source.alias).\(name: column)"
            // Of a row type, IS NULL asks for its parts.
            return isPostgres ? "\(value) IS NOT DISTINCT FROM NULL" : "\(value) IS NULL"
        }
    }

    private mutating func askCheck(_ table: Table, _ text: String, name: String?) {
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
    private func isDividedKey(_ table: Table) -> Bool {
        guard let facts = table.facts, facts.isInherited, case .source(let source) = table.rows else { return false }
        return !source.isTable
    }

    private func alone(_ table: Table) -> (ForecastRows) -> ForecastRows {
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

    private mutating func askExclusion(
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

    // MARK: Values of another type

    /// `ALTER [COLUMN] c [SET DATA] TYPE t [COLLATE o] [USING e]`
    private struct Retyping {
        let column: String
        let type: String
        let collation: String?
        let expression: SQL
        /// Whether nothing but the value of the column is read as the type.
        let isCast: Bool
    }

    /// All of one statement, which see the rows as they were before it.
    mutating func retype(_ path: [String], _ clauses: [SQLReader]) {
        let kept = kept(in: path)
        let changes = clauses.compactMap { Self.retyping($0, kept) }
        guard !changes.isEmpty, let before = table(path) else { return }
        var values: [(column: String, value: SQL, type: String)] = []
        var hidden: [String] = []
        for change in changes {
            if let value = askFit(of: change, before) {
                values.append((change.column, value, change.type))
            } else {
                hidden.append(change.column)
            }
        }
        self.change(path) { $0.retype(values) }
        for column in hidden { hide(column, of: path, "\(place.text) gives it a type that is not there yet") }
        for change in changes where !takesAll(change.type, from: change.column, of: before) || !change.isCast {
            askAgain(path, about: change.column)
        }
    }

    private static func retyping(_ clause: SQLReader, _ kept: (String) -> String) -> Retyping? {
        var clause = clause
        clause.skip("ALTER")
        clause.skip("COLUMN")
        guard let column = clause.name()?.last.map(kept) else { return nil }
        clause.skip("SET", "DATA")
        guard clause.skip("TYPE") else { return nil }
        let type = clause.text(of: clause.tokens { $0.isAt("USING") || $0.isAt("COLLATE") || $0.isAt(symbol: ",") })
        let collation = clause.skip("COLLATE") ? clause.name().map { SQL.dotted($0) } : nil
        guard clause.skip("USING") else {
            return Retyping(
                column: column, type: type, collation: collation, expression: "\(name: column)", isCast: true)
        }
        let text = clause.text(of: clause.tokens { $0.isAt(symbol: ",") })
        var look = SQLReader(text, clause.syntax)
        let isCast = look.name() == [column] && (look.isAtEnd || look.isAt(symbol: "::"))
        return Retyping(column: column, type: type, collation: collation, expression: SQL(raw: text), isCast: isCast)
    }

    /// Asks whether every value fits, and returns what becomes of it; `nil` where nobody knows yet.
    private mutating func askFit(of change: Retyping, _ table: Table) -> SQL? {
        let fault = RowCheck.Fault.unfit(column: change.column, type: change.type)
        var name = SQLReader(change.type, dialect.syntax)
        let own = labels(of: name.name() ?? [])
        let isReadable = own == nil && reason(against: [change.type], nil) == nil
        guard isReadable else {
            // A new enum takes the labels that it has.
            let column = change.column
            if let own, !own.isEmpty, change.isCast, name.isAtEnd, table.hidden[column] == nil {
                askRows(fault, of: table) { source in
                    let value: SQL = "\(name: source.alias).\(name: column)"
                    return "CAST(\(value) AS text) NOT IN (\(raw: own.joined(separator: ", ")))"
                }
            } else {
                ask(fault, of: table) { _ in .none("the type is not there yet") }
            }
            return nil
        }
        if !takesAll(change.type, from: change.column, of: table) || !change.isCast {
            askConversion(table, change.column, type: change.type, change.expression, isCast: change.isCast)
        } else {
            settle()
        }
        let collation: SQL = change.collation.map { " COLLATE \(raw: $0)" } ?? ""
        return "CAST(\(SQL.enclosed(change.expression.text)) AS \(raw: change.type))\(collation)"
    }

    /// What the table asks of its rows by now is asked of other values, too.
    private mutating func askAgain(_ path: [String], about column: String) {
        guard !isExplained || isToldToFail, let table = table(path), let facts = table.facts, table.renamed.isEmpty
        else {
            return
        }
        if facts.columns.contains(where: { $0.name == column && $0.isNotNull }) { askNotNull(table, column) }
        for demand in facts.demands {
            switch demand {
            case .constraint(let name, let text):
                var reader = SQLReader(text, dialect.syntax)
                guard var constraint = ConstraintText(&reader), mentions(column, in: text) else { continue }
                constraint.name = name
                askAll(of: constraint, table)
            case .uniqueIndex(let text):
                guard mentions(column, in: text) else { continue }
                var reader = SQLReader(text, dialect.syntax)
                createUniqueIndex(&reader)
            }
        }
    }

    private func mentions(_ column: String, in text: String) -> Bool {
        var reader = SQLReader(text, dialect.syntax)
        while let token = reader.next() { if reader.name(of: token) == column { return true } }
        return false
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
        ask(.unfit(column: column, type: type), of: table, mentioning: [expression.text, type]) { source in
            guard isPostgres else {
                return .rows(source.rows(where: "\(SQL.enclosed(expression.text)) IS NULL AND false"), key: [])
            }
            let plain: SQL = "SELECT CAST(\(SQL.enclosed(expression.text)) AS \(raw: type)) FROM \(source.from)"
            return .block(Self.block(source, type, expression), plain: plain, key: source.key.map(\.name))
        }
    }

    /// Reads all values at once, and only where one of them does not fit, row by row.
    private static func block(_ source: ForecastRows, _ type: String, _ expression: SQL) -> SQL {
        let shown: [SQL] = source.key.map { "CAST(\(name: source.alias).\($0.expression) AS text)" }
        let key: SQL = shown.isEmpty ? "''" : "\(shown, separator: " || ', ' || ")"
        let each: SQL =
            source.isTable
            ? """
            FOR autogen_place IN SELECT \(name: source.alias).ctid AS place, \(name: source.alias).tableoid AS part, \
            \(key) AS shown FROM \(source.from) LOOP
                BEGIN
                    SELECT (\(expression)
                    ) AS value INTO autogen_row FROM \(source.from)
                    WHERE \(name: source.alias).ctid = autogen_place.place AND \(name: source.alias).tableoid = autogen_place.part;
                    autogen_value := autogen_row.value;
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
                autogen_row record;
                autogen_value \(raw: type);
                autogen_count bigint := 0;
                autogen_shown text := '';
            BEGIN
                PERFORM pg_catalog.set_config('autogen.rows', '0', true);
                BEGIN
                    FOR autogen_place IN SELECT (\(expression)
                    ) AS value FROM \(source.from) LOOP
                        autogen_value := autogen_place.value;
                    END LOOP;
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
