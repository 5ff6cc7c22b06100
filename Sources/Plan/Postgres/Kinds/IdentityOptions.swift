import AutogenSchema

/// The options of an identity column's sequence: only those that differ from the defaults are kept.
enum IdentityOptions {
    /// `SET INCREMENT BY 2`, and for what is no longer said the default of the type.
    static func changes(from: Column, to: Column) -> [SQL] {
        guard from.identityOptions != to.identityOptions else { return [] }
        var clauses: [SQL] = []
        for option in to.identityOptions where !from.identityOptions.contains(option) {
            clauses.append("SET \(raw: option)")
        }
        let said = Set(to.identityOptions.map(word))
        let falls = to.identityOptions.contains { $0.hasPrefix("INCREMENT BY -") }
        for option in from.identityOptions where !said.contains(word(option)) {
            switch word(option) {
            case "START": clauses.append("SET START WITH \(raw: start(to, falls))")
            case "INCREMENT": clauses.append("SET INCREMENT BY 1")
            case "MINVALUE": clauses.append("SET NO MINVALUE")
            case "MAXVALUE": clauses.append("SET NO MAXVALUE")
            case "CACHE": clauses.append("SET CACHE 1")
            default: clauses.append("SET NO CYCLE")
            }
        }
        return clauses
    }

    private static func word(_ option: String) -> String { String(option.prefix { $0 != " " }) }

    private static func start(_ column: Column, _ falls: Bool) -> String {
        let bound = column.identityOptions.first { word($0) == (falls ? "MAXVALUE" : "MINVALUE") }
        return bound.map { String($0.drop { $0 != " " }.dropFirst()) } ?? (falls ? "-1" : "1")
    }
}
