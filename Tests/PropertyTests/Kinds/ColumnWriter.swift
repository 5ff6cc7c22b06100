/// The columns of a table, as lines of `CREATE TABLE`.
enum ColumnWriter {
    struct Column {
        var fact: ColumnFact
        let sql: String
    }

    static func columns(
        prefix: String, _ dice: inout Dice, _ draft: Draft, hasIdentity: Bool = true
    ) -> [Column] {
        var columns: [Column] = []
        for number in 1...7 where number == 1 || dice.chance("has c\(number)", 55) {
            let name = prefix + Names.name("column", number)
            columns.append(column("c\(number)", name, columns.map(\.fact), &dice, draft, hasIdentity))
        }
        if dice.chance("reversed", 10) { columns.reverse() }
        return columns
    }

    private static func column(
        _ key: String, _ name: String, _ earlier: [ColumnFact], _ dice: inout Dice, _ draft: Draft,
        _ hasIdentity: Bool
    ) -> Column {
        if dice.chance("\(key) generated", 8), let generated = generated(key, name, earlier, &dice, draft) {
            return generated
        }
        var fact = ColumnFact(name: name, type: draft.type("\(key) type", &dice))
        let hasText = fact.type.family == .text
        var sql = "\(fact.quoted) \(fact.type.sql)"
        if fact.type.isBuiltIn, hasText, dice.chance("\(key) compressed", 8) {
            sql += " COMPRESSION \(dice.pick("\(key) compression", "pglz", "lz4"))"
        }
        if hasText, dice.chance("\(key) collates", 12) {
            let known = ["\"C\"", "\"POSIX\""] + draft.collations
            fact.collation = dice.pick("\(key) collation", known) { $0 }
            sql += fact.collation.map { " COLLATE \($0)" } ?? ""
        }
        fact.isNotNull = dice.chance("\(key) not null", 30)
        let isInteger = fact.type.isBuiltIn && fact.type.family == .integer
        if isInteger, hasIdentity, dice.chance("\(key) identity", 10) {
            fact.isIdentity = dice.chance("\(key) always", 50)
            fact.isNotNull = true
            sql += " GENERATED \(fact.isIdentity ? "ALWAYS" : "BY DEFAULT") AS IDENTITY"
            if dice.chance("\(key) starts", 25) { sql += " (START WITH \(dice.number("\(key) start", 10...90)))" }
        } else if isInteger, dice.chance("\(key) counts", 8),
            let sequence = dice.pick("\(key) counter", draft.sequences, by: { Names.quoted($0) })
        {
            sql += " DEFAULT nextval(\(Names.literal(Names.quoted(sequence)))::regclass)"
        } else if dice.chance("\(key) default", 30) {
            sql += " DEFAULT \(Expressions.value("\(key) default", of: fact.type, &dice, draft))"
        }
        return Column(fact: fact, sql: sql + (fact.isNotNull ? " NOT NULL" : ""))
    }

    private static func generated(
        _ key: String, _ name: String, _ earlier: [ColumnFact], _ dice: inout Dice, _ draft: Draft
    ) -> Column? {
        let sources = earlier.filter { !$0.isGenerated }
        guard
            let text = dice.pick(
                "\(key) source", sources.filter { $0.type.family == .text || $0.type.family == .integer }, by: \.name)
        else { return nil }
        let type = TypeFact.builtIn[text.type.family == .integer ? 0 : 1]
        let expression =
            text.type.family == .integer
            ? "\(text.quoted)::integer + \(dice.number("\(key) adds", 1...3))"
            : dice.chance("\(key) upper", 50) ? "upper(\(text.quoted)::text)" : "\(text.quoted)::text || '!'::text"
        let fact = ColumnFact(name: name, type: type, isGenerated: true)
        return Column(
            fact: fact, sql: "\(fact.quoted) \(type.sql) GENERATED ALWAYS AS (\(expression)) STORED")
    }
}
