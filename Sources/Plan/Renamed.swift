package import AutogenDiff
package import AutogenSchema

/// The second phase of a plan: what is renamed before anything else happens, and what is left to do then.
package struct Renamed: Sendable {
    /// The catalog as the renames leave it.
    package let catalog: Catalog
    package let statements: [Statement]
    /// Tables under names of the moment, with the table that takes over their rows.
    package let successors: [ObjectID: ObjectID]
    /// What still differs; SQLite gathers the changes of a table's parts into one of the table.
    package let changes: [Change]

    init(
        _ catalog: Catalog, _ changes: [Change], statements: [Statement] = [], successors: [ObjectID: ObjectID] = [:]
    ) {
        self.catalog = catalog
        self.changes = changes
        self.statements = statements
        self.successors = successors
    }
}
