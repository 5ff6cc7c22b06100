import AutogenConnection
import AutogenMetadata
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// What an outside observer sees that autogen does not: differences between what the revision makes and what is
    /// declared, and between what was there before and what is there after the way back; in words, by direction.
    func observed(
        _ script: RevisionScript, in graph: RevisionGraph,
        by observer: @escaping @Sendable (DatabaseURL) async throws -> [String]
    ) async throws -> [Direction: String] {
        step("looking at both ends from outside")
        let dialect = script.revision.dialect
        let declared = try DeclaredSchema(sources: project.sources, folder: project.root, dialect: dialect)
        @Sendable func seen(_ connection: any Connection) async throws -> [String] {
            guard let place = connection as? any ScratchPlace else { throw ObserverError(dialect) }
            return try await observer(place.place)
        }
        let wanted = try await scratch(dialect).withScratch { connection in
            _ = try await declared.run(on: connection)
            return try await seen(connection)
        }
        let made = try await scratch(dialect).withScratch { connection in
            try await graph.replay(upTo: graph.independentHeads, on: connection)
            let before = try await seen(connection)
            try await script.replay(.upgrade, on: connection)
            let after = try await seen(connection)
            try await script.replay(.downgrade, on: connection)
            return (before: before, after: after, back: try await seen(connection))
        }
        var faults: [Direction: String] = [:]
        faults[.upgrade] = Self.difference(made.after, wanted)
        faults[.downgrade] = Self.difference(made.back, made.before)
        return faults
    }

    /// The entries that only one side has; `nil` where there are none.
    private static func difference(_ made: [String], _ wanted: [String]) -> String? {
        let (own, other) = (Set(made), Set(wanted))
        let lines =
            own.subtracting(other).sorted().map { "  is:        \($0.replacing("\n", with: "\n             "))" }
            + other.subtracting(own).sorted().map { "  should be: \($0.replacing("\n", with: "\n             "))" }
        guard !lines.isEmpty else { return nil }
        let more = lines.count > 10 ? ["  and \(lines.count - 10) more"] : []
        return (["another observer sees a difference"] + lines.prefix(10) + more).joined(separator: "\n")
    }
}

/// No observer can look at scratch databases of an engine.
struct ObserverError: ExplainedError {
    private let dialect: Dialect

    init(_ dialect: Dialect) { self.dialect = dialect }

    var category: ErrorCategory { .usage }
    var explanation: Explanation {
        Explanation(
            "the scratch databases of \(dialect.title) can't be looked at from outside", advice: "leave out --observe")
    }
}
