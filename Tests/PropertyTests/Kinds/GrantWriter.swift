enum GrantWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let open = draft.things.filter { $0.grant != nil }
        guard let thing = dice.pick("thing", open, by: \.comment), let place = thing.grant else { return }
        let role = dice.pick("role", "plan_reader", "plan_writer", "PUBLIC")
        var privileges = dice.subset("has", 40, of: thing.privileges) { $0 }
        if privileges.isEmpty { privileges = [thing.privileges[0]] }
        if dice.chance("revokes", 15) {
            draft.add("REVOKE ALL ON \(place) FROM \(role == "PUBLIC" ? "PUBLIC" : "CURRENT_USER")")
            return
        }
        let option = role == "PUBLIC" ? "" : dice.maybe("grantable", 15, " WITH GRANT OPTION")
        draft.add("GRANT \(privileges.joined(separator: ", ")) ON \(place) TO \(role)\(option)")
    }
}
