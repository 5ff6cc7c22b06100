import AutogenConnection
import CLibPQ

extension Rows {
    /// Copies a result in text format.
    init(result: OpaquePointer) {
        let columns = PQnfields(result)
        let rows = PQntuples(result)
        var values: [Value] = []
        values.reserveCapacity(Int(rows) * Int(columns))
        for row in 0..<rows {
            for column in 0..<columns {
                if PQgetisnull(result, row, column) == 1 {
                    values.append(.null)
                } else {
                    let bytes = UnsafeRawBufferPointer(
                        start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
                    values.append(.text(String(decoding: bytes, as: UTF8.self)))
                }
            }
        }
        let names = (0..<columns).map { column in PQfname(result, column).map { String(cString: $0) } ?? "" }
        self.init(columns: names, values: values)
    }
}
