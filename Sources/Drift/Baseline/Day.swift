/// A day of the calendar as `2026-12-31`, compared as text.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The day as `2026-12-31`.
    public let description: String

    /// Reads `YYYY-MM-DD`; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        description = text
    }

    private init(text: String) { description = text }

    /// Before every day there is.
    public static let never = Day(text: "0000-01-01")

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether it is the earlier day.
    public static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}
