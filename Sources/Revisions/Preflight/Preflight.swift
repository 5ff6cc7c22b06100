package import AutogenConnection
package import AutogenSchema

/// What asking a database about its rows, before anything runs, has to know of an engine.
protocol FactsEngine: Sendable {
    /// The settings under which rows are looked at, without waiting for long.
    func rowSettings(_ limit: Duration) -> [SQL]

    /// The tables among these names; what is something else, or not there, is left out.
    func tables(_ names: [[String]], on connection: any Connection) async throws -> [[String]: TableFacts]

    /// The columns of tables that have a domain for their type.
    func domain(_ name: [String], on connection: any Connection) async throws -> [DatabaseFacts.DomainColumn]

    /// What there is to know of a type; `nil` for what is none.
    func type(_ text: String, on connection: any Connection) async throws -> TypeFacts?

    /// Whether a query was refused since some row has a value for which it can't be computed.
    func isAtFault(_ error: DatabaseError) -> Bool

    /// Makes values for rows, and tells which of them are equal.
    func seedValues(_ start: Catalog) -> any SeedValues

    /// Whether a statement was refused for what rows hold.
    func isOfRows(_ error: DatabaseError) -> Bool
}

/// Asks a database, before scripts run, whether its rows will let them: nothing is written, and nothing waits for long.
///
/// ```swift
/// let findings = try await Preflight(connection: connection).findings(of: scripts, .upgrade)
/// findings.filter(\.isFault).map(\.description)  // 3 rows of person have mood NULL (id 4, 9, 12)
/// ```
package struct Preflight {
    /// Nobody waits for the size of a table of millions to be told exactly.
    private static let countLimit = 1_000_000
    private static let shownLimit = 5

    let connection: any Connection
    /// How long one question may take.
    var limit = Duration.seconds(10)

    package init(connection: any Connection) { self.connection = connection }

    /// What was found for each demand on rows, in the order of the scripts; what all rows satisfy is not among them.
    ///
    /// - Parameters:
    ///   - fills: what rows get in columns where the scripts have left it open.
    ///   - unfinished: how far the database is with one of them.
    package func findings(
        of scripts: [RevisionScript], _ direction: Direction, fills: [Address: String] = [:],
        resuming unfinished: AppliedRevision? = nil, _ transactions: TransactionScope = .revision
    ) async throws -> [RowFinding] {
        var findings: [RowFinding] = []
        let parts = try scripts.map { script in
            let done = script.id == unfinished?.id ? unfinished?.progress?.done ?? 0 : 0
            return try ScriptPart(script, direction, after: done, transactions)
        }
        for check in try await checks(of: parts, FillValues(fills)) {
            let outcome = try await outcome(of: check)
            if outcome != .clean { findings.append(RowFinding(check: check, outcome: outcome)) }
        }
        return findings
    }

    /// Reads the scripts again with each answer to what they ask, until they ask nothing more.
    func checks(
        of parts: [ScriptPart], _ fills: FillValues
    ) async throws -> [RowCheck] {
        var facts = DatabaseFacts()
        while true {
            let (checks, missing) = RowForecast.read(parts, connection.dialect, fills, facts: facts)
            guard !missing.isEmpty else { return checks }
            let names = missing.tables.sorted { $0.lexicographicallyPrecedes($1) }
            let found = try await engine.tables(names, on: connection)
            for name in names { facts.tables[name] = .some(found[name]) }
            for name in missing.domains { facts.domains[name] = try await engine.domain(name, on: connection) }
            for name in missing.types { facts.types[name] = .some(try await engine.type(name, on: connection)) }
        }
    }

    private var engine: any FactsEngine { connection.dialect.migration }

    private func outcome(of check: RowCheck) async throws -> RowFinding.Outcome {
        let pins = check.isPinned ? connection.dialect.session.pins.map { [$0.local] } ?? [] : []
        let settings = engine.rowSettings(limit) + pins
        do {
            switch check.question {
            case .none(let reason): return .unknown(reason)
            case .rows(let query, let key): return try await outcome(of: query, key, check, settings)
            case .block(let block, let plain, _):
                if let reason = try await refusal(of: plain, settings) { return .unknown(reason) }
                let rows = try await connection.query(
                    "SELECT pg_catalog.current_setting('autogen.rows') AS found", under: settings + [block])
                return Self.outcome(ofBlock: try rows.first?.string("found") ?? "0", isOfSome: check.isOfSome)
            }
        } catch let error as DatabaseError {
            switch error.reason {
            case .cancelled, .connection: throw error
            case .timeout: return .unknown("looking took longer than \(limit.components.seconds) s")
            case .locked: return .unknown("another connection holds the table")
            // What is said of a value shows it.
            case .statement: return .unknown("the question fails on some row (\(error.code ?? "no code"))")
            case .unsafe, .result: return .unknown(error.message)
            }
        }
    }

    private func outcome(
        of query: SQL, _ key: [String], _ check: RowCheck, _ settings: [SQL]
    ) async throws -> RowFinding.Outcome {
        let count: RowCount
        do {
            count = try await self.count(query, settings)
        } catch let error as DatabaseError where error.reason == .statement {
            if let reason = try await refusal(of: query, settings) { return .unknown(reason) }
            // Of changed rows the server may compute what the scripts have ruled out by then.
            guard engine.isAtFault(error), check.isOfTable else { throw error }
            return .fault(.unknown, shown: [])
        }
        guard !count.isZero else { return check.isOfSome ? .unknown("more rows come before it") : .clean }
        do {
            return .fault(count, shown: try await shown(query, key, settings))
        } catch let error as DatabaseError where error.reason != .cancelled && error.reason != .connection {
            // Which rows they are took too long; that they are there is known.
            return .fault(count, shown: [])
        }
    }

    /// Why the server refuses to plan a query: no row has a part in that, and its words show none. `nil` where it does not.
    private func refusal(of query: SQL, _ settings: [SQL]) async throws -> String? {
        do {
            _ = try await limited("EXPLAIN \(query)", settings)
            return nil
        } catch let error as DatabaseError where error.reason == .statement {
            return error.message
        }
    }

    private func count(_ query: SQL, _ settings: [SQL]) async throws -> RowCount {
        let rows = try await limited(
            "SELECT count(*) AS count FROM (\(query) LIMIT \(Self.countLimit + 1)) AS autogen_found", settings)
        let count = try rows.first?.int("count") ?? 0
        return count > Self.countLimit ? .moreThan(Self.countLimit) : .exactly(count)
    }

    private func shown(_ query: SQL, _ key: [String], _ settings: [SQL]) async throws -> [String] {
        guard !key.isEmpty else { return [] }
        let order: [SQL] = key.indices.map { "\($0 + 1)" }
        let rows = try await limited(
            "SELECT * FROM (\(query)) AS autogen_found ORDER BY \(order, separator: ", ") LIMIT \(Self.shownLimit)",
            settings)
        return rows.compactMap { row in
            let texts = key.indices.compactMap { row[$0].text }.filter(Self.isShown)
            return texts.count == key.count ? texts.joined(separator: ", ") : nil
        }
    }

    /// A column of SQLite may hold anything, whatever its type.
    private static func isShown(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
        } || text.utf8.count == 36 && text.allSatisfy { $0 == "-" || $0.isHexDigit }
    }

    /// `3` and a line for each row that is shown; -1 where nobody could count.
    private static func outcome(ofBlock text: String, isOfSome: Bool) -> RowFinding.Outcome {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let count = Int(lines[0]), count != 0 else {
            return isOfSome ? .unknown("more rows come before it") : .clean
        }
        return .fault(count < 0 ? .unknown : .exactly(count), shown: lines.dropFirst().filter { !$0.isEmpty })
    }

    /// The server ends what takes too long; where the library is the server, the task does.
    private func limited(_ query: SQL, _ settings: [SQL]) async throws -> Rows {
        guard settings.isEmpty else { return try await connection.query(query, under: settings) }
        let (connection, limit) = (connection, limit)
        return try await withThrowingTaskGroup(of: Rows?.self) { group in
            group.addTask { try await connection.query(query) }
            group.addTask {
                try await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let rows = first else {
                throw DatabaseError(.timeout, message: "it took too long")
            }
            return rows
        }
    }
}

extension RowCheck.Question {
    /// The names of what tells a row.
    var key: [String] {
        switch self {
        case .rows(_, let key), .block(_, _, let key): key
        case .none: []
        }
    }
}
