import ArgumentParser

/// Which schemas of one database, where each is that of a tenant.
struct TenantOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The schemas of the database that fit, such as 'tenant_*'.", valueName: "pattern"))
    var schemas: String?

    @Option(help: ArgumentHelp("The schema of the project that --schemas are copies of.", valueName: "schema"))
    var template: String?

    func validate() throws {
        guard template == nil || schemas != nil else { throw ValidationError("--template needs --schemas PATTERN") }
    }
}
