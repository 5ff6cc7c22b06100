import ArgumentParser

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
