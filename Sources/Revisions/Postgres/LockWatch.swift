import AutogenConnection
import AutogenSchema

/// Says where a script that locks too much for one transaction is committed on its way.
struct LockWatch: Sendable {
    struct Cut {
        /// How many statements of the script are done.
        let done: Int
        let locks: Int
        let limit: Int
    }

    let capacity: LockCapacity
    let needs: LockNeeds
    /// In order.
    let points: [Int]

    /// What to report when the transaction is to end here: it holds more than half of what the server has room for, or
    /// will have before it can end the next time.
    func cut(after done: Int, on connection: any Connection) async throws -> Cut? {
        guard points.contains(done) else { return nil }
        let held = try await LockCapacity.held(on: connection)
        let next = points.first { $0 > done } ?? done + 1
        let coming = (done..<next).reduce(0) { $0 + needs[$1] }
        guard (held + coming) * 2 > capacity.limit else { return nil }
        return Cut(done: done, locks: held, limit: capacity.limit)
    }
}
