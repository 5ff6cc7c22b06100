import AutogenSchema

/// Exclusion constraints of partitioned tables (server 17).
///
/// An index that excludes can't be attached to another: the server does not compare their operators
/// (`CompareIndexInfo` in `src/backend/catalog/index.c`). It makes those of the partitions itself, along with the parent's
/// and when a partition is attached.
enum PartitionedExclusion {
    static func comesFromParent(_ id: ObjectID, _ body: Constraint, in catalog: Catalog) -> Bool {
        body.type == .exclusion
            && catalog.contains(ObjectID(.indexPartition, path: [id.path.first ?? "", id.name]))
    }

    /// Whether an attachment of indexes is one of exclusion constraints.
    static func isAttached(_ attachment: ObjectID, in catalog: Catalog) -> Bool {
        guard let whole = catalog.parents[attachment], let body = catalog.body(whole, as: Constraint.self) else {
            return false
        }
        return comesFromParent(whole, body, in: catalog)
    }
}
