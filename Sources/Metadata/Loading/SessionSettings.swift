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
    mutating func scripts(before step: LoadPlan.Step) -> [Script] {
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

/// The session in which every file starts.
enum SessionDefaults {
    /// What a file means does not depend on the settings of whoever reads it; its own hold from where they stand. Nobody
    /// waits for the disk to keep a scratch database.
    static let postgres = """
        RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL;
        \(PinnedSettings.session)SET client_min_messages = warning; SET synchronous_commit = off;

        """
}
