import Foundation

/// Which random pairs to try, as the environment says.
struct PairSettings: CustomStringConvertible {
    let seeds: Range<UInt64>
    /// How many failures are made small.
    let shrinks: Int
    /// What the schemas have most of; as the seed says where nothing is set.
    let focus: Focus?

    init(usualCount: UInt64) {
        let first = Self.setting("AUTOGEN_SEED", 1)
        seeds = first..<first + Self.setting("AUTOGEN_PAIRS", usualCount)
        focus = ProcessInfo.processInfo.environment["AUTOGEN_FOCUS"].flatMap(Focus.init)
        shrinks = Int(Self.setting("AUTOGEN_SHRINK", 3))
    }

    var description: String {
        let focus = focus.map { " AUTOGEN_FOCUS=\($0.rawValue)" } ?? ""
        return "pairs \(seeds.lowerBound) to \(seeds.upperBound - 1): "
            + "AUTOGEN_SEED=\(seeds.lowerBound) AUTOGEN_PAIRS=\(seeds.count)\(focus)"
    }

    private static func setting(_ name: String, _ usual: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
    }
}
