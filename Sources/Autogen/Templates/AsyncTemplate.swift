extension ProjectTemplate {
    /// An executable package whose environment is Swift.
    static let async = ProjectTemplate(
        name: "async",
        abstract: "An environment in Swift: a small package that opens the async connection and runs every command.",
        files: [
            File(path: NewProject.configurationFile, text: configuration + settings),
            File(path: "environment/Package.swift", text: manifest),
            File(path: "environment/Sources/Migrations/Migrations.swift", text: environment),
            File(path: "environment/.gitignore", text: ".build/\n"),
        ])

    private static let settings = """
            settings:                   # for environment/Sources/Migrations/Migrations.swift
              database:
                pool: 0                 # connections kept open for the next use; 0 closes each
                # statement-timeout: 5m
                # lock-timeout: 2s

        """

    private static let manifest = """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "migrations",
            platforms: [.macOS(.v15)],
            dependencies: [{{package}}],
            targets: [
                .executableTarget(
                    name: "migrations",
                    dependencies: [
                        .product(name: "Autogen", package: "{{package-name}}"),
                        .product(name: "AutogenCLI", package: "{{package-name}}"),
                        .product(name: "AutogenConnection", package: "{{package-name}}"),
                        .product(name: "AutogenDrivers", package: "{{package-name}}"),
                    ], path: "Sources/Migrations")
            ]
        )

        """

    private static let environment = """
        import Autogen
        import AutogenCLI
        import AutogenConnection
        import AutogenDrivers

        /// How the commands of this project reach its database.
        ///
        /// `swift run --package-path environment migrations COMMAND` is `autogen COMMAND` with this environment.
        @main
        struct Migrations: MigrationEnvironment {
            static func main() async {
                await AutogenCommandLine.main(environment: Migrations())
            }

            /// The settings, before any command.
            func configure(_ autogen: inout SchemaMigrator) throws {
                // The keys under `settings: database:` of the environment in autogen.yaml.
                let settings = try ConnectionSettings(autogen.project.settings, prefix: "database.")
                if let url = settings.url ?? autogen.project.url {
                    autogen.project.url = url
                    autogen.provider = Drivers(settings).pooled(settings, to: url)
                }

                // The target: where the declared schema is.
                // autogen.project.sources = ["schema"]

                // The table that records what is applied.
                // autogen.project.versionTable = VersionTable(name: "autogen_version")

                // What counts: objects, and differences.
                // autogen.hooks.includes = { object in object.id.path.first != "legacy" }
                // autogen.hooks.accepts = { change in if case .drop = change { false } else { true } }

                // New revisions, before they are tried and written.
                // autogen.hooks.rewrites = { revision in revision.message += "." }

                // Around each revision, in its transaction.
                // autogen.hooks.revisions.didRun = { run, connection in try await connection.execute("...") }
            }

            /// With a database: opens the connection and does on it what the command is about.
            func online(_ work: OnlineWork) async throws {
                try await work.provider.withConnection(to: work.url, for: work.access) { connection in
                    // Each revision has a transaction of its own. To have one around everything:
                    // try await connection.transaction(.write) { try await work.run(on: connection) }
                    try await work.run(on: connection)
                }
            }

            /// Without one: the script that `--sql` prints.
            func offline(_ work: OfflineWork) async throws -> String {
                try work.script()
            }
        }

        """
}
