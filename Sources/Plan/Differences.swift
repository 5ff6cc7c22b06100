import AutogenDiff
package import AutogenSchema

/// The first phase of a plan: two catalogs in which roles have the same names.
package struct Differences: Sendable {
    package let from: Catalog
    package let to: Catalog
    let changes: [Change]

    init(from: Catalog, to: Catalog) {
        (self.from, self.to) = Catalog.aligned(from, to)
        changes = Comparison.changes(from: self.from, to: self.to)
    }
}
