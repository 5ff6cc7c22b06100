enum DefaultPrivilegesWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let schema = dice.chance("in schema", 60) ? dice.pick("schema", draft.schemas) { $0 } : nil
        let place = schema.map { " IN SCHEMA \(Names.quoted($0))" } ?? ""
        let role = dice.pick("role", "plan_reader", "plan_writer")
        let maker = dice.maybe("of another", 25, " FOR ROLE plan_writer")
        let what = dice.pick("what", "SELECT ON TABLES", "EXECUTE ON FUNCTIONS", "USAGE ON TYPES")
        draft.add("ALTER DEFAULT PRIVILEGES\(maker)\(place) GRANT \(what) TO \(role)")
    }
}
