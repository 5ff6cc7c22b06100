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
    /// The last of all that fire before, whose changes it sees.
    private let trigger: String

    init(_ table: [String], _ ending: String, _ steps: [Step]) {
        self.table = table
        self.steps = steps
        function = table.dropLast() + [NameAside.name(table.last ?? "", ending)]
        trigger = NameAside.name("zzz_" + (table.last ?? ""), ending)
    }

    private var head: SQL { "ALTER TABLE \(name: table)" }

    var beginning: [Statement] {
        let adding = steps.map { step in
            var body = Column()
            (body.type, body.collation) = (step.body.type, step.body.collation)
            let id = ObjectID(.column, path: table + [step.name])
            return Statement(head: head, "ADD COLUMN \(ColumnRule.definition(id, body, default: nil))")
        }
        let body: SQL = "BEGIN \(steps.map(assignment), separator: " ") RETURN NEW; END"
        return Statement.joined(adding) + [
            Statement("CREATE FUNCTION \(name: function)() RETURNS trigger LANGUAGE plpgsql AS \(literal: body.text)"),
            Statement(
                """
                CREATE TRIGGER \(name: trigger) BEFORE INSERT OR UPDATE ON \(name: table) \
                FOR EACH ROW EXECUTE FUNCTION \(name: function)()
                """),
        ]
    }

    private func assignment(_ step: Step) -> SQL {
        let forth: SQL = "NEW.\(name: step.name) := \(step.value);"
        guard let other = step.other else { return forth }
        let back: SQL = "NEW.\(name: other) := NEW.\(name: step.name);"
        // What a client has written counts; of two that it has written, the new one. Not every type knows what is equal.
        let changed: SQL =
            "pg_catalog.record_image_ne(ROW(NEW.\(name: step.name)), ROW(OLD.\(name: step.name)))"
        return """
            IF TG_OP = 'INSERT' THEN IF NEW.\(name: step.name) IS NULL THEN \(forth) ELSE \(back) END IF; \
            ELSIF \(changed) THEN \(back) ELSE \(forth) END IF;
            """
    }

    var ending: [Statement] {
        [Statement("DROP TRIGGER \(name: trigger) ON \(name: table)"), Statement("DROP FUNCTION \(name: function)()")]
            + Statement.joined(steps.map { Statement(head: head, "DROP COLUMN \(name: $0.name)") })
    }
}
