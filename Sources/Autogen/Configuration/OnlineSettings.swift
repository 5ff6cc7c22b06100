public import AutogenConnection
import Yams

/// How revisions are planned for tables that others use meanwhile.
///
/// ```swift
/// project.online = OnlineSettings(sizes: try DatabaseURL("postgresql://replica/app"), above: 50_000)
/// ```
public struct OnlineSettings: Sendable, Hashable {
    /// Whether changes of tables with rows take several transactions, so that nobody waits while rows are gone through.
    public var isOn: Bool
    /// The database that says how many rows a table has; `nil` where every table that is there counts as large.
    public var sizes: DatabaseURL?
    /// From how many rows on a table counts as large.
    public var above: Int

    /// Every table counts as large unless a database is asked.
    public init(isOn: Bool = true, sizes: DatabaseURL? = nil, above: Int = 10_000) {
        self.isOn = isOn
        self.sizes = sizes
        self.above = above
    }

    /// Nothing but plain DDL.
    public static let off = OnlineSettings(isOn: false)
}

/// What `online` of the configuration says: `off`, `on`, or where sizes come from.
struct OnlineEntry {
    var settings = OnlineSettings()
    /// The environment whose database says how many rows a table has.
    var sizesFrom: ConfigurationNode?

    init() {}

    init(_ node: ConfigurationNode) throws(ConfigurationError) {
        if case .scalar(_) = node.node {
            settings.isOn = try node.word("\"online\"", of: Switch.self) == .on
            return
        }
        let members = try node.members(["sizes-from", "above"], of: "\"online\"")
        sizesFrom = members["sizes-from"]
        if let above = members["above"] { settings.above = try above.number("\"above\"", in: 0...1_000_000_000_000) }
    }

    private enum Switch: String, CaseIterable { case on, off }
}
