extension Catalog {
    /// What an object is part of or said about, from the inside out: of the comment on a column the column and its table.
    package func wholes(of id: ObjectID) -> [ObjectID] { [self].wholes(of: id) }
}

extension Collection where Element == Catalog {
    /// The same where some catalogs know one part of it and some another.
    package func wholes(of id: ObjectID) -> [ObjectID] {
        var wholes: [ObjectID] = []
        var current = id
        while let next = current.target ?? lazy.compactMap({ $0.parent(of: current) }).first {
            wholes.append(next)
            current = next
        }
        return wholes
    }

    /// The outermost of these; the object itself where it stands for itself.
    package func whole(of id: ObjectID) -> ObjectID { wholes(of: id).last ?? id }
}
