import AutogenSchema

/// What may hold values and is in one schema but not in another: tables, columns and labels.
enum CatalogLosses {
    static func between(_ before: Catalog, _ after: Catalog) -> Set<Address> {
        var lost: Set<Address> = []
        for object in before.objects {
            let id = object.id
            switch object.definition {
            case .table, .virtualTable:
                if !after.contains(id) { lost.insert(Address(id)) }
            case .column:
                let isWhole = before.parent(of: id).map(after.contains) ?? true
                if isWhole, !after.contains(id) { lost.insert(Address(id)) }
            case .enumType(let type):
                guard let now = after.body(id, as: EnumType.self) else { continue }
                for label in type.labels where !now.labels.contains(label) {
                    lost.insert(Address(kind: "label", path: id.path + [label]))
                }
            default: continue
            }
        }
        return lost
    }
}
