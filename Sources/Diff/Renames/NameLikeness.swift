/// How much two names are alike.
enum NameLikeness {
    /// From 0 to 1: the pairs of neighbouring letters that both have (Dice's coefficient), more where one name abridges the
    /// other.
    static func score(_ one: String, _ other: String) -> Double {
        let (one, other) = (Array(one.lowercased()), Array(other.lowercased()))
        guard one != other else { return 1 }
        let pairs = dice(pairs(of: one), pairs(of: other))
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        return max(pairs, abridges(short, long) ? 0.6 : 0)
    }

    private static func pairs(of name: [Character]) -> [String] {
        zip(name, name.dropFirst()).map { String([$0, $1]) }
    }

    private static func dice(_ one: [String], _ other: [String]) -> Double {
        guard !one.isEmpty || !other.isEmpty else { return 0 }
        var rest = Dictionary(other.map { ($0, 1) }, uniquingKeysWith: +)
        var shared = 0
        for pair in one where rest[pair, default: 0] > 0 {
            rest[pair, default: 0] -= 1
            shared += 1
        }
        return 2 * Double(shared) / Double(one.count + other.count)
    }

    /// Whether a name of two letters or more begins like the other and has its letters in the same order: `nm`, `name`.
    private static func abridges(_ short: [Character], _ long: [Character]) -> Bool {
        guard short.count > 1, short.first == long.first else { return false }
        var rest = long[...]
        return short.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[(place + 1)...]
            return true
        }
    }
}
