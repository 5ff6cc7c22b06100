import AutogenSchema

/// Old names in the bodies of functions that are texts: the server renames nothing there.
enum FormerNames {
    /// One for each function that still names something by a name that nothing has any more, and for each column that takes
    /// the name of another.
    static func hazards(of renames: Renames, in target: Catalog) -> [Hazard] {
        bodies(renames, in: target) + successions(renames)
    }

    /// The server tells a session once that what it has prepared gives another result
    /// (<https://www.postgresql.org/docs/current/sql-prepare.html>).
    private static func successions(_ renames: Renames) -> [Hazard] {
        let left = Set(renames.all.map(\.old))
        return renames.all.map { Address(kind: $0.old.kind, path: $0.old.path.dropLast() + $0.new.suffix(1)) }
            .filter { $0.kind == Kind.column.rawValue && left.contains($0) }.map {
                .byHand(
                    $0, "clients that have prepared a statement with it get SQLSTATE 0A000 once, and prepare it again")
            }
    }

    private static func bodies(_ renames: Renames, in target: Catalog) -> [Hazard] {
        let there = Set(target.addresses)
        let gone = renames.all.filter { !there.contains($0.old) }
        guard !gone.isEmpty else { return [] }
        return target.objects.compactMap { object -> Hazard? in
            guard case .function(let function) = object.definition else { return nil }
            let words = BodyWords.all(of: function)
            let named = gone.filter { isNamed($0, by: words, renames) }.map {
                "\(SQL.shown($0.old.ownName)), which is \(SQL.shown($0.new)) now"
            }
            guard !named.isEmpty else { return nil }
            let place = target.provenance.locations[object.id].map { " (\($0))" } ?? ""
            return .byHand(object.id, "its body still names \(named.joined(separator: ", and "))\(place)")
        }
    }

    /// A column has a name that others have, too: it is meant where its table is named beside it.
    private static func isNamed(_ rename: Rename, by words: Set<String>, _ renames: Renames) -> Bool {
        guard words.contains(rename.old.ownName) else { return false }
        guard rename.old.isMember, rename.old.path.count > 2 else { return true }
        let now = renames.renamed(rename.old)
        return words.contains(rename.old.path[1]) || words.contains(now.path[1])
    }
}
