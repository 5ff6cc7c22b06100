import AutogenDiff
import AutogenSchema

/// `CREATE SUBSCRIPTION` without a connection, `ALTER SUBSCRIPTION`, `DROP SUBSCRIPTION` that leaves the slot alone.
///
/// With a connection, none of them could run in a transaction or in a scratch database, and the proof of a script would
/// touch another server.
enum SubscriptionRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: Subscription, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        let slot: SQL = body.slot.map { "\(literal: $0)" } ?? "NONE"
        let options = ["connect = false", "slot_name = \(slot)"] + body.options.map(option)
        let doing =
            "is made without a connection: make its slot on the other server, then ENABLE and REFRESH PUBLICATION"
        return [
            Statement(
                """
                CREATE SUBSCRIPTION \(name: id.path)
                    CONNECTION \(literal: body.connection)
                    PUBLICATION \(names: body.publications)
                    WITH (\(options, separator: ", "))
                """,
                hazards: [.byHand(id, doing)] + MaskedSecret.hazards(inConnection: body.connection, of: id))
        ]
    }

    static func drop(_ id: ObjectID, _ body: Subscription, in context: ObjectPlan) -> [Statement] {
        var statements: [Statement] = []
        if body.enabled.value { statements.append(Statement("ALTER SUBSCRIPTION \(name: id.path) DISABLE")) }
        guard let slot = body.slot else { return statements + [Statement("DROP SUBSCRIPTION \(name: id.path)")] }
        return statements + [
            Statement("ALTER SUBSCRIPTION \(name: id.path) SET (slot_name = NONE)"),
            Statement(
                "DROP SUBSCRIPTION \(name: id.path)",
                hazards: [.byHand(id, "leaves the slot \(slot) on the other server, where it has to be dropped")]),
        ]
    }

    private static func option(_ option: String) -> SQL {
        "\(raw: Options.name(option)) = \(literal: Options.value(option))"
    }

    /// What an option is where nothing is said of it
    /// (<https://www.postgresql.org/docs/current/sql-createsubscription.html>).
    private static func usual(_ option: String, _ version: ServerVersion) -> String {
        switch option {
        case "synchronous_commit": "off"
        case "streaming": version.major >= 18 ? "parallel" : "off"
        case "origin": "any"
        case "password_required": "true"
        default: "false"
        }
    }

    static func strategy(
        for change: Alteration, from: Subscription, to: Subscription, in context: ObjectPlan
    ) -> AlterStrategy {
        let old = Set(from.options), new = Set(to.options)
        let isFixed = old.symmetricDifference(new).contains { Options.name($0) == "two_phase" }
        return change.differences.isEmpty || isFixed ? .recreate : .alter
    }

    static func alter(
        _ change: Alteration, from: Subscription, to: Subscription, in context: ObjectPlan
    ) -> [Statement] {
        let head: SQL = "ALTER SUBSCRIPTION \(name: change.id.path)"
        var statements: [Statement] = []
        if from.connection != to.connection {
            statements.append(
                Statement(
                    "\(head) CONNECTION \(literal: to.connection)",
                    hazards: MaskedSecret.hazards(inConnection: to.connection, of: change.id)))
        }
        if from.publications != to.publications {
            statements.append(Statement("\(head) SET PUBLICATION \(names: to.publications) WITH (refresh = false)"))
        }
        let kept = Set(to.options.map(Options.name))
        let reset = from.options.map(Options.name).filter { !kept.contains($0) }
        var options = to.options.filter { !from.options.contains($0) }.map(option)
        options += reset.map { "\(raw: $0) = \(literal: usual($0, context.to.version))" }
        if from.slot != to.slot { options.append("slot_name = \(to.slot.map { "\(literal: $0)" as SQL } ?? "NONE")") }
        if !options.isEmpty { statements.append(Statement("\(head) SET (\(options, separator: ", "))")) }
        return statements
    }
}
