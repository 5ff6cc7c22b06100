import AutogenConnection
import AutogenSchema

/// The `SET` statements of each file of the list, less those that the server refused.
struct SessionSettings {
    /// A setting with all that stand before it.
    struct Script {
        let index: Int
        let sql: SQL
    }

    private(set) var statements: [Int: [SourceStatement]]
    /// How many settings of a unit are known to work.
    private var checked: [Int: Int] = [:]

    /// What sets the session up before them.
    private let defaults: String

    init(_ statements: [Int: [SourceStatement]], defaults: String) {
        self.statements = statements
        self.defaults = defaults
    }

    /// The scripts that tell which setting is at fault; none when all before the step are known to work.
    mutating func scripts(before step: LoadPlan.Item) -> [Script] {
        let start = checked[step.unit] ?? 0
        guard let own = statements[step.unit], start < step.settings else { return [] }
        checked[step.unit] = step.settings
        return (start..<step.settings).map { index in
            let bytes = own[...index].flatMap { $0.sentBytes + [UInt8(ascii: "\n")] }
            return Script(
                index: index, sql: SQL(raw: defaults + String(decoding: bytes, as: UTF8.self)))
        }
    }

    /// Leaves a setting out and returns it.
    mutating func drop(_ index: Int, of unit: Int) -> SourceStatement? {
        let statement = statements[unit]?[index]
        statements[unit]?[index].replacement = ";"
        checked[unit] = index + 1
        return statement
    }
}
