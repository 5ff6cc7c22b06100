import AutogenSchema

/// Labels of enums that have another name.
extension Renamings {
    mutating func renameLabels() {
        for id in target.ids(of: .enumType) {
            guard let from = catalog.body(id, as: EnumType.self), let to = target.body(id, as: EnumType.self) else {
                continue
            }
            for (old, new) in Self.renamedLabels(from: from.labels, to: to.labels) { rename(old, new, of: id) }
        }
    }

    /// Between two labels that both have, as many old ones as new ones stand: each is taken for the one in its place.
    ///
    /// Nothing is guessed where the order of the labels that stay changes, or where labels come and go.
    static func renamedLabels(from: [String], to: [String]) -> [(old: String, new: String)] {
        func isCommon(_ label: String) -> Bool { from.contains(label) && to.contains(label) }
        guard from.filter(isCommon) == to.filter(isCommon) else { return [] }
        func gaps(_ labels: [String]) -> [ArraySlice<String>] {
            labels.split(omittingEmptySubsequences: false, whereSeparator: isCommon)
        }
        return zip(gaps(from), gaps(to)).flatMap { old, new in
            old.count == new.count ? zip(old, new).map { (old: $0, new: $1) } : []
        }
    }

    private mutating func rename(_ old: String, _ new: String, of id: ObjectID) {
        var statement = Statement(
            "ALTER TYPE \(name: id.path) RENAME VALUE \(literal: old) TO \(literal: new)",
            hazards: [
                Hazard.rename(
                    "label '\(new)' stands where '\(old)' stood, so it is taken for its new name: rows keep it as that")
            ])
        statement.role = .renamesLabel
        let spelling = LabelSpelling(type: SQL.dotted(id.path), old: old, new: new)
        let keys = catalog
        apply([statement]) { object in
            if object.id == id, case .enumType(var body) = object.definition {
                body.labels = body.labels.map { $0 == old ? new : $0 }
                return .enumType(body)
            }
            return spelling.respelled(object, in: keys)
        }
    }
}
