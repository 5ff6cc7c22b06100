public import AutogenConnection
public import AutogenSchema
import CLibPQ
import Dispatch

/// A connection to a PostgreSQL server over libpq.
///
/// ```swift
/// let url = try DatabaseURL("postgresql://ada@db.example.org/shop")
/// let connection = try await PostgresConnection.open(url, options: PostgresOptions(lockTimeout: .seconds(3)))
/// try await connection.execute("CREATE TABLE a (id integer); CREATE INDEX ON a (id)")
/// ```
///
/// Everything that libpq understands works: `.pgpass`, service files, `PG*` variables, TLS, several hosts, unix sockets.
/// Values arrive as text. Calls from several tasks are answered one after another, in the order they were made.
/// A call whose statement is complete when its cancellation arrives returns normally.
public actor PostgresConnection: Connection {
    public nonisolated let dialect = Dialect.postgresql
    private let executor = QueueExecutor(label: "autogen.postgresql")
    private var machine = CallMachine()
    private var callers: [CallID: CheckedContinuation<Answer, Never>] = [:]
    private var link: Link?
    private var canceller: Canceller?
    private var version = ServerVersion(0, 0)
    private var isClosing = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    public nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private init() {}

    deinit {
        if let link { executor.queue.async { link.close {} } }
    }

    /// Connects and applies the options.
    ///
    /// Throws an error with the reason `connection`, `timeout` or `cancelled`; its message names the URL without password,
    /// or says that there is no libpq.
    public static func open(
        _ url: DatabaseURL, options: PostgresOptions = PostgresOptions()
    ) async throws(DatabaseError) -> PostgresConnection {
        guard url.dialect == .postgresql else {
            throw DatabaseError(.connection, message: "\(url) is not the URL of a PostgreSQL database")
        }
        let connection = PostgresConnection()
        try await connection.connect(url, options)
        do {
            if let settings = await connection.settings(options) { try await connection.execute(settings) }
        } catch {
            await connection.close()
            throw error
        }
        return connection
    }

    private func connect(_ url: DatabaseURL, _ options: PostgresOptions) async throws(DatabaseError) {
        if Task.isCancelled { throw DatabaseError(.cancelled, message: "the task was cancelled") }
        let link = try await Connector(url: url, options: options, queue: executor.queue).connect()
        let number = Int(link.pq.serverVersion(link.connection))
        version = ServerVersion(
            number / 10000, number >= 100000 ? number % 10000 : number / 100 % 100, number >= 100000 ? 0 : number % 100)
        canceller = Canceller(link)
        link.start(queue: executor.queue) { [weak self] in self?.assumeIsolated { $0.socketIsReady() } }
        self.link = link
    }

    private func settings(_ options: PostgresOptions) -> SQL? {
        var settings: [SQL] = []
        if let limit = options.statementTimeout {
            settings.append("SET statement_timeout = \(limit.wholeMilliseconds)")
        }
        if let limit = options.lockTimeout { settings.append("SET lock_timeout = \(limit.wholeMilliseconds)") }
        if let value = link.flatMap({ $0.pq.parameterStatus($0.connection, "standard_conforming_strings") }) {
            // Literals are quoted for the standard's rule, the default since 9.1.
            if String(cString: value) == "off" { settings.append("SET standard_conforming_strings = on") }
        }
        return settings.isEmpty ? nil : "\(settings, separator: "; ")"
    }

    public func serverVersion() throws(DatabaseError) -> ServerVersion { version }

    /// Runs one statement; a second one after it is an error.
    public func query(_ sql: SQL) async throws(DatabaseError) -> Rows {
        try await call(.query(sql)).first ?? Rows(columns: [], values: [])
    }

    /// Runs the queries in one round trip and, unless a transaction is open, in a transaction of their own.
    public func batch(_ queries: [SQL]) async throws(DatabaseError) -> [Rows] {
        queries.isEmpty ? [] : try await call(.batch(queries))
    }

    /// Runs a script; unless it has transaction statements of its own, it is one transaction.
    public func execute(_ script: SQL) async throws(DatabaseError) { _ = try await call(.execute(script)) }

    public func isInTransaction() async throws(DatabaseError) -> Bool {
        switch link.map({ $0.pq.transactionStatus($0.connection) }) {
        case PQTRANS_IDLE: false
        case PQTRANS_INTRANS, PQTRANS_INERROR: true
        // Another task has a call under way, or the connection is lost: ask, and wait for the turn.
        default: try await probesTransaction()
        }
    }

    /// Closes the connection; calls that still wait throw an error with the reason `connection`.
    public func close() async {
        perform(machine.close())
        if isClosing { await withCheckedContinuation { closers.append($0) } }
    }

    private func call(_ request: Request) async throws(DatabaseError) -> [Rows] {
        for text in request.texts { try text.checkNoNUL() }
        if Task.isCancelled { throw DatabaseError(.cancelled, message: "the task was cancelled") }
        let id = machine.nextID()
        // The cancellation job queues behind this one, so it always finds the call submitted.
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                callers[id] = continuation
                perform(machine.submit(id, request))
            }
        } onCancel: {
            onQueue { $0.perform($0.machine.cancel(id)) }
        }
        return try answer.get()
    }

    private func socketIsReady() {
        repeat {
            link?.exchange()
            while let event = link?.nextEvent() { perform(machine.receive(event)) }
        } while link?.isHungUp == true
    }

    private func perform(_ actions: [CallMachine.Action]) {
        for action in actions {
            switch action {
            case .send(let request): send(request)
            case .requestCancel: requestCancel()
            case .retryCancel(let id, let delay): onQueue(after: delay) { $0.perform($0.machine.cancelRetryDue(id)) }
            case .expireCancel(let id, let delay): onQueue(after: delay) { $0.perform($0.machine.cancelExpired(id)) }
            case .finish(let id, let answer): callers.removeValue(forKey: id)?.resume(returning: answer)
            case .disconnect: disconnect()
            }
        }
    }

    private func send(_ request: Request) {
        guard let link else { return }
        guard link.send(request) else { return perform(machine.receive(.lost(link.lastError))) }
        // Sending may already read the answer, and then the socket has nothing left to announce.
        onQueue { $0.socketIsReady() }
    }

    private func requestCancel() {
        guard let canceller else { return }
        // It blocks, for minutes when the network is down, and must not hold up this connection's thread meanwhile.
        DispatchQueue.global().async {
            canceller.send()
            self.onQueue { $0.perform($0.machine.cancelRequested()) }
        }
    }

    private func disconnect() {
        guard let link else { return }
        self.link = nil
        isClosing = true
        link.close { self.assumeIsolated { $0.didClose() } }
    }

    private func didClose() {
        isClosing = false
        for closer in closers { closer.resume() }
        closers = []
    }

    private nonisolated func onQueue(_ body: @escaping @Sendable (isolated PostgresConnection) -> Void) {
        executor.queue.async { self.assumeIsolated(body) }
    }

    private func onQueue(after delay: Duration, _ body: @escaping @Sendable (isolated PostgresConnection) -> Void) {
        executor.queue.asyncAfter(deadline: .now() + .milliseconds(delay.wholeMilliseconds)) { [weak self] in
            self?.assumeIsolated(body)
        }
    }
}
