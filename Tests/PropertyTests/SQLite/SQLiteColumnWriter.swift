/// The columns of a SQLite table, as lines of `CREATE TABLE`.
struct SQLiteColumnWriter {
    struct Line {
        var fact: SQLiteColumn
        var sql: String
        var isUnique = false
    }

    let style: SQLiteStyle
    let isStrict: Bool

    func lines(_ dice: inout Dice, _ draft: SQLiteDraft) -> [Line] {
        var lines: [Line] = []
        for number in 1...7 where number == 1 || dice.chance("has c\(number)", 50) {
            var name = SQLiteDraft.name("column", number)
            if dice.chance("c\(number) in capitals", 8) { name = name.uppercased() }
            lines.append(line("c\(number)", name, lines.map(\.fact), &dice, draft))
        }
        if dice.chance("reversed", 8), !lines.contains(where: \.fact.isGenerated) { lines.reverse() }
        return lines
    }

    private func line(
        _ key: String, _ name: String, _ earlier: [SQLiteColumn], _ dice: inout Dice, _ draft: SQLiteDraft
    ) -> Line {
        if dice.chance("\(key) generated", 14), !earlier.isEmpty,
            let value = SQLiteExpressions.computed("\(key) generated", from: earlier, &dice, name: style.name)
        {
            return generated(key, name, value, &dice)
        }
        let (type, family) = type(key, &dice)
        let fact = SQLiteColumn(name: name, family: family)
        var line = Line(fact: fact, sql: style.name(name) + (type.isEmpty ? "" : " \(type)"))
        var parts: [String] = []
        func add(_ word: String, _ text: String) {
            let isNamed = dice.chance("\(key) \(word) named", 20)
            let label = isNamed ? style.words("CONSTRAINT ") + style.name("\(word) \(key)") + " " : ""
            parts.append(label + text)
        }
        if dice.chance("\(key) default", 35) {
            let value = SQLiteExpressions.defaultValue("\(key) default", of: family, &dice)
            add("default", style.words("DEFAULT ") + value)
        }
        if dice.chance("\(key) not null", 25) {
            add("filled", style.words("NOT NULL") + conflict("\(key) null", &dice))
        }
        if dice.chance("\(key) unique", 10) {
            line.isUnique = true
            add("unique", style.words("UNIQUE") + conflict("\(key) unique", &dice))
        }
        if dice.chance("\(key) check", 18),
            let test = SQLiteExpressions.condition("\(key) check", over: [fact], &dice, name: style.name)
        {
            add("check", style.words("CHECK ") + style.group(test))
        }
        if family == .text || dice.chance("\(key) oddly collated", 3), dice.chance("\(key) collated", 20) {
            add("collation", style.words("COLLATE ") + dice.pick("\(key) collation", "NOCASE", "rtrim", "BINARY"))
        }
        if dice.chance("\(key) refers", 14), let target = SQLiteReference.text("\(key) target", 1, style, &dice, draft)
        {
            add("link", target)
        }
        if dice.chance("\(key) turned", 12) { parts.reverse() }
        for part in parts { line.sql += style.gap + part }
        return line
    }

    private func generated(
        _ key: String, _ name: String, _ value: (sql: String, family: SQLiteColumn.Family), _ dice: inout Dice
    ) -> Line {
        var sql = style.name(name)
        if isStrict || dice.chance("\(key) typed", 60) { sql += isStrict ? " ANY" : " TEXT" }
        sql += style.words(dice.chance("\(key) at length", 50) ? " GENERATED ALWAYS AS " : " AS ")
        sql += style.group(value.sql) + style.words(dice.pick("\(key) kept", "", " VIRTUAL", " STORED"))
        if dice.chance("\(key) generated filled", 10) { sql += style.words(" NOT NULL") }
        return Line(fact: SQLiteColumn(name: name, family: value.family, isGenerated: true), sql: sql)
    }

    private func conflict(_ key: String, _ dice: inout Dice) -> String {
        guard dice.chance("\(key) conflicts", 15) else { return "" }
        let way = dice.pick("\(key) conflict", "ABORT", "ROLLBACK", "FAIL", "IGNORE", "REPLACE")
        return style.words(" ON CONFLICT ") + style.words(way)
    }

    private func type(_ key: String, _ dice: inout Dice) -> (String, SQLiteColumn.Family) {
        if isStrict {
            let type = dice.pick("\(key) strict type", "INTEGER", "INT", "TEXT", "REAL", "BLOB", "ANY")
            return (type, Self.strict[type] ?? .any)
        }
        let type = dice.pick(
            "\(key) type", "INTEGER", "TEXT", "int", "VARCHAR(20)", "REAL", "Double Precision", "NUMERIC(10, 2)",
            "BOOLEAN", "datetime", "BLOB", "", "unsigned big int")
        return (type, Self.loose[type] ?? .any)
    }

    private static let strict: [String: SQLiteColumn.Family] = [
        "INTEGER": .integer, "INT": .integer, "TEXT": .text, "REAL": .real, "BLOB": .blob,
    ]
    private static let loose: [String: SQLiteColumn.Family] = [
        "INTEGER": .integer, "TEXT": .text, "int": .integer, "VARCHAR(20)": .text, "REAL": .real,
        "Double Precision": .real, "NUMERIC(10, 2)": .real, "BOOLEAN": .integer, "datetime": .text, "BLOB": .blob,
        "unsigned big int": .integer,
    ]
}
