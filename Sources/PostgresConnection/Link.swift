import AutogenConnection
import AutogenSchema
import CLibPQ
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Owns libpq's connection, and turns what it reads into events.
///
/// Unchecked: it is made and used on the queue of one connection only, and handed over to it for closing.
final class Link: @unchecked Sendable {
    private enum Phase {
        case idle
        case single(keepsRows: Bool)
        case copyingOut
        case pipeline
    }

    let pq: LibPQ
    let connection: OpaquePointer
    private let notices: NoticeSink
    private var phase = Phase.idle
    private var watch: SocketWatch?

    /// Begins to connect; resolves host names, which blocks.
    init(_ url: DatabaseURL, onNotice: (@Sendable (PostgresNotice) -> Void)?) throws(DatabaseError) {
        let settings = [
            // Given as the database's name, any connection string is taken apart by libpq.
            ("dbname", url.secretText), ("fallback_application_name", "autogen"), ("client_encoding", "UTF8"),
        ]
        let pq = try LibPQ.loaded.get()
        guard let connection = CStrings.with(settings, { pq.connectStartParams($0, $1, 1) }) else {
            throw DatabaseError(.connection, message: "out of memory")
        }
        self.pq = pq
        self.connection = connection
        notices = NoticeSink(pq, onNotice: onNotice)
        notices.attach(to: connection)
    }

    deinit { pq.finish(connection) }

    var isBroken: Bool { pq.status(connection) == CONNECTION_BAD }

    /// Whether the server has closed its end. On Linux a dispatch source announces that once and never fires again,
    /// so the rest of the input must be read then and there.
    var isHungUp: Bool {
        var descriptor = pollfd(fd: pq.socket(connection), events: 0, revents: 0)
        return poll(&descriptor, 1, 0) > 0 && descriptor.revents & Int16(POLLHUP | POLLERR) != 0
    }

    var errorMessage: String {
        pq.errorMessage(connection).map { String(cString: $0).withoutFinalNewlines } ?? ""
    }

    var lastError: DatabaseError {
        let message = errorMessage
        return notices.lastFatal
            ?? DatabaseError(.connection, message: message.isEmpty ? "the connection broke" : message)
    }

    /// To be called once the connection is made.
    func start(queue: DispatchQueue, onEvent: @escaping @Sendable () -> Void) {
        _ = pq.setnonblocking(connection, 1)
        watch = SocketWatch(socket: pq.socket(connection), queue: queue, onEvent: onEvent)
    }

    /// Says goodbye to the server and frees the connection, when the last dispatch source has let go of its socket.
    func close(then done: @escaping @Sendable () -> Void) {
        guard let watch else { return done() }
        self.watch = nil
        watch.cancel { withExtendedLifetime(self) { done() } }
    }

    func send(_ request: Request) -> Bool {
        switch request {
        case .query(let sql):
            phase = .single(keepsRows: true)
            return send(sql)
        case .execute(let sql):
            phase = .single(keepsRows: false)
            return pq.sendQuery(connection, sql.text) == 1
        case .batch(let queries):
            phase = .pipeline
            return pq.enterPipelineMode(connection) == 1 && queries.allSatisfy(send) && pq.pipelineSync(connection) == 1
        }
    }

    private func send(_ sql: SQL) -> Bool {
        pq.sendQueryParams(connection, sql.text, 0, nil, nil, nil, nil, 0) == 1
    }

    /// Moves bytes both ways as far as that goes without blocking.
    func exchange() {
        _ = pq.consumeInput(connection)
        if watch != nil { watch?.setWantsWrite(pq.flush(connection) == 1) }
        while let notification = pq.notifies(connection) { pq.freemem(notification) }
    }

    /// The next thing that the server has said in full, or `nil` when more must be read first.
    func nextEvent() -> ServerEvent? {
        while true {
            if case .idle = phase { return isBroken || notices.lastFatal != nil ? .lost(lastError) : nil }
            // On a broken connection libpq stays busy for ever, but hands over what it has.
            if case .copyingOut = phase {
                guard skipCopyData() else { return isBroken ? .lost(lastError) : nil }
            }
            guard pq.isBusy(connection) == 0 || isBroken else { return nil }
            if let pointer = pq.getResult(connection) {
                let held = HeldResult(ServerResult(pq: pq, pointer: pointer))
                if let event = withExtendedLifetime(held, { event(held) }) { return event }
            } else if isBroken {
                phase = .idle
                return .lost(lastError)
            } else if case .single = phase {
                phase = .idle
                return .ready
            }
        }
    }

    private func event(_ held: HeldResult) -> ServerEvent? {
        switch held.result.status {
        case PGRES_TUPLES_OK:
            if case .single(keepsRows: false) = phase { return nil }
            return .rows(Rows(held))
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            return .rows(Rows(columns: [], values: []))
        case PGRES_PIPELINE_SYNC:
            guard pq.exitPipelineMode(connection) == 1 else { return .lost(lastError) }
            phase = .idle
            return .ready
        case PGRES_PIPELINE_ABORTED:
            return nil
        case PGRES_COPY_IN:
            _ = pq.putCopyEnd(connection, "autogen sends no data for COPY FROM STDIN")
            watch?.setWantsWrite(pq.flush(connection) == 1)
            return nil
        case PGRES_COPY_OUT:
            phase = .copyingOut
            return nil
        default:
            let error = DatabaseError(held.result, isConnected: !isBroken)
            // What libpq itself has to say of a broken connection is less than the server's last words.
            return .failed(error.code == nil ? notices.lastFatal ?? error : error)
        }
    }

    /// Drops the data of a `COPY TO STDOUT`; false when more must be read first.
    private func skipCopyData() -> Bool {
        while true {
            var line: UnsafeMutablePointer<CChar>?
            let count = pq.getCopyData(connection, &line, 1)
            pq.freemem(line)
            if count == 0 { return false }
            if count < 0 { break }
        }
        phase = .single(keepsRows: false)
        return true
    }
}
