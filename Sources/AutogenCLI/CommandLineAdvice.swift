import Autogen
import AutogenConnection
import AutogenDiff
import AutogenMetadata
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// What the command line adds to an error or a finding of the library: the commands and options that help.
enum CommandLineAdvice {
    /// An error with its place and what to do about it.
    static func text(of error: any ExplainedError) -> String {
        // What was given as an option is named as one.
        let option = error is DecisionError || error is FillError ? "--" : ""
        let told = error.explanation
        return Explanation(option + told.reason, advice: advice(for: error), at: told.location).description
    }

    /// Any error, in the place of a fault of one database among several.
    static func text(of error: any Error) -> String {
        (error as? any ExplainedError).map { text(of: $0) } ?? "\(error)"
    }

    /// The library's own advice where there is none for the command line.
    private static func advice(for error: any ExplainedError) -> String? {
        let own =
            switch error {
            case let error as AutogenError: advice(for: error)
            case let error as RevisionOptionsError: advice(for: error)
            case let error as AdoptionError: advice(for: error)
            case let error as ScratchError: advice(for: error)
            case let error as Refused: advice(for: error)
            case AlembicError.noSQL:
                "--allow incomplete leaves these sections to you, with a comment in each; nothing was written"
            case let error as ConfigurationError: error.missingValue.map { "add -x \($0)=VALUE" }
            case FleetError.noTemplate(_, let known): "add --template with one of \(known.joined(separator: ", "))"
            case MigrationError.wouldFail: error.advice.map { "\($0); --preflight off does not look" }
            case let error as ChangedByHand where error.part != nil:
                error.advice.map { "\($0): autogen drift --format json has the SQL that restores it" }
            case let error as ChangedByHand:
                error.advice.map { "\($0): autogen drift shows both; --allow drift runs them all the same" }
            case let error as ProtectedTables:
                error.advice.map {
                    "\($0); \(error.allowances.map { "--allow \($0.rawValue)" }.joined(separator: " ")) runs it all the same"
                }
            case MigrationError.locked: error.advice.map { "\($0) with --wait" }
            default: String?.none
            }
        return own ?? error.advice
    }

    private static func advice(for error: AutogenError) -> String? {
        switch error {
        case .noDatabase: "set \"url\" of the environment in autogen.yaml, or add --url URL"
        case .noDialect: "add --dialect postgresql or --dialect sqlite"
        case .behind:
            "run autogen upgrade first, or leave the database alone with --from head: the revision then leads from what "
                + "the revisions make"
        case .drifted(_, nil, _):
            """
            no revision was written; to go on
              autogen init --from-database   takes the schema over as declared files and a first revision
              --from head                    leaves this alone and starts from an empty schema
            """
        case .drifted(_, let head?, _):
            """
            no revision was written; to go on
              autogen drift   shows each difference with the SQL that repairs the database
              --from head     leaves the drift alone: the revision leads from revision \(head) to the declared schema
            """
        case .notProved: "add --allow unproved to write it all the same, and correct it by hand"
        case .noPackage: "say where that is: --package FOLDER or --package URL"
        case .differentDialects, .noSource, .notRun, .noTemplate, .notText, .noField, .exists, .notWritten,
            .changedMeanwhile:
            nil
        }
    }

    private static func advice(for error: RevisionOptionsError) -> String? {
        switch error {
        case .notAHead: "--splice starts a branch there"
        case .names: "--allow naming lets them pass"
        case .nothingToExpand: "leave out --expand"
        case .idTaken, .badLabel, .labelTaken, .unproved, .idTooLong: nil
        }
    }

    private static func advice(for error: AdoptionError) -> String? {
        switch error {
        case .recorded: "autogen stamp --purge base in that project forgets it"
        case .notLoaded: "add --allow unproved to write it all the same, and correct it by hand"
        case .noFile, .noFolder: nil
        }
    }

    private static func advice(for error: ScratchError) -> String? {
        switch error.reason {
        case .notAllowed, .noServer, .noLocal: error.advice.map { "\($0), or --scratch URL" }
        case .noLogin(_, isPrivate: false), .reaching:
            error.advice.map { "\($0)\n--scratch local takes a private server for this command alone" }
        case .noLogin, .wrongDialect, .noRole, .refused: nil
        }
    }

    private static func advice(for refused: Refused) -> String {
        var lines = ["\(refused.outcome); to go on, add"]
        var words: [String] = []
        for word in refused.questions.compactMap({ options(for: $0).first }) where !words.contains(word) {
            words.append(word)
        }
        lines += words.map { "  \($0)" }
        lines += refused.questions.filter { $0.matter == .rename }.flatMap { options(for: $0).dropFirst() }.map {
            "  \($0)   (where it is another thing)"
        }
        let losses = refused.questions.filter { $0.matter == .loss }
        let others = refused.questions.filter { $0.matter != .loss && $0.matter != .rename }
        let isMixed = !losses.isEmpty && !others.isEmpty
        for (questions, whole) in [(losses, "losses"), (others, "decisions")] {
            guard let all = questions.first.flatMap({ options(for: $0).last }) else { continue }
            lines.append("  \(all)   (for all \(isMixed ? whole : "of these"))")
        }
        return lines.joined(separator: "\n")
    }

    /// The options that answer a question, ready to be typed.
    static func options(for question: Question) -> [String] {
        switch question.matter {
        case .loss: ["--drop \(shell("\(question.object)"))", "--allow data-loss"]
        case .rename: renameOptions(for: question)
        case .fill: [option(for: .value, of: question.object), "--allow undecided"]
        case .zone: [option(for: .zone, of: question.object), "--allow undecided"]
        }
    }

    /// A line about what may have another name, and the option that says so.
    static func text(of candidates: [RenameCandidate], _ terminal: Terminal) -> String? {
        guard let question = RenameQuestions.question(candidates, rows: .unknown) else { return nil }
        return "\(terminal.output("? \(question.object)", .bold)) \(question.message): "
            + (renameOptions(for: question).first ?? "")
    }

    private static func renameOptions(for question: Question) -> [String] {
        guard let first = question.renames.first?.rename else { return [] }
        let everywhere = question.namesEverywhere
        let names = everywhere.isEmpty ? [("\(first.old)", SQL.shown(first.new))] : everywhere
        return [
            names.map { "--rename \(shell("\($0.0)=\($0.1)"))" }.joined(separator: " "),
            names.map { "--drop \(shell($0.0))" }.joined(separator: " "),
        ]
    }

    /// A hazard, and the option that takes the decision it asks for.
    static func text(of hazard: Hazard) -> String {
        guard let object = hazard.object, let matter = hazard.matter else { return hazard.message }
        return "\(hazard.message): \(option(for: matter, of: object))"
    }

    private static func option(for matter: Hazard.Matter, of object: Address) -> String {
        switch matter {
        case .value: "--fill \(shell("\(object.name)=EXPRESSION"))"
        case .zone: "--zone \(shell("\(object.name)=ZONE"))"
        }
    }

    private static func shell(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "="):
                true
            default: false
            }
        }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// A finding of `check`, and what takes it away.
    static func text(of finding: CheckFinding) -> String {
        let advice: String? =
            switch finding {
            case .severalHeads, .drifted, .lint: nil
            case .editedOnBoth(_, let branch):
                "an applied revision stays as it is: take the text of \(branch), and write a new one for the change"
            case .conflicting(_, _, let branch, _):
                "merge \(branch) into this branch; then autogen rebase puts the revisions here behind its own and writes them "
                    + "anew, and a person sees what is to come of the two"
            case .missingSnapshot: "autogen check --accept writes it"
            case .edited: "if the edit is meant, autogen check --accept replays it and writes the snapshot anew"
            case .editedSnapshot: "restore it, or remove it and let autogen check --accept write it anew"
            case .unlike: "if that is meant, autogen check --accept writes the snapshot anew from the revisions"
            case .unaccepted: "if it is meant, autogen check --accept --allow data-loss writes the line"
            case .uncovered: "autogen revision -m MESSAGE writes it"
            case .pending(let files): "autogen upgrade applies \(files.count == 1 ? "it" : "them")"
            }
        return finding.description + (advice.map { "\n" + $0 } ?? "")
    }
}
