package import AutogenConnection
import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// Runs statements on a scratch database and tells what each does to the relations that were there before the first one.
protocol StatementMeter {
    /// Whether there was anything before the first statement.
    var hasRelations: Bool { get }

    /// Runs a statement, in the transaction that is open or else in one of its own.
    mutating func run(_ statement: ScriptStatement) async throws -> [RelationUse]

    /// Runs a statement that commits by itself, so that nobody can look before its locks are gone.
    mutating func runAlone(_ statement: ScriptStatement) async throws -> [RelationUse]

    /// A transaction begins: nothing is held.
    mutating func beginTransaction() async throws
}

/// What measuring statements has to know of an engine.
protocol MeasuringEngine: Sendable {
    func meter(for script: RevisionScript, on connection: any Connection) async throws -> any StatementMeter

    /// Whether statements have locks of their own to measure, for which each must run in a transaction of its own.
    var locksRelations: Bool { get }

    /// How large relations are, as far as the engine knows without reading them.
    func sizes(of relations: [Address], on connection: any Connection) async throws -> [Address: RelationSize]

    /// Whether a statement means something only to others in its transaction, or by those.
    func needsItsTransaction(_ statement: ScriptStatement) -> Bool
}

/// Measures one section of a script on the scratch database where it is due.
struct SectionMeter {
    let script: RevisionScript
    let direction: Direction
    let connection: any Connection

    /// Runs the section; a line for each statement, in order.
    ///
    /// - Parameter splits: whether each statement gets a transaction of its own, in which what it takes can be told from what
    ///   others have taken; where a script does not allow that, what it is the first to take is all that is told.
    /// - Parameter refusal: the error to throw for a statement that the database refuses.
    func facts(
        splits: Bool, refusal: (ScriptStatement, DatabaseError) -> any Error = { $1 }
    ) async throws -> [StatementFacts] {
        let plan = try ScriptSegments(script, direction, script.revision.transaction)
        var meter = try await connection.dialect.migration.meter(for: script, on: connection)
        // Of what is new there is nothing to tell.
        let splits = splits && meter.hasRelations
        var facts: [StatementFacts] = []
        func telling<Value>(_ statement: ScriptStatement, _ body: () async throws -> Value) async throws -> Value {
            do { return try await body() } catch let error as DatabaseError where error.isRefusal {
                throw refusal(statement, error)
            }
        }
        for segment in plan.segments {
            let statements = plan.statements[segment.range]
            guard segment.isTransactional else {
                for statement in statements {
                    let uses = try await telling(statement) { try await meter.runAlone(statement) }
                    facts.append(StatementFacts(uses: uses))
                }
                continue
            }
            var uses: [[RelationUse]] = []
            if splits {
                for statement in statements {
                    try await meter.beginTransaction()
                    uses.append(try await telling(statement) { try await meter.run(statement) })
                }
            } else {
                uses = try await whole(statements, &meter, refusal)
            }
            facts += Self.holding(uses)
        }
        return facts
    }

    /// Facts of the statements that run, spread over all that the section has: what only opens and closes transactions takes
    /// nothing.
    func spread(_ facts: [StatementFacts]) throws -> [StatementFacts] {
        let plan = try ScriptSegments(script, direction, script.revision.transaction)
        let places = Dictionary(
            zip(plan.statements.map(\.sql.range.lowerBound), facts), uniquingKeysWith: { first, _ in first })
        return script.statements(direction).map { places[$0.sql.range.lowerBound] ?? StatementFacts() }
    }

    private func whole(
        _ statements: ArraySlice<ScriptStatement>, _ meter: inout any StatementMeter,
        _ refusal: (ScriptStatement, DatabaseError) -> any Error
    ) async throws -> [[RelationUse]] {
        try await meter.beginTransaction()
        var own = meter
        let uses = try await connection.dialect.migration.suspendingReferences(on: connection) {
            try await connection.transaction(.write) {
                var uses: [[RelationUse]] = []
                for statement in statements {
                    do { uses.append(try await own.run(statement)) } catch let error as DatabaseError
                        where error.isRefusal
                    { throw refusal(statement, error) }
                }
                return uses
            }
        }
        meter = own
        return uses
    }

    /// What each of the statements of one transaction takes, and what those before it have taken and hold.
    private static func holding(_ uses: [[RelationUse]]) -> [StatementFacts] {
        var taken: [Address: RelationUse] = [:]
        return uses.map { own in
            // What is held for a moment longer nobody feels.
            let isLong = !StatementFacts(uses: own).long.isEmpty
            let modes = Dictionary(own.map { ($0.relation, $0.lock) }, uniquingKeysWith: { first, _ in first })
            let held = (isLong ? Array(taken.values) : []).filter { use in
                (modes[use.relation] ?? nil).map { $0 < use.lock ?? $0 } ?? true
            }
            for use in own where use.lock?.blocksWrites == true {
                if let before = taken[use.relation]?.lock, before >= use.lock ?? before { continue }
                taken[use.relation] = RelationUse(use.relation, lock: use.lock, partitions: use.partitions)
            }
            return StatementFacts(uses: own, held: held.sorted { $0.relation < $1.relation })
        }
    }

}

extension RevisionScript {
    /// Whether each statement of a section can get a transaction of its own.
    func canSplit(_ direction: Direction) -> Bool {
        let engine = revision.dialect.migration
        return engine.locksRelations && !statements(direction).contains(where: engine.needsItsTransaction)
    }

    /// Whether any of the two sections can be split.
    var canSplit: Bool { Direction.allCases.contains(where: canSplit) }
}

extension RevisionScript {
    /// Runs the upgrade and the downgrade, and tells what their statements take; `nil` where the database refuses one of them.
    ///
    /// - Parameter splits: whether each statement gets a transaction of its own, if the script allows that.
    package func measured(on connection: any Connection, splits: Bool) async throws -> ScriptFacts? {
        do {
            var facts: [[StatementFacts]] = []
            for direction in [Direction.upgrade, .downgrade] {
                let meter = SectionMeter(script: self, direction: direction, connection: connection)
                facts.append(try meter.spread(await meter.facts(splits: splits && canSplit(direction))))
            }
            let version = try await connection.serverVersion()
            return ScriptFacts(
                engine: "\(connection.dialect) \(version.major)", upgrade: facts[0], downgrade: facts[1])
        } catch let error as DatabaseError where error.isRefusal {
            return nil
        }
    }
}
