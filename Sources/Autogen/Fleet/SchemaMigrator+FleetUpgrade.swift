import AutogenConnection
public import AutogenRevisions

extension SchemaMigrator {
    /// Applies the revisions to many databases: to one alone, and when that went well, to the others.
    ///
    /// What fails in one database is an outcome and no error, and leaves that one at the revision before. The same call
    /// again goes on with the databases that lack revisions.
    ///
    /// ```swift
    /// let result = try await autogen.upgrade(fleet: tenants, canary: "staging", jobs: 8, stopAfter: 3)
    /// print(result)  // upgraded 12, up to date 3, failed 1: ada: ..., not begun 4
    /// ```
    ///
    /// - Parameters:
    ///   - canary: the name of the database that comes first; the first of the fleet where it is `nil`.
    ///   - jobs: how many databases are upgraded at the same time.
    ///   - stopAfter: how many failures end it. Those under way finish; no further one is begun. When the canary fails,
    ///     none is.
    ///   - decisions: what may be lost, and what is allowed all the same.
    ///   - onOutcome: called as each database is done.
    public func upgrade(
        fleet: [FleetMember], to reference: RevisionReference = .head, canary: String? = nil, jobs: Int = 4,
        stopAfter: Int = 1, decisions: RevisionDecisions = RevisionDecisions(),
        onOutcome: @escaping @Sendable (FleetUpgrade.Database) -> Void = { _ in }
    ) async throws -> FleetUpgrade {
        let first = try canary.map { name in
            guard let place = fleet.firstIndex(where: { $0.name == name }) else {
                throw FleetError.noCanary(name, fleet.map(\.name))
            }
            return place
        }
        var waiting = Array(fleet.indices)[...]
        if let first { waiting = [first] + waiting.filter { $0 != first } }
        var outcomes: [Int: FleetUpgrade.Outcome] = [:]
        var failures = 0

        func ended(_ place: Int, _ outcome: FleetUpgrade.Outcome) {
            outcomes[place] = outcome
            if case .failed = outcome { failures += 1 }
            onOutcome(FleetUpgrade.Database(name: fleet[place].name, outcome: outcome))
        }

        if let place = waiting.popFirst() {
            ended(place, try await outcome(of: fleet[place], reference, decisions))
            if failures > 0 { waiting = [] }
        }
        try await withThrowingTaskGroup(of: (Int, FleetUpgrade.Outcome).self) { group in
            func begin() {
                guard failures < max(1, stopAfter), let place = waiting.popFirst() else { return }
                let member = fleet[place]
                group.addTask { (place, try await outcome(of: member, reference, decisions)) }
            }
            for _ in 0..<max(1, jobs) { begin() }
            while let (place, outcome) = try await group.next() {
                ended(place, outcome)
                begin()
            }
        }
        return FleetUpgrade(
            databases: fleet.indices.map {
                FleetUpgrade.Database(name: fleet[$0].name, outcome: outcomes[$0] ?? .notBegun)
            })
    }

    private func outcome(
        of member: FleetMember, _ reference: RevisionReference, _ decisions: RevisionDecisions
    ) async throws -> FleetUpgrade.Outcome {
        do {
            let done = try await at(member).upgrade(to: reference, decisions: decisions)
            return done.isEmpty ? .upToDate : .upgraded(done)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            return .failed(error)
        }
    }
}
