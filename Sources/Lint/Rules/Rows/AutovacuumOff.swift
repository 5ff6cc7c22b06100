import AutogenSchema

/// Autovacuum is switched off for a table: dead rows stay, the table grows, and plans are made from old counts.
///
/// Where it runs at the wrong time, make it gentler instead of switching it off.
///
/// ```sql
/// ALTER TABLE events SET (autovacuum_vacuum_cost_delay = 20, autovacuum_vacuum_scale_factor = 0.01);
/// ```
enum AutovacuumOff: LintRule {
    static let code = "autovacuum-off"

    private static let settings: Set = ["autovacuum_enabled=false", "toast.autovacuum_enabled=false"]

    static func faults(in script: LintScript) -> [LintFault] {
        let changed = script.changed(Table.self).filter { isOff($0.new.options) && !isOff($0.old.options) }.map(\.id)
        let new = script.new(.table).filter { isOff(script.after.body($0, as: Table.self)?.options ?? []) }
        return (changed + new).sorted().map { id in
            script.fault(
                "nothing takes dead rows of \(SQL.shown(id.path)) away, nor counts its rows for the planner",
                "leave it on; autovacuum_vacuum_cost_delay makes it gentle", of: id)
        }
    }

    private static func isOff(_ options: [String]) -> Bool {
        options.contains {
            settings.contains($0.lowercased().replacing("=off", with: "=false").replacing("=0", with: "=false"))
        }
    }
}
