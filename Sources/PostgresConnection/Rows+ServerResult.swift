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

    /// Read where it lies: the catalog's numbers are many.
    func integer(row: Int, column: Int) -> Int64? {
        withExtendedLifetime(self) {
            guard let bytes = result.bytes(row, column), !bytes.isEmpty, bytes.count < 19,
                bytes.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return value(row: row, column: column).integer }
            return bytes.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
        }
    }

    func withTexts<Result>(row: Int, columns: Int, _ body: ([UnsafeRawBufferPointer?]) -> Result) -> Result {
        withExtendedLifetime(self) { body((0..<columns).map { result.bytes(row, $0) }) }
    }
}
