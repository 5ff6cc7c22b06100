package import AutogenSchema

/// What has another name and keeps the old one beside it for a while.
package struct KeptNames: Sendable {
    /// A table or a view that has its new name by now.
    struct Relation: Sendable {
        let old: Address
        let new: ObjectID
    }

    /// What gets its new name before anything else: relations, for which views stand in, and what no client names.
    package let first: Renames
    let relations: [Relation]
    /// Columns, which have their old names in relations that have their new ones.
    let columns: [Rename]
    /// Sequences and constraints, which keep their old names until clients of the old version are gone.
    package let last: [Rename]

    package static let none = KeptNames()

    private init() { (first, relations, columns, last) = (Renames([]), [], [], []) }

    private static let relationKinds: Set<Kind> = [.table, .view, .materializedView]
    private static let unseenKinds: Set<Kind> = [.index, .statistics, .trigger, .policy, .rule]
    private static let lastKinds: Set<Kind> = [.sequence, .constraint]

    /// Throws ``ExpansionError`` for what clients use and can't find by two names.
    package init(_ renames: Renames) throws(ExpansionError) {
        var (first, last, columns): ([Rename], [Rename], [Rename]) = ([], [], [])
        for rename in renames.all {
            // A label of a type has none.
            let kind = Kind(rawValue: rename.old.kind)
            if kind == .column {
                columns.append(rename)
            } else if let kind, Self.lastKinds.contains(kind) {
                last.append(rename)
            } else if let kind, Self.relationKinds.contains(kind) || Self.unseenKinds.contains(kind) {
                first.append(rename)
            } else {
                throw ExpansionError(name: rename.old, "it can't have two names at a time")
            }
        }
        let moved = Renames(first)
        func inPlace(_ rename: Rename) -> Rename { Rename(moved.renamed(rename.old), to: rename.new) }
        self.first = moved
        self.last = last.map(inPlace)
        self.columns = columns.map(inPlace)
        relations = first.compactMap { rename in
            Kind(rawValue: rename.old.kind).flatMap { kind in
                Self.relationKinds.contains(kind)
                    ? Relation(old: rename.old, new: ObjectID(kind, path: moved.renamed(rename.old).path)) : nil
            }
        }
    }
}
