import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// Values for columns, each another one: as many as there are columns and rows, so that one in the wrong place is seen.
protocol SeedValues {
    /// A value of a type as SQL; `nil` for a type whose values nobody knows here.
    ///
    /// - Parameters:
    ///   - number: another one for each value.
    ///   - row: the number of the row in its table.
    func value(of type: String, number: Int, row: Int) -> SQL?

    /// Those of the literals in a condition that can be values of a type, with their neighbours.
    func values(of type: String, among literals: [SeedLiteral]) -> [SQL]

    /// Whether a type takes values of another kind, a composite type with other attributes included.
    func isOther(_ old: String, _ new: String, in target: Catalog) -> Bool

    /// The ways in which the server may make a value of a type of the text of one of another, as a function of that text;
    /// `nil` where nobody can tell.
    func conversions(from old: String, to new: String, in target: Catalog) -> [(String) -> SQL]?

    /// What has the rows of a table and no others; those of one that is divided are in its partitions.
    func rows(of table: [String], isDivided: Bool) -> SQL

    /// The text by which two values of a column are compared.
    func text(of column: String) -> SQL
}

/// A literal in a constraint or a bound.
struct SeedLiteral: Hashable {
    let text: String
    let isNumber: Bool

    static func all(in condition: String, _ syntax: SQLSyntax) -> [SeedLiteral] {
        var reader = SQLReader(condition, syntax)
        var literals: [SeedLiteral] = []
        while let token = reader.next() {
            switch token.kind {
            case .number: literals.append(SeedLiteral(text: reader.text(of: token), isNumber: true))
            case .string: literals.append(SeedLiteral(text: reader.value(of: token), isNumber: false))
            case .word, .quotedName, .dollarString, .bits, .parameter, .symbol, .opening, .closing, .semicolon,
                .lineComment, .blockComment:
                continue
            }
        }
        return literals
    }

    /// The number that it is, in quotes or not.
    var number: Double? { Double(text) }

    /// Texts that many conditions on the form of a text are content with.
    static let forms = [
        "a", "A", "abc", "ABC", "a1", "12345", "1", "a@b.cd", "+491234567", "https://a.bc/d", "2024-01-02",
    ]
}

struct PostgresSeedValues: SeedValues {
    let start: Catalog

    func value(of type: String, number: Int, row: Int) -> SQL? {
        text(ValueType(type, in: start), type, number, row).map { "CAST(\(literal: $0) AS \(raw: type))" }
    }

    /// The text form of a value (<https://www.postgresql.org/docs/current/datatype.html>).
    private func text(_ type: ValueType, _ name: String, _ n: Int, _ row: Int) -> String? {
        switch type {
        case .plain(let plain): return text(plain, n, row)
        case .label: return labels(name).map { $0[row % $0.count] }
        case .array(let element):
            let inner = name.hasSuffix("[]") ? String(name.dropLast(2)) : name
            return text(element, inner, n, row).map { "{\(Self.quoted($0))}" }
        case .composite(let attributes):
            let path = try? Address.parts(name)
            let body: CompositeType? = path.flatMap { start.body(ObjectID(.compositeType, path: $0)) }
            let types = body?.attributes.map(\.type) ?? attributes.map { _ in "" }
            let texts = zip(attributes, types).compactMap { text($0.type, $1, n, row) }
            return texts.count == attributes.count ? "(\(texts.map(Self.quoted).joined(separator: ",")))" : nil
        case .range(let bound): return range(bound, n, row)
        case .multirange(let bound): return range(bound, n, row).map { "{\($0)}" }
        }
    }

    private func range(_ bound: ValueType, _ n: Int, _ row: Int) -> String? {
        guard let lower = text(bound, "", n * 10, row), let upper = text(bound, "", n * 10 + 3, row) else { return nil }
        return "[\(Self.quoted(lower)),\(Self.quoted(upper)))"
    }

    private static func quoted(_ text: String) -> String {
        "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }

    private func labels(_ type: String) -> [String]? {
        guard let path = try? Address.parts(type), let body: EnumType = start.body(ObjectID(.enumType, path: path)),
            !body.labels.isEmpty
        else {
            let base = (try? Address.parts(type)).flatMap { start.body(ObjectID(.domain, path: $0)) as Domain? }
            return base.flatMap { labels($0.type) }
        }
        return body.labels
    }

    private func text(_ type: ValueType.Plain, _ n: Int, _ row: Int) -> String? {
        func fitting(_ text: String) -> String {
            type.limit == .max ? text : String(text.suffix(max(1, type.limit)))
        }
        switch type.base {
        case "smallint", "integer", "bigint", "oid", "xid", "money": return "\(n % 30_000)"
        case "numeric": return decimal(type, n)
        case "real", "double precision": return "\(n).5"
        case "text", "name": return "text \(n)"
        case "character varying", "character":
            return type.numbers.isEmpty && type.base == "character" ? letter(n) : fitting("text \(n)")
        case "\"char\"": return letter(n)
        case "boolean": return row.isMultiple(of: 2) ? "true" : "false"
        case "uuid": return "00000000-0000-4000-8000-\(padded(n, 12))"
        case "date": return day(n)
        case "timestamp without time zone": return "\(day(n)) 10:11:12.345678"
        case "timestamp with time zone": return "\(day(n)) 10:11:12.345678+00"
        case "time without time zone": return time(n)
        case "time with time zone": return "\(time(n))+01"
        case "json", "jsonb": return "{\"n\": \(n)}"
        case "bytea": return "\\x\(padded(n, 8))"
        case "inet": return "10.\(n / 65_536 % 256).\(n / 256 % 256).\(n % 256)"
        case "cidr": return "10.\(n / 256 % 256).\(n % 256).0/24"
        case "macaddr": return "02:00:00:00:\(hex(n / 256 % 256)):\(hex(n % 256))"
        case "macaddr8": return "02:00:00:ff:fe:00:\(hex(n / 256 % 256)):\(hex(n % 256))"
        case "bit": return bits(n, type.numbers.first ?? 1)
        case "bit varying": return bits(n, min(type.limit, 16))
        case "xml": return "<n>\(n)</n>"
        case "tsvector": return "'word\(n)':1"
        case "tsquery": return "'word\(n)'"
        case "point": return "(\(n),\(n + 1))"
        case "line": return "{1,\(n),1}"
        case "lseg": return "[(\(n),0),(\(n + 1),1)]"
        case "box": return "(\(n + 1),1),(\(n),0)"
        case "path": return "[(\(n),0),(\(n + 1),1)]"
        case "polygon": return "((\(n),0),(\(n + 1),1),(\(n),2))"
        case "circle": return "<(\(n),0),1>"
        case "pg_lsn": return "0/\(hex(n % 256))"
        default:
            if type.isInterval { return "\(n) days" }
            if type.isText { return "text \(n)" }
            if type.base.hasSuffix(".hstore") { return "k=>\(n)" }
            if type.base.hasSuffix(".ltree") { return "a.n\(n)" }
            return nil
        }
    }

    /// With all digits behind the point, so that rounding is seen.
    private func decimal(_ type: ValueType.Plain, _ n: Int) -> String {
        guard let scale = type.scale, let whole = type.whole else { return "\(n).375" }
        let front = whole <= 0 ? 0 : n % Int(pow10(min(whole, 6)))
        guard scale > 0 else { return "\(front)" }
        let digits = String("\(n)37512345678901234567890".prefix(min(scale, 12)))
        return "\(front).\(digits)"
    }

    private func pow10(_ count: Int) -> Int { (0..<count).reduce(1) { result, _ in result * 10 } }
    private func letter(_ n: Int) -> String { String(UnicodeScalar(UInt8(97 + n % 26))) }
    private func padded(_ n: Int, _ width: Int) -> String {
        let text = "\(n)"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    private func hex(_ n: Int) -> String { (n < 16 ? "0" : "") + String(n, radix: 16) }
    private func day(_ n: Int) -> String {
        "\(2001 + n / 336 % 60)-\(padded(1 + n / 28 % 12, 2))-\(padded(1 + n % 28, 2))"
    }
    private func time(_ n: Int) -> String { "\(padded(n / 60 % 24, 2)):\(padded(n % 60, 2)):07" }
    private func bits(_ n: Int, _ width: Int) -> String {
        let text = String(n, radix: 2)
        return String((String(repeating: "0", count: width) + text).suffix(width))
    }

    func values(of type: String, among literals: [SeedLiteral]) -> [SQL] {
        let texts = SeedTexts.values(
            literals, isNumber: ValueType(type, in: start).contains { $0.digits != nil },
            isText: ValueType(type, in: start).contains { $0.holdsText || $0.isText },
            isTime: ValueType(type, in: start).contains { $0.isLocal || $0.isMoment || $0.isTimestamp },
            isWhole: ValueType(type, in: start).contains { $0.isInteger }, labels: labels(type))
        return texts.map { "CAST(\(literal: $0) AS \(raw: type))" }
    }

    func text(of column: String) -> SQL { "CAST(\(name: column) AS text)" }

    func rows(of table: [String], isDivided: Bool) -> SQL { isDivided ? "\(name: table)" : "ONLY \(name: table)" }

    func isOther(_ old: String, _ new: String, in target: Catalog) -> Bool {
        ValueType(old, in: start) != ValueType(new, in: target)
    }

    /// Of times with and without zone, and of types with other attributes, reading them as the new type is not the only way.
    func conversions(from old: String, to new: String, in target: Catalog) -> [(String) -> SQL]? {
        let types = [ValueType(old, in: start), ValueType(new, in: target)]
        guard !types.contains(where: { $0.hasAttributes || $0.contains { $0.isMoment } }) else { return nil }
        return [
            { "CAST(CAST(\(literal: $0) AS \(raw: old)) AS \(raw: new))" }, { "CAST(\(literal: $0) AS \(raw: new))" },
        ]
    }
}

struct SQLiteSeedValues: SeedValues {
    func value(of type: String, number n: Int, row: Int) -> SQL? {
        let word = type.uppercased()
        if word.contains("BOOL") { return "\(row % 2)" }
        if word.contains("DATE") || word.contains("TIME") {
            return "\(literal: "2024-01-\(10 + n % 19) 10:11:\(10 + n % 49)")"
        }
        switch Affinity(type, strict: true) {
        case .integer: return "\(n)"
        case .numeric: return "\(n)"
        case .real: return "\(raw: "\(n).5")"
        case .text: return "\(literal: "text \(n)")"
        case .none: return word == "ANY" ? "\(literal: "any \(n)")" : "CAST(\(literal: "blob \(n)") AS BLOB)"
        }
    }

    func values(of type: String, among literals: [SeedLiteral]) -> [SQL] {
        let affinity = Affinity(type, strict: true)
        let isNumber = [.integer, .numeric, .real].contains(affinity)
        return SeedTexts.values(
            literals, isNumber: isNumber, isText: !isNumber, isTime: false, isWhole: affinity == .integer, labels: nil
        ).map { text in isNumber ? SQL(raw: text) : "\(literal: text)" }
    }

    func text(of column: String) -> SQL {
        "CASE WHEN \(name: column) IS NOT NULL THEN quote(\(name: column)) END"
    }

    func rows(of table: [String], isDivided: Bool) -> SQL { "\(name: table)" }

    func isOther(_ old: String, _ new: String, in target: Catalog) -> Bool {
        Affinity(old, strict: true) != Affinity(new, strict: true)
    }

    func conversions(from old: String, to new: String, in target: Catalog) -> [(String) -> SQL]? { nil }
}

/// What of the literals in conditions may be a value.
private enum SeedTexts {
    static func values(
        _ literals: [SeedLiteral], isNumber: Bool, isText: Bool, isTime: Bool, isWhole: Bool, labels: [String]?
    ) -> [String] {
        if let labels { return literals.map(\.text).filter(labels.contains) + labels }
        if isNumber {
            let numbers = literals.compactMap(\.number).filter { abs($0) < 1e9 }
            let all = numbers.flatMap { [$0, $0 + 1, $0 - 1] }
            return all.map { isWhole || $0 == $0.rounded() ? "\(Int($0.rounded()))" : "\($0)" }
        }
        let strings = literals.filter { !$0.isNumber }.map(\.text)
        if isTime { return strings.filter { $0.contains("-") && ($0.first?.isNumber ?? false) } }
        return isText ? strings + SeedLiteral.forms : []
    }
}
