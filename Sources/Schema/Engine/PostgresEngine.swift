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
    /// `DEFAULT NULL` of a partition or child says that its parent's default is not its own, as no default does: `pg_dump`
    /// writes it for either, and the server keeps it for types with a modifier only. Over a domain it means more, since
    /// that may have a default.
    package func saysNothing(_ definition: Definition, partOf column: ObjectID, in catalog: Catalog) -> Bool {
        guard case .columnDefault(let body) = definition, body.isNull.value,
            let table = catalog.parent(of: column)
        else { return false }
        let inherits = catalog.body(table, as: Table.self)?.inherits ?? []
        let isChild = !inherits.isEmpty || catalog.contains(ObjectID(.partition, path: table.path))
        return isChild && !catalog.needs(of: column).contains { $0.kind == .domain }
    }

    package func settled(_ definition: Definition) -> Definition { SettledText.read(definition) }
    package func completed(_ definition: Definition, detail: Int) -> Definition {
        detail < 1 ? EarlierSnapshotText.postgres(definition) : definition
    }

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
