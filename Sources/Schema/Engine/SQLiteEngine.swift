package import AutogenSQLText

/// What autogen knows of SQLite. Each module adds in its folder `SQLite` what it has to know.
package struct SQLiteEngine: Sendable {
    package init() {}
}

extension SQLiteEngine: NamingEngine {
    package var title: String { "SQLite" }
    package var syntax: SQLSyntax { .sqlite }
    package var usualSchema: String { "main" }
    package var hasSchemas: Bool { false }
    package func saysNothing(_ definition: Definition, partOf whole: ObjectID, in catalog: Catalog) -> Bool { false }
    package func settled(_ definition: Definition) -> Definition { definition }
    package func completed(_ definition: Definition, detail: Int) -> Definition {
        detail < 2 ? EarlierSnapshotText.sqlite(definition) : definition
    }

    package func notice(of version: ServerVersion) -> String? { nil }
}
