import AutogenConnection
import CLibPQ

/// What the server has answered to one statement, as libpq holds it until it is cleared.
struct ServerResult {
    let pq: LibPQ
    let pointer: OpaquePointer

    var status: ExecStatusType { pq.resultStatus(pointer) }

    /// What libpq makes of the server's report, or says itself.
    var message: String {
        pq.resultErrorMessage(pointer).map { String(cString: $0).withoutFinalNewlines } ?? ""
    }

    func field(_ field: ErrorField) -> String? {
        guard let code = field.rawValue.asciiValue else { return nil }
        return pq.resultErrorField(pointer, Int32(code)).map { String(cString: $0) }
    }

    var rowCount: Int32 { pq.ntuples(pointer) }
    var columnCount: Int32 { pq.nfields(pointer) }

    func name(of column: Int32) -> String { pq.fname(pointer, column).map { String(cString: $0) } ?? "" }

    func value(_ row: Int32, _ column: Int32) -> Value {
        if pq.getisnull(pointer, row, column) == 1 { return .null }
        let bytes = UnsafeRawBufferPointer(
            start: pq.getvalue(pointer, row, column), count: Int(pq.getlength(pointer, row, column)))
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    func clear() { pq.clear(pointer) }
}
