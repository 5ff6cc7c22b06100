import AutogenSQLText
import AutogenSchema

/// Values that are to be of another type.
extension RowForecast {
    /// `ALTER [COLUMN] c [SET DATA] TYPE t [COLLATE o] [USING e]`
    struct Retyping {
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

    static func retyping(_ clause: SQLReader, _ kept: (String) -> String) -> Retyping? {
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
    mutating func askFit(of change: Retyping, _ table: Table) -> SQL? {
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
            askConversion(table, change.column, type: change.type, change.expression)
        } else {
            settle()
        }
        let collation: SQL = change.collation.map { " COLLATE \(raw: $0)" } ?? ""
        return "CAST(\(SQL.enclosed(change.expression.text)) AS \(raw: change.type))\(collation)"
    }

    /// What the table asks of its rows by now is asked of other values, too.
    mutating func askAgain(_ path: [String], about column: String) {
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

    func mentions(_ column: String, in text: String) -> Bool {
        var reader = SQLReader(text, dialect.syntax)
        while let token = reader.next() { if reader.name(of: token) == column { return true } }
        return false
    }

    /// Whether the type takes every value: autogen has said so, or it is wider in any case.
    func takesAll(_ type: String, from column: String, of table: Table) -> Bool {
        if isExplained { return !isToldToFail }
        let new = type.lowercased()
        guard !["text", "varchar", "character varying"].contains(new) else { return true }
        guard let old = currentType(of: column, table) else { return false }
        let numbers = [
            ["smallint", "int2"], ["integer", "int", "int4"], ["bigint", "int8"], ["numeric", "decimal"],
        ]
        guard let from = numbers.firstIndex(where: { $0.contains(old) }),
            let to = numbers.firstIndex(where: { $0.contains(new) })
        else { return old == new }
        return from <= to
    }

    /// Whether every row's value becomes one of a type.
    mutating func askConversion(_ table: Table, _ column: String, type: String, _ expression: SQL) {
        // A column of SQLite takes what it can't convert as it is.
        guard isPostgres else { return settle() }
        ask(.unfit(column: column, type: type), of: table, mentioning: [expression.text, type]) { source in
            let plain: SQL = "SELECT CAST(\(SQL.enclosed(expression.text)) AS \(raw: type)) FROM \(source.from)"
            return .block(Self.block(source, type, expression), plain: plain, key: source.key.map(\.name))
        }
    }

    /// Reads all values at once, and only where one of them does not fit, row by row.
    static func block(_ source: ForecastRows, _ type: String, _ expression: SQL) -> SQL {
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
