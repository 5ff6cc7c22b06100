extension Draft {
    /// A type: one of the common ones in most cases, so that objects find others that fit.
    func type(_ key: String, _ dice: inout Dice, where fits: (TypeFact) -> Bool = { _ in true }) -> TypeFact {
        let fitting = types.filter(fits)
        let common = Array(fitting.prefix(3))
        let own = fitting.filter { !$0.isBuiltIn }
        let choice = dice.number("\(key) rarity", 0...9)
        let pool = choice < 5 || fitting.isEmpty ? common : choice < 8 && !own.isEmpty ? own : fitting
        return dice.pick(key, pool, by: \.sql) ?? TypeFact.builtIn[0]
    }
}
