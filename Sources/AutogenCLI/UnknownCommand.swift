import ArgumentParser
import AutogenRevisions
import AutogenSchema

/// A first word that is no command.
struct UnknownCommand: Error, CustomStringConvertible {
    let name: String
    let known: [String]

    static func refuse(_ word: String?) throws(UnknownCommand) {
        let known = RootCommand.configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word, !word.hasPrefix("-"), word != "help", !known.contains(word) else { return }
        throw UnknownCommand(name: word, known: known)
    }

    var description: String {
        let nearest = NearestName.find(name, among: known).map { "did you mean \"\($0)\"?" }
        return "there is no command \"\(name)\"; \(nearest ?? "known are \(known.joined(separator: ", "))")"
    }
}
