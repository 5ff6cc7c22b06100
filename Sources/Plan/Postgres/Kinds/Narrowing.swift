import AutogenSchema

/// Type changes that the server makes by itself and that lose a part of a value, or fail at one.
enum Narrowing {
    static func hazard(of column: ObjectID, from: String, to: String) -> Hazard? {
        let (old, new) = (Modified(from), Modified(to))
        guard old.isArray == new.isArray else { return nil }
        if let loss = loss(old, new) { return .dataLoss(column, loss) }
        let shrinks =
            if let old = integers[old.base], let new = integers[new.base] { new < old } else {
                new.base.hasPrefix("character") && new.numbers.first.map { $0 < old.numbers.first ?? .max } ?? false
            }
        return shrinks ? .mayFail("fails if a value of \(column.name) does not fit \(to)") : nil
    }

    /// What becomes of values that the assignment makes fit.
    private static func loss(_ old: Modified, _ new: Modified) -> String? {
        let rounds = "rounds its values"
        if let digits = old.digits, let room = floats[new.base], room < digits { return rounds }
        if fractions.contains(old.base), integers[new.base] != nil { return rounds }
        if new.base == "numeric", let scale = new.scale {
            if let before = old.scale { return scale < before ? rounds : nil }
            return fractions.contains(old.base) ? rounds : nil
        }
        if old.isTimestamp || old.base == "date", new.isTime { return "drops the date of its values" }
        if old.isTimestamp, new.base == "date" { return "drops the time of day of its values" }
        if old.base == "time with time zone", new.base == "time without time zone" {
            return "drops the time zone of its values"
        }
        guard old.isTimestamp && new.isTimestamp || old.isTime && new.isTime || old.base == "interval" else {
            return nil
        }
        return (new.numbers.first ?? 6) < (old.numbers.first ?? 6) ? "drops fractions of a second of its values" : nil
    }

    private static let fractions: Set<String> = ["numeric", "real", "double precision"]
    private static let integers = ["smallint": 2, "integer": 4, "bigint": 8]
    /// How many decimal digits a type keeps in any case.
    private static let floats = ["real": 6, "double precision": 15]

    /// A type with the numbers in its parentheses: `numeric(10,2)`, `timestamp(3) without time zone`.
    private struct Modified {
        let base: String
        let numbers: [Int]
        let isArray: Bool

        init(_ type: String) {
            isArray = type.hasSuffix("[]")
            var name = type.replacing("[]", with: "")
            var numbers: [Int] = []
            if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
                numbers = name[name.index(after: open)..<close].split(separator: ",").compactMap {
                    Int($0.filter { $0 != " " })
                }
                name.removeSubrange(open...close)
            }
            base = name
            self.numbers = numbers
        }

        /// How many digits a number keeps behind the point; `nil` where there is no limit.
        var scale: Int? { base == "numeric" ? numbers.first.map { _ in numbers.count > 1 ? numbers[1] : 0 } : nil }
        /// How many decimal digits a number may have.
        var digits: Int? {
            switch base {
            case "smallint": 5
            case "integer": 10
            case "bigint": 19
            case "real": 6
            case "double precision": 15
            case "numeric": numbers.first ?? .max
            default: nil
            }
        }
        var isTimestamp: Bool { base.hasPrefix("timestamp ") }
        var isTime: Bool { base.hasPrefix("time ") }
    }
}
