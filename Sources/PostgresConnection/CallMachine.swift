import AutogenConnection

/// Decides what happens on a connection: the order of calls, what cancellation does, what a lost connection means.
///
/// It is pure: events go in, the actions that the connection must perform come out.
///
/// Two rules make cancellation exact. The next request is sent only when both the server's answer and the end of the
/// cancel request are in, so a cancellation never hits the statement after. And a cancel request that overtakes its
/// statement does nothing in the server, so it is repeated until the answer comes.
struct CallMachine {
    enum Action: Sendable, Hashable {
        case send(Request)
        case requestCancel
        /// Report back with ``cancelRetryDue(_:)`` after this time.
        case retryCancel(CallID, after: Duration)
        /// Report back with ``cancelExpired(_:)`` after this time.
        case expireCancel(CallID, after: Duration)
        case finish(CallID, Answer)
        case disconnect
    }

    /// How long a server may leave a cancelled statement unanswered before the connection is given up.
    static let cancelLimit = Duration.seconds(10)

    private struct Call {
        let id: CallID
        let request: Request
    }

    private enum Cancellation {
        case none
        case inFlight(attempt: Int)
        case sent(attempt: Int)
    }

    private struct Running {
        let call: Call
        var rows: [Rows] = []
        var error: DatabaseError?
        var isAnswered = false
        var cancellation = Cancellation.none
    }

    private var lastID: CallID = 0
    private var waiting: [Call] = []
    private var running: Running?
    /// Why nothing can be sent any more.
    private(set) var failure: DatabaseError?

    mutating func nextID() -> CallID {
        lastID += 1
        return lastID
    }

    mutating func submit(_ id: CallID, _ request: Request) -> [Action] {
        if let failure { return [.finish(id, .failure(failure))] }
        waiting.append(Call(id: id, request: request))
        return running == nil ? startNext() : []
    }

    mutating func receive(_ event: ServerEvent) -> [Action] {
        switch event {
        case .rows(let rows):
            if running?.call.request.keepsRows == true { running?.rows.append(rows) }
            return []
        case .failed(let error):
            if running?.error == nil { running?.error = error }
            return []
        case .ready:
            running?.isAnswered = true
            return finishIfPossible()
        case .lost(let error):
            return lose(error)
        }
    }

    mutating func cancel(_ id: CallID) -> [Action] {
        if let index = waiting.firstIndex(where: { $0.id == id }) {
            waiting.remove(at: index)
            return [.finish(id, .failure(Self.cancelled()))]
        }
        guard running?.call.id == id, running?.isAnswered == false, case .none? = running?.cancellation else {
            return []
        }
        running?.cancellation = .inFlight(attempt: 0)
        return [.requestCancel, .expireCancel(id, after: Self.cancelLimit)]
    }

    /// The server has taken the cancel request, or could not be reached with it.
    mutating func cancelRequested() -> [Action] {
        guard let running, case .inFlight(let attempt) = running.cancellation else { return [] }
        self.running?.cancellation = .sent(attempt: attempt)
        if running.isAnswered { return finishIfPossible() }
        return [.retryCancel(running.call.id, after: .milliseconds(min(50 << attempt, 1000)))]
    }

    mutating func cancelRetryDue(_ id: CallID) -> [Action] {
        guard let running, running.call.id == id, case .sent(let attempt) = running.cancellation else { return [] }
        self.running?.cancellation = .inFlight(attempt: min(attempt + 1, 5))
        return [.requestCancel]
    }

    mutating func cancelExpired(_ id: CallID) -> [Action] {
        guard running?.call.id == id else { return [] }
        if running?.isAnswered == false { running?.error = Self.cancelled() }
        let limit = Self.cancelLimit.components.seconds
        return lose(DatabaseError(.connection, message: "the server left a cancellation unanswered for \(limit) s"))
    }

    mutating func close() -> [Action] { lose(DatabaseError(.connection, message: "the connection is closed")) }

    private mutating func startNext() -> [Action] {
        guard !waiting.isEmpty else { return [] }
        let call = waiting.removeFirst()
        running = Running(call: call)
        return [.send(call.request)]
    }

    private mutating func finishIfPossible() -> [Action] {
        guard let running, running.isAnswered else { return [] }
        if case .inFlight = running.cancellation { return [] }
        self.running = nil
        return [.finish(running.call.id, Self.answer(running))] + startNext()
    }

    private mutating func lose(_ error: DatabaseError) -> [Action] {
        guard failure == nil else { return [] }
        var actions: [Action] = []
        if let running {
            let known = running.error.flatMap { [.connection, .cancelled].contains($0.reason) ? $0 : nil }
            actions.append(
                .finish(running.call.id, running.isAnswered ? Self.answer(running) : .failure(known ?? error)))
            failure = known?.reason == .connection ? known : error
        } else {
            failure = error
        }
        running = nil
        actions += waiting.map { .finish($0.id, .failure(failure ?? error)) }
        waiting = []
        return actions + [.disconnect]
    }

    private static func answer(_ running: Running) -> Answer {
        guard let error = running.error else { return .success(running.rows) }
        // 57014 is query_canceled (https://www.postgresql.org/docs/current/errcodes-appendix.html).
        if case .none = running.cancellation { return .failure(error) }
        return .failure(error.code == "57014" ? cancelled(code: error.code) : error)
    }

    private static func cancelled(code: String? = nil) -> DatabaseError {
        DatabaseError(.cancelled, code: code, message: "the task was cancelled")
    }
}
