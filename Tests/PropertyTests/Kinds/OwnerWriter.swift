enum OwnerWriter: Writer {
    static func write(_ dice: inout Dice, into draft: inout Draft) {
        let owned = draft.things.compactMap(\.owner)
        guard let thing = dice.pick("thing", owned, by: { $0 }) else { return }
        draft.add("ALTER \(thing) OWNER TO \(dice.pick("role", "plan_reader", "plan_writer"))")
    }
}
