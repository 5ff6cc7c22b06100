import AutogenDiff
public import AutogenSchema

/// The first phase of a plan: two catalogs in which roles have the same names.
public struct Differences: Sendable {
    public let from: Catalog
    public let to: Catalog
    let changes: [Change]

    init(from: Catalog, to: Catalog) {
        (self.from, self.to) = Catalog.aligned(from, to)
        changes = Comparison.changes(from: self.from, to: self.to)
    }
}
