/// Type changes that the server makes by itself and that lose a part of a value, or fail at one.
enum Narrowing {
    static func hazard(of column: String, from: String, to: String) -> Hazard? {
        if fractions.contains(where: from.hasPrefix), integers[to] != nil {
            return Hazard(.dataLoss, "rounds the values of \(column)")
        }
        if from.hasPrefix("timestamp"), to == "date" { return Hazard(.dataLoss, "drops the time of day of \(column)") }
        let shrinks =
            if let old = integers[from], let new = integers[to] { new < old } else {
                length(of: to).map { new in length(of: from).map { new < $0 } ?? true } ?? false
            }
        return shrinks ? Hazard(.mayFail, "fails if a value of \(column) does not fit \(to)") : nil
    }

    private static let fractions = ["numeric", "real", "double precision"]
    private static let integers = ["smallint": 2, "integer": 4, "bigint": 8]

    private static func length(of type: String) -> Int? {
        guard type.hasPrefix("character"), type.hasSuffix(")"), let open = type.lastIndex(of: "(") else { return nil }
        return Int(type[type.index(after: open)...].dropLast())
    }
}
