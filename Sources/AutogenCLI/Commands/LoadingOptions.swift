import ArgumentParser
import AutogenConnection
import AutogenMetadata
import AutogenSchema

/// How SQL files are loaded where a command takes a SOURCE.
struct LoadingOptions: ParsableArguments {
    @Option(help: "What SQL files are written for: postgresql or sqlite.")
    var dialect: Dialect?

    @Option(
        name: .customLong("scratch"),
        help: ArgumentHelp("Where trial databases are made: auto, same-server or a URL.", valueName: "where"))
    var scratchText: String?

    func scratch() throws -> ScratchSetting? {
        try scratchText.map { text throws(DatabaseURLError) in try ScratchSetting(text) }
    }
}

extension Dialect: ExpressibleByArgument {}
