import AutogenSchema

extension Catalog {
    /// The options of the database that are set and are not among the given ones.
    func options(beyond wanted: Set<DatabaseOption.Name>) -> [ObjectID] {
        DatabaseOption.Name.allCases.filter { !wanted.contains($0) }.map { ObjectID(.databaseOption, $0.rawValue) }
            .filter { self[$0] != nil }
    }

    func withoutOptions(beyond wanted: Set<DatabaseOption.Name>) -> Catalog {
        let left = Set(options(beyond: wanted))
        return left.isEmpty ? self : filtered { !left.contains($0.id) }
    }
}
