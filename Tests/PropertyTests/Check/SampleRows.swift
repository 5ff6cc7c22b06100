import AutogenSchema

/// Rows for the tables of a draft.
enum SampleRows {
    /// Statements that insert up to three rows into most tables; a row that breaks a constraint stays out.
    static func statements(for draft: Draft, seed: UInt64) -> [SQL] {
        draft.tables.flatMap { table -> [SQL] in
            guard table.form != .partition, SplitMix64.hash(seed, table.quoted) % 10 < 7 else { return [] }
            return (0...2).map { row in
                let columns = table.columns.filter { !$0.isGenerated && !$0.isIdentity }
                let names = Names.list(columns.map(\.name))
                let values = columns.map { $0.type.value(row) }.joined(separator: ", ")
                let insert =
                    columns.isEmpty
                    ? "INSERT INTO \(table.quoted) DEFAULT VALUES"
                    : "INSERT INTO \(table.quoted) (\(names)) VALUES (\(values))"
                return SQL(
                    raw: """
                        DO $rows$ BEGIN
                            \(insert);
                            SET CONSTRAINTS ALL IMMEDIATE;
                        EXCEPTION WHEN OTHERS THEN NULL; END $rows$
                        """)
            }
        }
    }
}
