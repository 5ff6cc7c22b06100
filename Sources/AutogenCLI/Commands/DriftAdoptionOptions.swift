import ArgumentParser
import Autogen
import AutogenRevisions

/// What of a drift report is taken over, and what goes into the revision that does.
struct DriftAdoptionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take a finding over into the declared files and a revision: its id, or all. Can be repeated.",
            valueName: "id"))
    var adopt: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("What the revision of --adopt does, in a few words.", valueName: "message"))
    var message: String?

    @OptionGroup var decisions: DecisionOptions

    @Option(
        help: ArgumentHelp(
            "Write the revision of --adopt all the same: data-loss, undecided, unproved, naming.", valueName: "kind"),
        transform: { try OptionWord.allowance($0, among: [.dataLoss, .undecided, .unproved, .naming]) })
    var allow: [Allowance] = []

    func validate() throws {
        guard adopt.isEmpty else { return }
        guard message == nil, decisions.isEmpty, allow.isEmpty else {
            throw ValidationError("-m, --drop, --fill, --rename, --zone and --allow are for --adopt")
        }
    }

    func run(in session: Session) async throws {
        var options = RevisionOptions(message: message ?? "")
        options.decisions = try decisions.decisions(allowed: allow)
        session.ask(for: &options)
        let adopted = try await session.autogen.adopt(
            drift: adopt.contains("all") ? .all : .ids(adopt), options
        ) { script in
            session.progress.ended()
            try await session.runHooks(for: script, options)
        }
        session.progress.ended()
        guard let adopted else { return session.terminal.print("nothing to take over: the database has no drift") }
        for finding in adopted.findings { session.terminal.print("took over \(finding.subject.name)") }
        for file in adopted.files { session.terminal.print("  \(file.outcome.rawValue) \(file.path)") }
        session.terminal.print("wrote \(adopted.script.file)")
        for acceptance in adopted.script.revision.accepts { session.terminal.print("  accepted: \(acceptance)") }
        if let proof = adopted.proof { session.tell(proof) }
        await tellEnvironments(adopted, session)
    }

    /// What becomes of it in each environment.
    private func tellEnvironments(_ adopted: AdoptedDrift, _ session: Session) async {
        let own = session.autogen.project.url
        let name = session.options.env.first ?? "this database"
        if adopted.isStamped {
            session.terminal.print("\(name): recorded as applied")
        } else {
            let member = FleetMember(name: name, project: session.autogen.project)
            let outlook = await session.autogen.outlook(on: member, of: adopted.script.id)
            session.progress.ended()
            session.terminal.print("\(name): \(Self.text(of: outlook))")
        }
        guard let members = try? session.environments() else { return }
        for member in members where member.project.url != own {
            let outlook = await session.autogen.outlook(on: member, of: adopted.script.id)
            session.progress.ended()
            session.terminal.print("\(member.name): \(Self.text(of: outlook))")
        }
    }

    private static func text(of outlook: AdoptionOutlook) -> String {
        switch outlook {
        case .runs(1): "autogen upgrade will run it"
        case .runs(let count): "autogen upgrade will run it, as the last of \(count) revisions"
        case .recorded: "autogen upgrade will only record it, since all of it is there"
        case .applied: "has it"
        case .stops(let error):
            "autogen upgrade will stop: \(error.reason.replacing("\n", with: "\n  "))"
        case .unreachable(let why):
            "can't be looked at (\(why)); autogen upgrade will run it, or say what is in the way"
        }
    }
}
