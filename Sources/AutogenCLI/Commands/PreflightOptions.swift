import ArgumentParser
import Autogen
import AutogenRevisions
import AutogenSchema

/// Whether the rows at hand are looked at before a migration, and what becomes of that.
struct PreflightOptions: ParsableArguments {
    /// ``PreflightMode`` and what is no way to migrate.
    enum Mode: String, ExpressibleByArgument, CaseIterable {
        case on, strict, only, off
    }

    @Option(
        name: .customLong("preflight"),
        help: ArgumentHelp(
            "Rows that scripts would fail on: on (stop before the first statement), strict (what nobody can say stops, too), "
                + "only (look, and run nothing) or off.", valueName: "mode"))
    var mode: Mode?

    func set(_ autogen: inout SchemaMigrator) {
        switch mode {
        case .on, .only: autogen.project.migration.preflight = .on
        case .strict: autogen.project.migration.preflight = .strict
        case .off: autogen.project.migration.preflight = .off
        case nil: break
        }
    }

    /// Each database has settings of its own.
    func applied(to members: [FleetMember]) -> [FleetMember] {
        members.map { member in
            guard let mode = mode.flatMap({ PreflightMode(rawValue: $0.rawValue) }) else { return member }
            var project = member.project
            project.migration.preflight = mode
            return FleetMember(name: member.name, project: project)
        }
    }

    /// The engine of a session, which says of each revision that it is done when it is.
    func applied(to session: Session, _ direction: Direction) -> SchemaMigrator {
        var autogen = session.autogen
        set(&autogen)
        let (terminal, progress, tell) = (session.terminal, session.progress, autogen.onEvent)
        let verb = direction == .upgrade ? "upgraded to" : "took back"
        autogen.onEvent = { event in
            tell(event)
            guard case .migration(.done(_, let script)) = event else { return }
            progress.ended()
            terminal.print("\(verb) \(script.id)  \(script.revision.message)")
        }
        return autogen
    }

    /// Says what the rows say, and exits as the migration would.
    func look(
        _ session: Session, _ direction: Direction, to reference: RevisionReference, allowing allowed: [Allowance]
    ) async throws {
        let findings = try await session.autogen.preflight(direction, to: reference, allowing: Set(allowed))
        session.progress.ended()
        let against = findings.filter(\.isFault)
        for finding in findings where !finding.isFault { session.terminal.print("\(finding.place): note: \(finding)") }
        guard against.isEmpty else { throw MigrationError.wouldFail(direction, against) }
        let count = findings.count
        session.terminal.print(
            count == 0
                ? "the rows have all that these revisions ask of them"
                : "no row is known to stand against it; \(count) question\(count == 1 ? " is" : "s are") open")
    }
}
