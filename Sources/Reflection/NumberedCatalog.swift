package import AutogenSchema

/// A schema, and the numbers by which its database knows the objects: the later one is made, the higher its number.
package struct NumberedCatalog: Sendable {
    /// The OID of an object on PostgreSQL, the row of `sqlite_schema` on SQLite; of a column that of its table, and which of
    /// its columns it is.
    package struct Number: Sendable, Hashable {
        package let whole: Int
        /// 0 where the object is no part of another.
        package let part: Int

        package init(_ whole: Int, part: Int = 0) {
            self.whole = whole
            self.part = part
        }
    }

    package let catalog: Catalog
    package let numbers: [ObjectID: Number]
}
