/// The name of a revision: twelve random hexadecimal digits, or what a person chose.
///
/// ```swift
/// RevisionID.random()           // 3f2a9c81d0be
/// RevisionID("add_users_2026")  // letters, digits and _; not one of the words that name a place in the history
/// ```
public struct RevisionID: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The id as it stands in file names, headers and the version table.
    public let text: String

    /// The words of a revision reference, which no revision can have as its id.
    static let reserved: Set<String> = ["base", "head", "heads", "current", "none"]

    /// `nil` when the text is no id: 1 to 40 ASCII letters, digits or underscores, and no reserved word.
    public init?(_ text: some StringProtocol) {
        let isPlain = text.utf8.allSatisfy { byte in
            let scalar = Unicode.Scalar(byte)
            return scalar == "_" || scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        }
        guard isPlain, (1...40).contains(text.utf8.count), !Self.reserved.contains(text.lowercased()) else {
            return nil
        }
        self.text = String(text)
    }

    private init(random text: String) { self.text = text }

    /// Twelve hexadecimal digits from the system's random numbers.
    public static func random() -> RevisionID {
        var generator = SystemRandomNumberGenerator()
        let number = UInt64.random(in: 0..<(1 << 48), using: &generator)
        let digits = String(number, radix: 16)
        return RevisionID(random: String(repeating: "0", count: 12 - digits.count) + digits)
    }

    /// The same as ``text``.
    public var description: String { text }
    /// In the order of the texts, which says nothing about the history.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
