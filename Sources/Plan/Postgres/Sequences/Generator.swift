import AutogenSchema

/// What numbers the rows of a column: the sequence of its identity, or the one its default takes from.
struct Generator: Hashable {
    let sequence: [String]
    let isIdentity: Bool

    private init(_ sequence: [String], isIdentity: Bool) {
        self.sequence = sequence
        self.isIdentity = isIdentity
    }

    /// The generator of a column in a catalog; `nil` when it has none.
    init?(of column: ObjectID, in catalog: Catalog) {
        if let body = catalog.body(column, as: Column.self), body.identity != nil {
            self.init(body.identitySequence, isIdentity: true)
            return
        }
        let needs = catalog.needs(of: ObjectID(.columnDefault, path: column.path))
        guard let sequence = needs.first(where: { $0.kind == .sequence }) else { return nil }
        self.init(sequence.path, isIdentity: false)
    }
}
