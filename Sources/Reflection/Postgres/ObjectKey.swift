import AutogenConnection

/// How the system catalogs name an object: the catalog it is in, its OID there and, for a column, its number.
struct ObjectKey: Hashable {
    let catalog: Int
    let oid: Int
    let part: Int

    init(_ catalog: Int, _ oid: Int, _ part: Int = 0) {
        self.catalog = catalog
        self.oid = oid
        self.part = part
    }

    /// Reads three columns that follow each other.
    init?(_ row: Row, at position: Int) {
        guard let catalog = row.integer(position), let oid = row.integer(position + 1) else { return nil }
        self.init(Int(catalog), Int(oid), Int(row.integer(position + 2) ?? 0))
    }

    var whole: ObjectKey { ObjectKey(catalog, oid) }
}
