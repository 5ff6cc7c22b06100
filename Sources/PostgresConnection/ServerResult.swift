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

    var columnCount: Int32 { pq.nfields(pointer) }

    func name(of column: Int32) -> String { pq.fname(pointer, column).map { String(cString: $0) } ?? "" }

    /// The text of a cell, as long as the result is there; `nil` for NULL.
    func bytes(_ row: Int, _ column: Int) -> UnsafeRawBufferPointer? {
        let (row, column) = (Int32(row), Int32(column))
        if pq.getisnull(pointer, row, column) == 1 { return nil }
        return UnsafeRawBufferPointer(
            start: pq.getvalue(pointer, row, column), count: Int(pq.getlength(pointer, row, column)))
    }
}

/// A result that is cleared when the last of its rows is let go.
///
/// Once it has arrived it is only read, which libpq allows from any thread
/// (<https://www.postgresql.org/docs/current/libpq-threading.html>).
final class HeldResult: @unchecked Sendable {
    let result: ServerResult

    init(_ result: ServerResult) { self.result = result }

    deinit { result.pq.clear(result.pointer) }
}
