import AutogenSQLText
import AutogenSchema

/// Types that scripts make and alter, and the domains whose demands are those of columns.
extension RowForecast {
    /// What was made in the scripts gets its labels; of what was there nothing is known as it is by then.
    mutating func alterType(_ reader: inout SQLReader) {
        guard let name = reader.name() else { return }
        let labels = labels(of: name) ?? []
        if reader.skip("RENAME", "TO"), let new = reader.name() {
            // The labels that it had are those of the new name; under the old one may come another.
            if !labels.isEmpty { make(type: new, labels: labels) }
            return change(word: new.last ?? "", "gives a type this name")
        }
        guard !labels.isEmpty else { return change(word: name.last ?? "", "alters the type") }
        if reader.skip("RENAME", "VALUE"), let old = reader.next(), reader.skip("TO"), let new = reader.next() {
            let (before, after) = (reader.text(of: old), reader.text(of: new))
            make(type: name, labels: labels.map { $0 == before ? after : $0 })
        } else if reader.skip("ADD", "VALUE") {
            reader.skip("IF", "NOT", "EXISTS")
            if let label = reader.next() { make(type: name, labels: labels + [reader.text(of: label)]) }
        } else {
            change(word: name.last ?? "", "alters the type")
        }
    }

    func currentType(of column: String, _ table: Table) -> String? {
        switch table.rows {
        case .source(let source): source.columns.contains(column) ? source.types[column] : ""
        case .nothing, .unknown: nil
        }
    }

    func typeName(_ type: String) -> [String] {
        var reader = SQLReader(type, dialect.syntax)
        return reader.name() ?? []
    }

    mutating func alterDomain(_ reader: inout SQLReader) {
        guard let domain = reader.name() else { return }
        let isNotNull = reader.skip("SET", "NOT", "NULL")
        var check: ConstraintText?
        if !isNotNull {
            if reader.skip("VALIDATE") { return add(nil, of: domain, .none("a constraint of the domain is validated")) }
            guard reader.skip("ADD"), let constraint = ConstraintText(&reader), !constraint.isForNewRows else { return }
            check = constraint
        }
        settle()
        for place in domainColumns(domain) {
            guard let table = table(place.table) else { continue }
            if let type = currentType(of: place.column, table), type != place.type { continue }
            if isNotNull {
                askNotNull(table, place.column)
            } else if let check, case .check(let text) = check.form {
                let name = check.name ?? "\(domain.last ?? "")_check"
                askRows(.broken(constraint: "\(name): \(text.oneLine)"), of: table) { source in
                    let value: SQL = "\(name: source.alias).\(name: place.column)"
                    return "NOT \(SQL.enclosed(Self.replacingValue(in: text, by: value.text)))"
                }
            }
        }
    }

    /// The condition of a domain for what is in a column.
    static func replacingValue(in text: String, by column: String) -> String {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        var result: [UInt8] = []
        var copied = 0
        while let token = lexer.next() {
            guard token.isWord("value", in: bytes) else { continue }
            result += bytes[copied..<token.range.lowerBound] + Array(column.utf8)
            copied = token.range.upperBound
        }
        return String(decoding: result + bytes[copied...], as: UTF8.self)
    }
}
