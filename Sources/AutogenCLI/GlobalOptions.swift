import ArgumentParser
import Autogen

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The configuration to use instead of ./autogen.yaml.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "The environment of the configuration: which database. Several, or \"all\", one after the other.",
            valueName: "name"))
    var env: [String] = []

    @Option(help: ArgumentHelp("The database, in place of the environment's.", valueName: "url"))
    var url: String?

    @Option(
        name: .customShort("x"),
        help: ArgumentHelp(
            "A value for ${x.KEY} in the configuration, {x.KEY} in file names and hooks.", valueName: "key=value"))
    var values: [String] = []

    @Option(help: ArgumentHelp("The same as -x tag=TEXT.", valueName: "text"))
    var tag: String?

    @Flag(name: .shortAndLong, help: "Print results and errors only.")
    var quiet = false

    @Flag(help: "Ask nothing, not even at a terminal: what needs an answer is refused.")
    var noInput = false

    @Flag(name: .shortAndLong, help: "Print more.")
    var verbose = false

    @Flag(help: "Show passwords and keys in the options of foreign servers, user mappings and subscriptions.")
    var showSecrets = false

    @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
    var color = ColorChoice.auto

    func givenValues() throws(UsageError) -> [String: String] {
        var given: [String: String] = [:]
        for text in values {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isName = parts[0].allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
            guard parts.count == 2, !parts[0].isEmpty, isName else {
                throw UsageError("-x \(text): write -x KEY=VALUE")
            }
            given[String(parts[0])] = String(parts[1])
        }
        if let tag { given["tag"] = tag }
        return given
    }

    /// Moves global options that stand before the command behind it, where they are read.
    static func arranged(_ arguments: [String]) -> [String] {
        let valued: Set = ["--config", "--env", "--url", "--color", "--tag", "-x"]
        let flags: Set = ["-q", "--quiet", "-v", "--verbose", "--show-secrets", "--no-input"]
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            if valued.contains(argument) {
                index += 2
            } else if flags.contains(argument) || valued.contains(where: { argument.hasPrefix("\($0)=") }) {
                index += 1
            } else {
                break
            }
        }
        guard index > 0, index < arguments.count, !arguments[index].hasPrefix("-") else {
            return withStepsLast(arguments)
        }
        return withStepsLast([arguments[index]] + arguments[..<index] + arguments[(index + 1)...])
    }

    /// Puts `-1`, which is a revision and looks like an option, behind `--`.
    private static func withStepsLast(_ arguments: [String]) -> [String] {
        func isStep(_ argument: String) -> Bool {
            argument.hasPrefix("-") && argument.count > 1 && argument.dropFirst().allSatisfy(\.isWholeNumber)
        }
        let steps = arguments.filter(isStep)
        guard !steps.isEmpty, !arguments.contains("--") else { return arguments }
        return arguments.filter { !isStep($0) } + ["--"] + steps
    }
}
