import AutogenConnection
import CLibPQ

extension Rows {
    /// A result in text format, whose cells stay where libpq has put them.
    init(_ held: HeldResult) {
        self.init(columns: (0..<held.result.columnCount).map(held.result.name), cells: held)
    }
}

extension HeldResult: RowCells {
    var rowCount: Int { Int(result.pq.ntuples(result.pointer)) }

    func value(row: Int, column: Int) -> Value {
        result.bytes(row, column).map { .text(String(decoding: $0, as: UTF8.self)) } ?? .null
    }

    func withTexts<Result>(row: Int, columns: Int, _ body: ([UnsafeRawBufferPointer?]) -> Result) -> Result {
        withExtendedLifetime(self) { body((0..<columns).map { result.bytes(row, $0) }) }
    }
}
