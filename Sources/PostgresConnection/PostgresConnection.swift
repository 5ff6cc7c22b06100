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
    /// Always `postgresql`.
    public nonisolated let dialect = Dialect.postgresql
    private let executor = QueueExecutor(label: "autogen.postgresql")
    private var machine = CallMachine()
    private var callers: [CallID: CheckedContinuation<Answer, Never>] = [:]
    private var link: Link?
    private var canceller: Canceller?
    private var version = ServerVersion(0, 0)
    private var pooled: Bool?
    /// What each transaction begins with, where a setting of the session would not hold.
    private var localSettings: SQL?
    private var hasLocalSettings = false
    private var isClosing = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    /// The thread of the connection's own, on which libpq is called.
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
            try await connection.apply(options)
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

    private func apply(_ options: PostgresOptions) async throws(DatabaseError) {
        var settings: [(name: String, value: String)] = []
        if let limit = options.statementTimeout { settings.append(("statement_timeout", "\(limit.wholeMilliseconds)")) }
        if let limit = options.lockTimeout { settings.append(("lock_timeout", "\(limit.wholeMilliseconds)")) }
        // Literals are quoted for the standard's rule, the default since 9.1.
        if parameterStatus("standard_conforming_strings") == "off" {
            settings.append(("standard_conforming_strings", "on"))
        }
        if options.writesAlways, parameterStatus("default_transaction_read_only") == "on" {
            settings.append(("default_transaction_read_only", "off"))
        }
        guard !settings.isEmpty else { return }
        let isLocal = try await isPooled()
        let calls = settings.map {
            "set_config(\(literal: $0.name), \(literal: $0.value), \(raw: "\(isLocal)"))" as SQL
        }
        let query: SQL = "SELECT \(calls, separator: ", ")"
        if isLocal { localSettings = query } else { try await execute(query) }
    }

    /// The process that libpq was told of is a pooler's invention where the server's own is another.
    public func isPooled() async throws(DatabaseError) -> Bool {
        if let pooled { return pooled }
        let told = link.map { Int($0.pq.backendPID($0.connection)) }
        let own = try await query("SELECT pg_catalog.pg_backend_pid() AS pid").first?.int("pid")
        pooled = own != told
        return own != told
    }

    /// The version that the server reported when the connection was made.
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

    /// As libpq knows it (`PQtransactionStatus`), a failed transaction included; asks the server while another call is
    /// under way.
    public func isInTransaction() async throws(DatabaseError) -> Bool {
        switch link.map({ $0.pq.transactionStatus($0.connection) }) {
        case PQTRANS_IDLE: false
        case PQTRANS_INTRANS, PQTRANS_INERROR: true
        // Another task has a call under way, or the connection is lost: ask, and wait for the turn.
        default: try await probesTransaction()
        }
    }

    /// As the server has reported it with its last answer (`PQparameterStatus`), of the settings that it reports.
    public func reported(_ setting: String) -> String? { parameterStatus(setting) }

    private func parameterStatus(_ setting: String) -> String? {
        link.flatMap { $0.pq.parameterStatus($0.connection, setting) }.map { String(cString: $0) }
    }

    /// Closes the connection; calls that still wait throw an error with the reason `connection`.
    public func close() async {
        perform(machine.close())
        if isClosing { await withCheckedContinuation { closers.append($0) } }
    }

    private func call(_ request: Request) async throws(DatabaseError) -> [Rows] {
        for text in request.texts { try text.checkNoNUL() }
        if Task.isCancelled { throw DatabaseError(.cancelled, message: "the task was cancelled") }
        let rows = try await answer(to: request)
        try await setLocally()
        return rows
    }

    /// Behind a pooler the settings are made anew in each transaction, by whatever it was begun.
    private func setLocally() async throws(DatabaseError) {
        guard let localSettings, let link else { return }
        switch link.pq.transactionStatus(link.connection) {
        case PQTRANS_INTRANS:
            guard !hasLocalSettings else { return }
            hasLocalSettings = true
            _ = try await answer(to: .query(localSettings))
        case PQTRANS_IDLE: hasLocalSettings = false
        default: break
        }
    }

    private func answer(to request: Request) async throws(DatabaseError) -> [Rows] {
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
