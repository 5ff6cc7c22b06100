/// Where the cells of a result lie: with the driver that received them, or in values.
package protocol RowCells: AnyObject, Sendable {
    var rowCount: Int { get }
    /// The value of one cell, made when it is asked for.
    func value(row: Int, column: Int) -> Value
    /// The whole number in a cell; `nil` for everything else.
    func integer(row: Int, column: Int) -> Int64?
    /// Lends the texts of a row's columns, `nil` for NULL, as long as `body` runs.
    func withTexts<Result>(
        row: Int, columns: Int, _ body: ([UnsafeRawBufferPointer?]) -> Result
    ) -> Result
}

extension RowCells {
    package func integer(row: Int, column: Int) -> Int64? { value(row: row, column: column).integer }
}

/// Cells that somebody has made values of.
final class ValueCells: RowCells {
    private let values: [Value]
    private let columns: Int

    init(_ values: [Value], columns: Int) {
        self.values = values
        self.columns = columns
    }

    var rowCount: Int { columns == 0 ? 0 : values.count / columns }

    func value(row: Int, column: Int) -> Value { values[row * columns + column] }

    func withTexts<Result>(
        row: Int, columns: Int, _ body: ([UnsafeRawBufferPointer?]) -> Result
    ) -> Result {
        var bytes: [UInt8] = []
        var ends: [Int?] = []
        for column in 0..<columns {
            let text = value(row: row, column: column).text
            if let text { bytes.append(contentsOf: text.utf8) }
            ends.append(text.map { _ in bytes.count })
        }
        return bytes.withUnsafeBytes { bytes in
            var start = 0
            return body(
                ends.map { end in
                    guard let end else { return nil }
                    defer { start = end }
                    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                })
        }
    }
}
