public import AutogenRevisions

/// What became of each database of a fleet in an upgrade.
public struct FleetUpgrade: Sendable, CustomStringConvertible {
    public struct Database: Sendable {
        public let name: String
        public let outcome: Outcome
    }

    public enum Outcome: Sendable {
        /// With the scripts that ran.
        case upgraded([RevisionScript])
        case upToDate
        /// It is at the revision before the one that failed.
        case failed(any Error)
        /// The upgrade stopped before.
        case notBegun
    }

    /// In the order of the fleet.
    public let databases: [Database]

    public var upgraded: [String] { names { if case .upgraded = $0 { true } else { false } } }
    public var upToDate: [String] { names { if case .upToDate = $0 { true } else { false } } }
    public var notBegun: [String] { names { if case .notBegun = $0 { true } else { false } } }

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
