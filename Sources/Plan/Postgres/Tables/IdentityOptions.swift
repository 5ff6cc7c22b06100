import AutogenSchema

/// The numbers behind an identity column's sequence; the catalog keeps only those that differ from the defaults.
struct IdentityOptions {
    private let type: String
    let start: Int
    let increment: Int
    let minimum: Int
    let maximum: Int
    let cache: Int
    let cycle: Bool

    init(_ column: Column) {
        func number(_ word: String) -> Int? {
            column.identityOptions.first { $0.hasPrefix(word + " ") }
                .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
        }
        type = column.type
        let limit = Self.limit(column.type)
        increment = number("INCREMENT BY") ?? 1
        minimum = number("MINVALUE") ?? (increment > 0 ? 1 : -limit - 1)
        maximum = number("MAXVALUE") ?? (increment > 0 ? limit : -1)
        start = number("START WITH") ?? (increment > 0 ? minimum : maximum)
        cache = number("CACHE") ?? 1
        cycle = column.identityOptions.contains("CYCLE")
    }

    private static func limit(_ type: String) -> Int {
        switch type {
        case "smallint": Int(Int16.max)
        case "integer": Int(Int32.max)
        default: Int.max
        }
    }

    /// Whether a sequence of another type could not have the numbers. The greatest of its own type become those of the other.
    func exceeds(_ type: String) -> Bool {
        let limit = Self.limit(type)
        return start > limit || start < -limit - 1 || maximum > limit && maximum != Self.limit(self.type)
            || minimum < -limit - 1 && minimum != -Self.limit(self.type) - 1
    }

    /// The clauses of `ALTER COLUMN` from one column's numbers to another's.
    ///
    /// A sequence that began outside of its new limits has to begin again: the server refuses the limits otherwise.
    static func changes(from: Column, to: Column) -> [SQL] {
        let (old, new) = (IdentityOptions(from), IdentityOptions(to))
        var clauses: [SQL] = []
        if old.increment != new.increment { clauses.append("SET INCREMENT BY \(new.increment)") }
        if from.identityOptions != to.identityOptions {
            if old.minimum != new.minimum { clauses.append("SET MINVALUE \(new.minimum)") }
            if old.maximum != new.maximum { clauses.append("SET MAXVALUE \(new.maximum)") }
            if old.start != new.start { clauses.append("SET START WITH \(new.start)") }
            let fits = old.start >= new.minimum && old.start <= new.maximum
            if !fits { clauses.append("RESTART WITH \(new.start)") }
        }
        if old.cache != new.cache { clauses.append("SET CACHE \(new.cache)") }
        if old.cycle != new.cycle { clauses.append("SET \(raw: new.cycle ? "" : "NO ")CYCLE") }
        return clauses
    }
}
