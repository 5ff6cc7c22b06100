/// How far a revision has come that does not run in one transaction.
public struct RevisionProgress: Sendable, Hashable, CustomStringConvertible {
    public let direction: Direction
    /// How many statements of the section are done.
    public let done: Int
    /// Whether the next one was begun and may have run, too.
    public let isBegun: Bool

    init(_ direction: Direction, done: Int, isBegun: Bool = false) {
        self.direction = direction
        self.done = done
        self.isBegun = isBegun
    }

    /// Reads what ``description`` writes.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard (2...3).contains(words.count), let direction = Direction(rawValue: String(words[0])),
            let done = Int(words[1]), words.count == 2 || words[2] == "begun"
        else { return nil }
        self.init(direction, done: done, isBegun: words.count == 3)
    }

    /// As the version table has it: `upgrade 3 begun`.
    public var description: String { "\(direction.rawValue) \(done)\(isBegun ? " begun" : "")" }
}
