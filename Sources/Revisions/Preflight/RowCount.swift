/// How many rows hold something that a script would take away, as far as somebody could count them.
public enum RowCount: Sendable, Hashable, CustomStringConvertible {
    /// They were counted to the end.
    case exactly(Int)
    /// Counting ended there.
    case moreThan(Int)
    /// Nobody counted: there is no database, or it could not be asked.
    case unknown

    /// Whether it is known that there are none.
    public var isZero: Bool { self == .exactly(0) }

    /// `1 row`, `1,000 rows`, `more than 1,000,000 rows`, `rows unknown`
    public var description: String {
        switch self {
        case .exactly(1): "1 row"
        case .exactly(let count): "\(Self.grouped(count)) rows"
        case .moreThan(let count): "more than \(Self.grouped(count)) rows"
        case .unknown: "rows unknown"
        }
    }

    private static func grouped(_ number: Int) -> String {
        var digits = Array(String(number))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return String(digits)
    }
}
