public import AutogenConnection

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Project {
    /// The project that an `autogen.yaml` describes, just as the command line sees it.
    ///
    /// ```swift
    /// let project = try Project(configuration: "database/autogen.yaml", environment: "production")
    /// ```
    ///
    /// Paths in the file start from its folder. Only the variables that the chosen environment names need be set.
    ///
    /// - Parameters:
    ///   - environment: one of those in the file; `nil` is `default`, which need not be there.
    ///   - url: the database in place of that of the environment.
    ///   - mayLackDatabase: for an application that hands over a connection of its own: whether the environment's URL may
    ///     name variables that are not set. The project has no ``url`` then.
    ///   - values: what the command line takes as `-x KEY=VALUE`.
    /// - Throws: ``ConfigurationError`` with file, line and column.
    public init(
        configuration file: String, environment: String? = nil, url: DatabaseURL? = nil, mayLackDatabase: Bool = false,
        values: [String: String] = [:]
    ) throws {
        let variables = Variables(environment: ProcessInfo.processInfo.environment, values: values)
        self = try ConfigurationReader.read(file)
            .project(environment: environment, url: url, variables: variables, mayLackDatabase: mayLackDatabase)
    }
}
