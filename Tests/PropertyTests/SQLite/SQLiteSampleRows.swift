import AutogenSchema

/// Rows for the tables of a SQLite draft.
enum SQLiteSampleRows {
    /// Statements that insert up to six rows into most tables; a row that breaks a constraint stays out.
    static func statements(for draft: SQLiteDraft, seed: UInt64) -> [SQL] {
        draft.relations.flatMap { table -> [SQL] in
            let dice = SplitMix64.hash(seed, table.name)
            guard table.form != .view, dice % 10 < 8 else { return [] }
            let names = table.writable.map(\.name)
            return (0..<Int(dice / 16 % 7)).map { row in
                let values = table.writable.enumerated().map { place, column -> String in
                    // Rows differ, and so do columns of one row; rows of an R*Tree must have their edges in order.
                    if table.form == .spatial { return "\(row + place)" }
                    if ["id", "ID"].contains(column.name) { return "\(row * 3 + 1)" }
                    return SQLiteExpressions.sample(column.family, row + Int(SplitMix64.hash(dice, column.name) % 3))
                }
                return SQL(
                    raw: """
                        INSERT INTO \(table.quoted) (\(Names.list(names))) VALUES (\(values.joined(separator: ", ")))
                        """)
            }
        }
    }
}
