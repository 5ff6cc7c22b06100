#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment in UTC, to the second, as it stands in a script: `2026-11-20T10:15:00Z`.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The moment as `2026-11-20T10:15:00Z`.
    public let description: String

    /// Reads the form above; `nil` for any other.
    public init?(_ text: String) {
        guard text.utf8.count == 20, (try? Date(text, strategy: .iso8601)) != nil else { return nil }
        description = text
    }

    private init(date: Date) { description = date.formatted(.iso8601) }

    /// For scripts that say nothing about their age.
    static let epoch = Timestamp(date: Date(timeIntervalSince1970: 0))

    package static func now() -> Timestamp { Timestamp(date: Date()) }

    /// `2026-11-20`
    package var day: String { String(description.prefix(10)) }

    var date: Date { (try? Date(description, strategy: .iso8601)) ?? Date(timeIntervalSince1970: 0) }

    /// Without punctuation, as in the name of a script's file: `20261120T101500Z`.
    package var compact: String { description.filter { $0 != "-" && $0 != ":" } }

    /// Whether it is the earlier moment.
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
