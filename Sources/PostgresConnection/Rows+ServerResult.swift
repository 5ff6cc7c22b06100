import AutogenConnection

extension Rows {
    /// Copies a result in text format.
    init(_ result: ServerResult) {
        let (rows, columns) = (result.rowCount, result.columnCount)
        var values: [Value] = []
        values.reserveCapacity(Int(rows) * Int(columns))
        for row in 0..<rows {
            for column in 0..<columns { values.append(result.value(row, column)) }
        }
        self.init(columns: (0..<columns).map(result.name), values: values)
    }
}
