import ArgumentParser

/// How long to wait where two processes want to change one database.
struct LockOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How long to wait for another process that holds the database.", valueName: "seconds"))
    var wait = 30

    func validate() throws {
        guard wait >= 0 else { throw ValidationError("--wait must not be negative") }
    }
}
