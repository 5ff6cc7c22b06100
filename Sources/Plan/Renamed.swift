public import AutogenSchema

/// A catalog after what is renamed before anything else happens.
public struct Renamed: Sendable {
    public var catalog: Catalog
    public var statements: [Statement] = []
    /// Tables under names of the moment, with the table that takes over their rows.
    public var successors: [ObjectID: ObjectID] = [:]

    public init(_ catalog: Catalog) { self.catalog = catalog }
}
