/// Expressions over what is there.
enum Expressions {
    /// Something true of every sample row, fit for a check, a partial index, a policy or a view.
    static func condition(
        _ key: String, over columns: [ColumnFact], _ dice: inout Dice, _ draft: Draft, alias: String = ""
    ) -> String? {
        guard let column = dice.pick("\(key) column", columns, by: \.name) else { return nil }
        let name = alias + column.quoted
        let callable = draft.functions.filter { callee in
            callee.isImmutable && callee.arguments.count == 1 && callee.arguments[0].plain == column.type.plain
        }
        if dice.chance("\(key) calls", 35), let callee = dice.pick("\(key) callee", callable, by: \.signature) {
            return "\(callee.quoted)(\(name)) IS NOT NULL"
        }
        let variant = dice.number("\(key) variant", 0...2)
        switch column.type.family {
        case .integer, .number:
            return ["\(name) >= -1", "\(name) < 1000 AND \(name) > -5", "\(name) <> ALL (ARRAY[77, 78])"][variant]
        case .text:
            return [
                "length(\(name)::text) < 100", "\(name) <> 'nope'",
                "\(name) IN ('text 0', 'text 1', 'text 2', 'it''s 2', 'none')",
            ][variant]
        case .boolean:
            return ["\(name) IS NOT NULL", "\(name) OR NOT \(name)", "\(name) IS DISTINCT FROM NULL"][variant]
        case .time: return ["\(name) > '2000-01-01'", "\(name) IS NOT NULL", "NOT \(name) < '2001-01-01'"][variant]
        case .enumeration:
            let list = column.type.samples.joined(separator: ", ")
            return ["\(name) IN (\(list))", "\(name) IS NOT NULL", "\(name) >= \(column.type.sample(0))"][variant]
        case .range: return ["NOT isempty(\(name))", "\(name) IS NOT NULL", "lower_inf(\(name)) IS NOT NULL"][variant]
        case .array:
            return ["array_ndims(\(name)) IS DISTINCT FROM 4", "\(name) IS NOT NULL", "cardinality(\(name)) >= 0"][
                variant]
        case .json, .composite, .search, .other: return "\(name) IS NOT NULL"
        }
    }

    /// A value of a type: a literal or a call.
    static func value(_ key: String, of type: TypeFact, _ dice: inout Dice, _ draft: Draft) -> String {
        let callable = draft.functions.filter { $0.use == .value && $0.result?.sql == type.sql }
        if dice.chance("\(key) calls", 30), let callee = dice.pick("\(key) callee", callable, by: \.signature) {
            return call(callee, index: dice.number("\(key) sample", 0...2))
        }
        let sample = dice.number("\(key) sample", 0...2)
        return dice.chance("\(key) cast", 30) ? type.value(sample) : type.sample(sample)
    }

    static func call(_ callee: FunctionFact, index: Int) -> String {
        "\(callee.quoted)(\(callee.arguments.map { $0.value(index) }.joined(separator: ", ")))"
    }

    /// An immutable expression that can be computed from a column, with its type's family.
    static func computed(
        _ key: String, from columns: [ColumnFact], _ dice: inout Dice, _ draft: Draft
    ) -> String? {
        guard let column = dice.pick("\(key) column", columns.filter(\.type.isOrdered), by: \.name) else { return nil }
        let callable = draft.functions.filter {
            $0.isImmutable && $0.arguments.count == 1 && $0.arguments[0].plain == column.type.plain
                && $0.result?.isOrdered == true
        }
        if dice.chance("\(key) calls", 40), let callee = dice.pick("\(key) callee", callable, by: \.signature) {
            return "\(callee.quoted)(\(column.quoted))"
        }
        switch column.type.family {
        case .integer, .number: return "\(column.quoted) + 1"
        case .text:
            return dice.chance("\(key) lower", 50) ? "lower(\(column.quoted)::text)" : "length(\(column.quoted)::text)"
        case .boolean: return "NOT \(column.quoted)"
        case .array: return "array_ndims(\(column.quoted))"
        case .range: return "isempty(\(column.quoted))"
        case .enumeration, .time, .json, .composite, .search, .other: return "\(column.quoted) IS NULL"
        }
    }
}
