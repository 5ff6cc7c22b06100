/// Expressions over columns of a SQLite relation.
enum SQLiteExpressions {
    /// Something true of most sample rows, fit for a check, a partial index, a trigger or a view.
    static func condition(
        _ key: String, over columns: [SQLiteColumn], _ dice: inout Dice, name: (String) -> String
    ) -> String? {
        guard let column = dice.pick("\(key) column", columns, by: \.name) else { return nil }
        let x = name(column.name)
        let variant = dice.number("\(key) variant", 0...3)
        switch column.family {
        case .integer, .real:
            return [
                "\(x) >= -1", "\(x) < 1000 AND \(x) > -5.5e0", "\(x) NOT IN (77, 78)",
                "(\(x) BETWEEN -2 AND 0xff) OR \(x) IS NULL",
            ][variant]
        case .text:
            return [
                "length(\(x)) < 100", "\(x) <> 'nope'", "\(x) NOT LIKE '%it''s; never%' ESCAPE '\\'",
                "CASE WHEN \(x) IS NULL THEN 1 ELSE upper(\(x)) != 'NO' END",
            ][variant]
        case .blob, .any:
            return [
                "typeof(\(x)) <> 'nope'", "\(x) IS NOT x'00FF'", "\(x) IS NULL OR length(\(x)) >= 0",
                "CAST(\(x) AS TEXT) IS NOT 'never'",
            ][variant]
        }
    }

    /// A deterministic value computed from a column, with its family.
    static func computed(
        _ key: String, from columns: [SQLiteColumn], _ dice: inout Dice, name: (String) -> String
    ) -> (sql: String, family: SQLiteColumn.Family)? {
        guard let column = dice.pick("\(key) source", columns, by: \.name) else { return nil }
        let x = name(column.name)
        let variant = dice.number("\(key) form", 0...2)
        switch column.family {
        case .integer, .real: return numeric(x, variant)
        case .text:
            return [
                ("lower(\(x))", .text), ("\(x) || 'it''s'", .text), ("length(\(x))", .integer),
            ][variant]
        case .blob, .any:
            return [("typeof(\(x))", .text), ("hex(\(x))", .text), ("\(x) IS NULL", .integer)][variant]
        }
    }

    private static func numeric(_ x: String, _ variant: Int) -> (sql: String, family: SQLiteColumn.Family) {
        [("\(x) + 1", .integer), ("coalesce(\(x), 0) * 2 - 1", .integer), ("abs(\(x)) % 7", .integer)][variant]
    }

    /// What follows `DEFAULT`.
    static func defaultValue(_ key: String, of family: SQLiteColumn.Family, _ dice: inout Dice) -> String {
        let variant = dice.number("\(key) sample", 0...7)
        switch family {
        case .integer:
            return ["7", "-5", "+ 3", "NULL", "TRUE", "(1 + 2)", "(abs(-4))", "0x1F"][variant]
        case .real: return ["1.5", "-2.5e3", ".5", "NULL", "(0.5 * 3)", "0", "+1e-2", "(random() * 0)"][variant]
        case .text:
            return [
                "'none'", "'it''s'", "'a; b -- c'", "(lower('X'))", "CURRENT_TIMESTAMP", "word", "''",
                "(strftime('%Y', 'now'))",
            ][variant]
        case .blob: return ["x'00ff'", "X'AB'", "NULL", "(zeroblob(3))", "x''", "(NULL)", "x'01'", "x'02'"][variant]
        case .any:
            return ["'text'", "\"in double quotes\"", "CURRENT_DATE", "1", "false", "NULL", "('a' || 'b')", "x'05'"][
                variant]
        }
    }

    /// A literal of one of a few rows.
    static func sample(_ family: SQLiteColumn.Family, _ row: Int) -> String {
        switch family {
        case .integer: ["1", "2", "3", "0", "NULL", "-1"][row % 6]
        case .real: ["1.5", "2", "-0.25", "3e2", "NULL", "0.0"][row % 6]
        case .text: ["'text 0'", "'it''s'", "'007'", "'ünï'", "NULL", "'{\"a\": 1}'"][row % 6]
        case .blob: ["x'00ff'", "x''", "x'01'", "NULL", "x'02'", "zeroblob(3)"][row % 6]
        case .any: ["'any'", "1", "2.5", "x'0a'", "NULL", "'2'"][row % 6]
        }
    }
}
