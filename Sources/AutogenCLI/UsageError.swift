import ArgumentParser
import AutogenRevisions
import AutogenSchema

/// A call that makes no sense, said in one line.
struct UsageError: ExplainedError {
    let explanation: Explanation
    var category: ErrorCategory { .usage }

    init(_ reason: String) { explanation = Explanation(reason) }
}

/// A first word that is no command.
struct UnknownCommand: ExplainedError {
    let name: String
    let known: [String]

    static func refuse(_ word: String?) throws(UnknownCommand) {
        let known = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return }
        throw UnknownCommand(name: word, known: known)
    }

    var category: ErrorCategory { .usage }

    var explanation: Explanation {
        let nearest = NearestName.find(name, among: known).map { "did you mean \"\($0)\"?" }
        return Explanation(
            "there is no command \"\(name)\"; \(nearest ?? "known are \(known.joined(separator: ", "))")")
    }
}
