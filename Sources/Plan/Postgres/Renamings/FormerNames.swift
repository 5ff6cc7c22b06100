import AutogenSchema

/// Old names in the bodies of functions that are texts: the server renames nothing there.
enum FormerNames {
    /// One for each function that still names something by a name that nothing has any more.
    static func hazards(of renames: Renames, in target: Catalog) -> [Hazard] {
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
