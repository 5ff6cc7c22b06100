import AutogenSchema

/// A column, or an attribute of a composite type, as far as two of them are compared.
struct MemberShape {
    let name: String
    /// Its name after the renames that are known.
    let now: String
    /// With the types' names as they are after the renames that are known.
    let type: String
    let notNull: Bool
    let value: String
    /// How many members that stay are before it.
    fileprivate var place = 0

    init(name: String, now: String? = nil, type: String, notNull: Bool = false, value: String = "") {
        self.name = name
        self.now = now ?? name
        self.type = type
        self.notNull = notNull
        self.value = value
    }

    /// How much two are alike: what they are counts three quarters, their names one.
    func score(_ other: MemberShape) -> Double {
        var parts = 0.0
        if type == other.type { parts += 0.4 }
        if notNull == other.notNull { parts += 0.15 }
        if value == other.value { parts += 0.25 }
        if place == other.place { parts += 0.2 }
        return 0.75 * parts + 0.25 * NameLikeness.score(name, other.name)
    }
}

/// What is worth a question, and the pairs of which each is in one only, the most alike first.
enum Likeness {
    static let least = 0.5

    /// How much two wholes are alike by their members: those of the same name and type, and those that may be the same.
    static func score(_ old: [MemberShape], _ new: [MemberShape]) -> Double {
        guard !old.isEmpty || !new.isEmpty else { return 0 }
        let (old, new) = placed(old, new)
        let byName = Dictionary(new.map { ($0.now, $0) }, uniquingKeysWith: { first, _ in first })
        var same: Set<String> = []
        for member in old where byName[member.now]?.type == member.type { same.insert(member.now) }
        let pairs = pairs(
            old.filter { !same.contains($0.now) }, new.filter { !same.contains($0.now) }
        ) { $0.score($1) }
        let sum = Double(same.count) + pairs.reduce(0) { $0 + 0.8 * $1.score }
        return 2 * sum / Double(old.count + new.count)
    }

    /// The members of two wholes with their places between those that both have.
    static func placed(_ old: [MemberShape], _ new: [MemberShape]) -> (old: [MemberShape], new: [MemberShape]) {
        let kept = Set(old.map(\.now)).intersection(new.map(\.now))
        func placed(_ members: [MemberShape]) -> [MemberShape] {
            var place = 0
            return members.map { member in
                var member = member
                member.place = place
                if kept.contains(member.now) { place += 1 }
                return member
            }
        }
        return (placed(old), placed(new))
    }

    static func pairs<Item>(
        _ old: [Item], _ new: [Item], _ score: (Item, Item) -> Double
    ) -> [(old: Item, new: Item, score: Double)] {
        var scored: [(old: Int, new: Int, score: Double)] = []
        for (i, one) in old.enumerated() {
            for (j, other) in new.enumerated() {
                let score = score(one, other)
                if score >= least { scored.append((i, j, score)) }
            }
        }
        scored.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        var (taken, given): (Set<Int>, Set<Int>) = ([], [])
        return scored.compactMap { pair in
            guard !taken.contains(pair.old), !given.contains(pair.new) else { return nil }
            taken.insert(pair.old)
            given.insert(pair.new)
            return (old[pair.old], new[pair.new], pair.score)
        }
    }
}
