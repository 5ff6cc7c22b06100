import AutogenSchema

/// Each value begins at a multiple of its length, so a `boolean` before a `bigint` is followed by seven blank bytes, in
/// every row. In a new table the order is free.
enum ColumnOrder: LintRule {
    static let code = "column-order"
    static let severity = LintSeverity.note
    static let isOn = false

    static func faults(in script: LintScript) -> [LintFault] {
        let columns = Dictionary(grouping: script.after.ids(of: .column), by: \.tablePath)
        return script.new(.table).compactMap { id in
            let bodies = (columns[id.path] ?? []).compactMap { script.after.body($0, as: Column.self) }
                .sorted { $0.position.value < $1.position.value }
            let types = bodies.prefix { FixedType($0.type) != nil }.compactMap { FixedType($0.type) }
            let lost = FixedType.room(types) - FixedType.room(types.sorted { $0.alignment > $1.alignment })
            guard lost >= 8 else { return nil }
            return script.fault(
                "\(lost) bytes of each row of \(SQL.shown(id.path)) are blank, for the sake of the order of its columns",
                "columns of 8 bytes first, then those of 4, 2 and 1, then text", of: id)
        }
    }
}

/// A type whose values all have one length.
private struct FixedType {
    let length: Int
    let alignment: Int

    init?(_ type: String) {
        switch type {
        case "bigint", "double precision", "money": self.init(length: 8, alignment: 8)
        case "integer", "real", "date", "oid": self.init(length: 4, alignment: 4)
        case "smallint": self.init(length: 2, alignment: 2)
        case "boolean", "\"char\"": self.init(length: 1, alignment: 1)
        case "uuid": self.init(length: 16, alignment: 1)
        case "interval": self.init(length: 16, alignment: 8)
        default:
            guard type.hasPrefix("timestamp") || type.hasPrefix("time ") else { return nil }
            self.init(length: 8, alignment: 8)
        }
    }

    private init(length: Int, alignment: Int) {
        self.length = length
        self.alignment = alignment
    }

    /// What values take one behind the other, up to where the next row may begin.
    static func room(_ types: [FixedType]) -> Int {
        let end = types.reduce(0) { place, type in
            (place + type.alignment - 1) / type.alignment * type.alignment + type.length
        }
        return (end + 7) / 8 * 8
    }
}
