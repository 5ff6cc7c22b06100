import AutogenSchema

/// Columns that a trigger keeps in step with others of their row, however the row comes or changes.
struct ColumnSync {
    struct Step {
        let name: String
        /// What the row makes of it.
        let value: SQL
        let body: Column
        /// The column that it is the same as, where clients write either of them.
        let other: String?
    }

    private let table: [String]
    private let steps: [Step]
    private let function: [String]
    /// Fires before all others, so that these see by the old names what was written by the new ones.
    private let first: String
    /// Fires after all others, whose changes it sees.
    private let last: String

    init(_ table: [String], _ ending: String, _ steps: [Step]) {
        self.table = table
        self.steps = steps
        let name = table.last ?? ""
        function = table.dropLast() + [NameAside.name(name, ending)]
        first = NameAside.name("000_" + name, ending)
        last = NameAside.name("zzz_" + name, ending)
    }

    private var head: SQL { "ALTER TABLE \(name: table)" }

    /// What clients have written by the name of a step's own, for the column that it is the same as.
    private var carried: [SQL] {
        steps.compactMap { step in
            // Not every type knows what is equal. There is no old row on INSERT: its columns are NULL.
            step.other.map { other in
                """
                IF pg_catalog.record_image_ne(ROW(NEW.\(name: step.name)), ROW(OLD.\(name: step.name))) \
                THEN NEW.\(name: other) := NEW.\(name: step.name); END IF;
                """
            }
        }
    }

    var beginning: [Statement] {
        let adding = steps.map { step in
            var body = Column()
            (body.type, body.collation) = (step.body.type, step.body.collation)
            let id = ObjectID(.column, path: table + [step.name])
            return Statement(head: head, "ADD COLUMN \(ColumnRule.definition(id, body, default: nil))")
        }
        let filling = steps.map { "NEW.\(name: $0.name) := \($0.value);" as SQL }
        let work: SQL =
            carried.isEmpty
            ? "\(filling, separator: " ")"
            : "IF TG_NARGS > 0 THEN \(carried, separator: " ") ELSE \(filling, separator: " ") END IF;"
        let body: SQL = "BEGIN \(work) RETURN NEW; END"
        return Statement.joined(adding) + [
            Statement("CREATE FUNCTION \(name: function)() RETURNS trigger LANGUAGE plpgsql AS \(literal: body.text)")
        ] + (carried.isEmpty ? [] : [trigger(first, "'first'")]) + [trigger(last, "")]
    }

    private func trigger(_ name: String, _ argument: SQL) -> Statement {
        Statement(
            """
            CREATE TRIGGER \(name: name) BEFORE INSERT OR UPDATE ON \(name: table) \
            FOR EACH ROW EXECUTE FUNCTION \(name: function)(\(argument))
            """)
    }

    var ending: [Statement] {
        let triggers = (carried.isEmpty ? [] : [first]) + [last]
        return triggers.map { Statement("DROP TRIGGER \(name: $0) ON \(name: table)") }
            + [Statement("DROP FUNCTION \(name: function)()")]
            + Statement.joined(steps.map { Statement(head: head, "DROP COLUMN \(name: $0.name)") })
    }
}
