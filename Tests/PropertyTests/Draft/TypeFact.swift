/// A type that columns, arguments and attributes can have.
struct TypeFact: Sendable {
    enum Family: String, Sendable {
        case integer, number, text, boolean, time, enumeration, json, array, range, composite, search, other
    }

    /// As it stands in SQL.
    let sql: String
    let family: Family
    /// Literals of it, three at least where three exist; all different.
    let samples: [String]
    var isOrdered = true
    var isHashable = true
    /// `text` behind a domain counts as text, but `text` operators don't find its indexes.
    var isBuiltIn = true
    /// Whether a NULL is refused by the type itself.
    var refusesNull = false
    /// Whether a NULL may be refused by a check.
    var checksNull = false
    /// The attributes of a composite type.
    var attributes: [ColumnFact] = []

    /// The type without its modifier, which arguments of functions don't keep.
    var plain: String {
        guard isBuiltIn, let open = sql.firstIndex(of: "("), let close = sql.firstIndex(of: ")") else { return sql }
        return String(sql[..<open] + sql[sql.index(after: close)...])
    }

    func sample(_ index: Int) -> String { samples.isEmpty ? "NULL" : samples[index % samples.count] }
    func value(_ index: Int) -> String { "\(sample(index))::\(sql)" }

    /// Types of the server.
    static let builtIn: [TypeFact] = [
        TypeFact(sql: "integer", family: .integer, samples: ["0", "1", "2"]),
        TypeFact(sql: "text", family: .text, samples: ["'text 0'", "'text 1'", "'it''s 2'"]),
        TypeFact(sql: "bigint", family: .integer, samples: ["0", "1", "2"]),
        TypeFact(sql: "smallint", family: .integer, samples: ["0", "1", "2"]),
        TypeFact(sql: "numeric(10,2)", family: .number, samples: ["0", "1.5", "2.25"]),
        TypeFact(sql: "numeric", family: .number, samples: ["0", "1.5", "2.25"]),
        TypeFact(sql: "double precision", family: .number, samples: ["0", "1.5", "2.25"]),
        TypeFact(sql: "real", family: .number, samples: ["0", "1.5", "2.25"]),
        TypeFact(sql: "character varying(20)", family: .text, samples: ["'text 0'", "'text 1'", "'text 2'"]),
        TypeFact(sql: "character varying", family: .text, samples: ["'text 0'", "'text 1'", "'text 2'"]),
        TypeFact(sql: "character(6)", family: .text, samples: ["'text 0'", "'text 1'", "'text 2'"]),
        TypeFact(sql: "boolean", family: .boolean, samples: ["true", "false"]),
        TypeFact(sql: "date", family: .time, samples: ["'2026-01-01'", "'2026-01-02'", "'2026-01-03'"]),
        TypeFact(
            sql: "timestamp with time zone", family: .time,
            samples: ["'2026-01-01 00:00:00+00'", "'2026-01-02 00:00:00+00'", "'2026-01-03 00:00:00+00'"]),
        TypeFact(
            sql: "timestamp(3) without time zone", family: .time,
            samples: ["'2026-01-01'", "'2026-01-02'", "'2026-01-03'"]),
        TypeFact(sql: "interval", family: .other, samples: ["'1 day'", "'2 days'", "'3 days'"]),
        TypeFact(
            sql: "uuid", family: .other,
            samples: (0...2).map { "'00000000-0000-0000-0000-00000000000\($0)'" }),
        TypeFact(sql: "jsonb", family: .json, samples: ["'{\"a\": 0}'", "'{\"a\": 1}'", "'[]'"]),
        TypeFact(sql: "json", family: .other, samples: ["'{}'", "'[]'", "'1'"], isOrdered: false, isHashable: false),
        TypeFact(sql: "bytea", family: .other, samples: ["'\\x00'", "'\\x01'", "'\\x02'"]),
        TypeFact(sql: "inet", family: .other, samples: ["'10.0.0.0'", "'10.0.0.1'", "'10.0.0.2'"]),
        TypeFact(sql: "bit(3)", family: .other, samples: ["B'000'", "B'001'", "B'010'"], isHashable: false),
        TypeFact(sql: "tsvector", family: .search, samples: ["'a'", "'b'", "'c'"], isHashable: false),
        TypeFact(sql: "int4range", family: .range, samples: ["'[0,1)'", "'[1,2)'", "'[2,3)'"]),
        TypeFact(
            sql: "point", family: .other, samples: ["'(0,0)'", "'(1,0)'", "'(2,0)'"], isOrdered: false,
            isHashable: false),
        TypeFact(sql: "integer[]", family: .array, samples: ["'{0}'", "'{1}'", "'{2}'"]),
        TypeFact(sql: "text[]", family: .array, samples: ["'{a}'", "'{b,c}'", "'{}'"]),
    ]
}
