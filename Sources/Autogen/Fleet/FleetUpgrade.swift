public import AutogenRevisions

/// What became of each database of a fleet in an upgrade.
public struct FleetUpgrade: Sendable, CustomStringConvertible {
    /// One member of the fleet.
    public struct Database: Sendable {
        /// The name that the member was given in the fleet.
        public let name: String
        /// What became of it.
        public let outcome: Outcome
    }

    /// How far one database got.
    public enum Outcome: Sendable {
        /// With the scripts that ran.
        case upgraded([RevisionScript])
        /// It had all revisions already.
        case upToDate
        /// It is at the revision before the one that failed.
        case failed(any Error)
        /// The upgrade stopped before.
        case notBegun
    }

    /// In the order of the fleet.
    public let databases: [Database]

    /// The names of the databases on which a revision ran, all without a fault.
    public var upgraded: [String] { names { if case .upgraded = $0 { true } else { false } } }
    /// The names of the databases that had all revisions already.
    public var upToDate: [String] { names { if case .upToDate = $0 { true } else { false } } }
    /// The names of the databases that were not touched, since the upgrade stopped before them.
    public var notBegun: [String] { names { if case .notBegun = $0 { true } else { false } } }

    /// The databases on which a revision failed, each with what was thrown.
    public var failures: [(name: String, error: any Error)] {
        databases.compactMap { database in
            if case .failed(let error) = database.outcome { (database.name, error) } else { nil }
        }
    }

    /// `upgraded 12, up to date 3, failed 1: ada: no such table: users, not begun 4`
    public var description: String {
        let failures = failures
        let reasons = failures.map { "\($0.name): \(Self.line(of: $0.error))" }.joined(separator: "; ")
        var parts = ["upgraded \(upgraded.count)", "up to date \(upToDate.count)"]
        if !failures.isEmpty { parts.append("failed \(failures.count): \(reasons)") }
        if !notBegun.isEmpty { parts.append("not begun \(notBegun.count)") }
        return parts.joined(separator: ", ")
    }

    private static func line(of error: any Error) -> String {
        "\(error)".split(separator: "\n").first.map(String.init) ?? "it failed"
    }

    private func names(_ isWanted: (Outcome) -> Bool) -> [String] {
        databases.filter { isWanted($0.outcome) }.map(\.name)
    }
}
