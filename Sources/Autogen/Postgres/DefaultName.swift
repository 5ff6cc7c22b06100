import AutogenSchema

/// The names that PostgreSQL gives to constraints and indexes whose authors give none: `orders_customer_fkey`.
///
/// Source: `ChooseConstraintName`, `ChooseIndexName` and `makeObjectName` of the server; parts that are too long are cut
/// until all fits into 63 bytes, and a number makes a name that is taken another.
enum DefaultName {
    private static let limit = 63

    /// Whether an object has the name that the server would have given it.
    static func isGiven(to object: SchemaObject) -> Bool {
        switch object.definition {
        case .constraint(let constraint):
            guard object.id.path.count == 3 else { return false }
            return fits(object.id.name, object.id.path[1], columns(of: constraint), label(of: constraint.type))
        case .index(let index):
            guard let table = index.table.last else { return false }
            return fits(object.id.name, table, index.columns, "idx")
                || hasExpression(index, named: object.id.name, on: table)
        default: return false
        }
    }

    /// A name as the server shortens it.
    static func cut(_ name: String) -> String { whole(Array(name.utf8.prefix(limit))) }

    private static func columns(of constraint: Constraint) -> [String] {
        switch constraint.type {
        case .primaryKey: []
        case .check: constraint.columns.count == 1 ? constraint.columns : []
        case .unique, .foreignKey, .exclusion, .notNull: constraint.columns
        }
    }

    private static func label(of type: ConstraintType) -> String {
        switch type {
        case .primaryKey: "pkey"
        case .unique: "key"
        case .foreignKey: "fkey"
        case .check: "check"
        case .exclusion: "excl"
        case .notNull: "not_null"
        }
    }

    private static func fits(_ name: String, _ table: String, _ columns: [String], _ label: String) -> Bool {
        let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
        let part = columns.isEmpty ? nil : columns.joined(separator: "_")
        return name == self.name(table, part, label)
            || !digits.isEmpty && name == self.name(table, part, label + digits)
    }

    /// An expression goes in as the name of its function, or as `expr`.
    private static func hasExpression(_ index: Index, named name: String, on table: String) -> Bool {
        let plain = name.reversed().drop { $0.isASCII && $0.isNumber }.reversed()
        return index.hasExpressions.value && String(plain).hasSuffix("_idx") && name.hasPrefix(table + "_")
    }

    private static func name(_ table: String, _ columns: String?, _ label: String) -> String {
        var table = Array(table.utf8)
        var columns = columns.map { Array($0.utf8) }
        let room = limit - label.utf8.count - 1 - (columns == nil ? 0 : 1)
        while table.count + (columns?.count ?? 0) > room {
            if let count = columns?.count, count >= table.count { columns?.removeLast() } else { table.removeLast() }
        }
        return ([table] + (columns.map { [$0] } ?? [])).map(whole).joined(separator: "_") + "_" + label
    }

    /// The text of the bytes without the beginning of a character at their end.
    private static func whole(_ bytes: [UInt8]) -> String {
        var bytes = bytes
        while !bytes.isEmpty {
            if let text = String(validating: bytes, as: UTF8.self) { return text }
            bytes.removeLast()
        }
        return ""
    }
}
