import ArgumentParser
import Autogen
import AutogenDrift

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct DriftCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift", abstract: "Report how the live database differs from what it should be.",
        discussion: """
            Compares it with the revision it claims to be at, and looks for pending, edited and unknown revisions and \
            for declared changes without a revision. Only reads. Exits with 1 when something new is found.

            --fail-on takes a severity (error, warning, info: that and worse), a kind (missing, invalid-index, ...) or \
            none. A baseline holds findings that are known, each with a reason and, if wanted, a last day; \
            --accept writes the findings of this run into it.

            --adopt takes what was done by hand into the declared files and into a revision, which is recorded in the \
            database that has it all: ID is that of a finding, all takes each. Other databases get it by upgrade; where \
            all of it is there already, that only records it.

            Examples:
              autogen drift
              autogen drift --env production --adopt all -m "index of the hot fix"
              autogen drift --env production --fail-on error
              autogen drift --report html=drift.html --report sarif=drift.sarif
              autogen drift --all --jobs 8
              autogen drift --schemas 'tenant_*' --template public
              autogen drift --baseline known.json --accept "built by hand for the audit" --until 2026-12-31
            """)

    @Option(help: "text, json, markdown, html, github, gitlab, sarif or junit.", transform: OptionWord.format)
    var format = ReportFormat.text

    @Option(name: .shortAndLong, help: ArgumentHelp("Write the report to a file.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Write a further report, such as html=drift.html.", valueName: "format=file"))
    var report: [FurtherReport] = []

    @Option(help: ArgumentHelp("What makes the run fail.", valueName: "severity|kind|none"), transform: OptionWord.rule)
    var failOn: [FailureRule] = []

    @Option(help: ArgumentHelp("The findings that are known.", valueName: "file"))
    var baseline: String?

    @Option(help: ArgumentHelp("Write the findings into the baseline, for this reason.", valueName: "reason"))
    var accept: String?

    @Option(
        help: ArgumentHelp("The last day on which what is accepted passes: 2026-12-31.", valueName: "day"),
        transform: OptionWord.day)
    var until: Day?

    @Option(
        help: "What objects are compared with: revision (the one it claims to be at), head or declared.",
        transform: OptionWord.reference)
    var against = DriftReference.revision

    @OptionGroup var adoption: DriftAdoptionOptions
    @OptionGroup var fleet: FleetOptions
    @OptionGroup var tenants: TenantOptions
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if accept != nil, baseline == nil { throw ValidationError("--accept needs --baseline FILE to write to") }
        if fleet.isGiven, tenants.schemas != nil {
            throw ValidationError("only one of --all, --urls, --urls-from and --schemas")
        }
        if !adoption.adopt.isEmpty {
            guard !fleet.isGiven, tenants.schemas == nil else {
                throw ValidationError("--adopt takes over what was done in one database; --env names it")
            }
            guard against == .revision else {
                throw ValidationError("--adopt compares with the revision that the database has, without --against")
            }
            let isReported =
                format != .text || output != nil || !report.isEmpty || baseline != nil || !failOn.isEmpty
            guard !isReported else {
                throw ValidationError("--adopt makes no report; run autogen drift again for one")
            }
        }
        if until != nil, accept == nil { throw ValidationError("--until needs --accept REASON") }
    }

    func run() async throws {
        let session = try await Session(global, mayLackDatabase: fleet.isGiven)
        guard adoption.adopt.isEmpty else { return try await adoption.run(in: session) }
        let known = try baseline.map { try BaselineFile.read($0, mayBeMissing: accept != nil) } ?? Baseline()
        var found = try await drift(session).marked(by: known, on: .today)
        session.progress.ended()
        if let accept, let baseline {
            let extended = known.accepting(found.news, reason: accept, until: until)
            try OutputFile.write(extended.text, to: baseline, session.terminal)
            session.say("accepted \(found.news.count) finding\(found.news.count == 1 ? "" : "s") in \(baseline)")
            found = found.marked(by: extended, on: .today)
        }
        let writer = ReportWriter(session: session)
        try await writer.write(found, format, to: output)
        for more in report { try await writer.write(found, more.format, to: more.file) }
        try StepSummary.append(found, when: format == .github)
        if !found.failures(failOn).isEmpty { throw ExitCode(ExitStatus.found.rawValue) }
    }

    private func drift(_ session: Session) async throws -> DriftReport {
        let autogen = session.autogen
        if let pattern = tenants.schemas {
            return try await autogen.drift(schemas: pattern, template: tenants.template, against: against)
        }
        guard fleet.isGiven else { return try await autogen.drift(against: against, name: global.env.first) }
        return try await autogen.drift(
            fleet: try await fleet.members(session), jobs: fleet.jobs, against: against)
    }
}

extension Day {
    /// In UTC, so that a baseline runs out at the same moment everywhere.
    static var today: Day { Day(String(Date().formatted(.iso8601).prefix(10))) ?? .never }
}
