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
        guard let connection = CStrings.with(settings, { PQconnectStartParams($0, $1, 1) }) else {
            throw DatabaseError(.connection, message: "out of memory")
        }
        self.connection = connection
        notices = NoticeSink(onNotice: onNotice)
        notices.attach(to: connection)
    }

    deinit { PQfinish(connection) }

    var isBroken: Bool { PQstatus(connection) == CONNECTION_BAD }

    /// Whether the server has closed its end. On Linux a dispatch source announces that once and never fires again,
    /// so the rest of the input must be read then and there.
    var isHungUp: Bool {
        var descriptor = pollfd(fd: PQsocket(connection), events: 0, revents: 0)
        return poll(&descriptor, 1, 0) > 0 && descriptor.revents & Int16(POLLHUP | POLLERR) != 0
    }

    var lastError: DatabaseError {
        let message = String(cString: PQerrorMessage(connection)).withoutFinalNewlines
        return notices.lastFatal
            ?? DatabaseError(.connection, message: message.isEmpty ? "the connection broke" : message)
    }

    /// To be called once the connection is made.
    func start(queue: DispatchQueue, onEvent: @escaping @Sendable () -> Void) {
        PQsetnonblocking(connection, 1)
        watch = SocketWatch(socket: PQsocket(connection), queue: queue, onEvent: onEvent)
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
            return PQsendQuery(connection, sql.text) == 1
        case .batch(let queries):
            phase = .pipeline
            return PQenterPipelineMode(connection) == 1 && queries.allSatisfy(send) && PQpipelineSync(connection) == 1
        }
    }

    private func send(_ sql: SQL) -> Bool {
        PQsendQueryParams(connection, sql.text, 0, nil, nil, nil, nil, 0) == 1
    }

    /// Moves bytes both ways as far as that goes without blocking.
    func exchange() {
        _ = PQconsumeInput(connection)
        if watch != nil { watch?.setWantsWrite(PQflush(connection) == 1) }
        while let notification = PQnotifies(connection) { PQfreemem(notification) }
    }

    /// The next thing that the server has said in full, or `nil` when more must be read first.
    func nextEvent() -> ServerEvent? {
        while true {
            if case .idle = phase { return isBroken || notices.lastFatal != nil ? .lost(lastError) : nil }
            // On a broken connection libpq stays busy for ever, but hands over what it has.
            if case .copyingOut = phase {
                guard skipCopyData() else { return isBroken ? .lost(lastError) : nil }
            }
            guard PQisBusy(connection) == 0 || isBroken else { return nil }
            if let result = PQgetResult(connection) {
                defer { PQclear(result) }
                if let event = event(result) { return event }
            } else if isBroken {
                phase = .idle
                return .lost(lastError)
            } else if case .single = phase {
                phase = .idle
                return .ready
            }
        }
    }

    private func event(_ result: OpaquePointer) -> ServerEvent? {
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK:
            if case .single(keepsRows: false) = phase { return nil }
            return .rows(Rows(result: result))
        case PGRES_COMMAND_OK, PGRES_EMPTY_QUERY:
            return .rows(Rows(columns: [], values: []))
        case PGRES_PIPELINE_SYNC:
            guard PQexitPipelineMode(connection) == 1 else { return .lost(lastError) }
            phase = .idle
            return .ready
        case PGRES_PIPELINE_ABORTED:
            return nil
        case PGRES_COPY_IN:
            PQputCopyEnd(connection, "autogen sends no data for COPY FROM STDIN")
            watch?.setWantsWrite(PQflush(connection) == 1)
            return nil
        case PGRES_COPY_OUT:
            phase = .copyingOut
            return nil
        default:
            let error = DatabaseError(result: result, isConnected: !isBroken)
            // What libpq itself has to say of a broken connection is less than the server's last words.
            return .failed(error.code == nil ? notices.lastFatal ?? error : error)
        }
    }

    /// Drops the data of a `COPY TO STDOUT`; false when more must be read first.
    private func skipCopyData() -> Bool {
        while true {
            var line: UnsafeMutablePointer<CChar>?
            let count = PQgetCopyData(connection, &line, 1)
            PQfreemem(line)
            if count == 0 { return false }
            if count < 0 { break }
        }
        phase = .single(keepsRows: false)
        return true
    }
}
