package import AutogenSQLText

/// What autogen knows of PostgreSQL. Each module adds in its folder `Postgres` what it has to know.
package struct PostgresEngine: Sendable {
    package init() {}
}

extension PostgresEngine: NamingEngine {
    package var title: String { "PostgreSQL" }
    package var syntax: SQLSyntax { .postgresql }
    package var usualSchema: String { "public" }
    package var hasSchemas: Bool { true }
    package func settled(_ definition: Definition) -> Definition { SettledText.read(definition) }
    package func completed(_ definition: Definition) -> Definition { EarlierSnapshotFacts.postgres(definition) }

    /// The first and last major version whose catalogs and statements autogen knows.
    private static let known = 14...18

    package func notice(of version: ServerVersion) -> String? {
        let known = "the versions autogen knows (\(Self.known.lowerBound) to \(Self.known.upperBound))"
        if version.major > Self.known.upperBound {
            return "PostgreSQL \(version.major) is newer than \(known); what is new in it goes unseen"
        }
        if version.major < Self.known.lowerBound {
            return "PostgreSQL \(version.major) is older than \(known); what it lacks may be asked of it"
        }
        return nil
    }
}
