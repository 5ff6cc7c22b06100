import ArgumentParser
import AutogenConnection
import AutogenMetadata
import AutogenSchema

/// How SQL files are loaded where a command takes a SOURCE.
struct LoadingOptions: ParsableArguments {
    @Option(name: .customLong("dialect"), help: "What SQL files are written for: postgresql or sqlite.")
    var dialectChoice: DialectChoice?

    @Option(
        name: .customLong("scratch"),
        help: ArgumentHelp("Where trial databases are made: auto, same-server, local or a URL.", valueName: "where"))
    var scratchText: String?

    var dialect: Dialect? { dialectChoice?.dialect }

    func scratch() throws -> ScratchSetting? {
        try scratchText.map { text throws(DatabaseURLError) in try ScratchSetting(text) }
    }
}

/// A dialect by its name.
struct DialectChoice: ExpressibleByArgument {
    let dialect: Dialect

    init?(argument: String) {
        guard let dialect = Dialect(rawValue: argument) else { return nil }
        self.dialect = dialect
    }

    static var allValueStrings: [String] { Dialect.allCases.map(\.rawValue) }
}

/// How long to wait where two processes want to change one database.
struct LockOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How long to wait for another process that holds the database: 30 unless the configuration says else.",
            valueName: "seconds"))
    var wait: Int?

    func validate() throws {
        guard wait ?? 0 >= 0 else { throw ValidationError("--wait must not be negative") }
    }
}
