/// A failure as a person reads it.
enum Report {
    static func text(seed: UInt64, _ pair: SchemaPair, _ failure: Failure) -> String {
        """
        pair \(seed) (AUTOGEN_SEED=\(seed) AUTOGEN_PAIRS=1): \(failure)
        -- from
        \(pair.from.script)
        -- to
        \(pair.to.script)
        -- script \(failure.direction.rawValue)
        \(failure.script)
        """
    }
}
