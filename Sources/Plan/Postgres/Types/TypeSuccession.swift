import AutogenSchema

/// Which types no `ALTER` brings to what they are to be, as far as the two states say so.
struct TypeSuccession {
    let from: Catalog
    let to: Catalog

    /// Whether a type is made anew, or one that it is made of.
    func happens(to type: ObjectID) -> Bool {
        var seen: Set<ObjectID> = [type]
        var queue = [type]
        while let id = queue.popLast() {
            if isReplaced(id) { return true }
            queue += from.needs(of: id).filter {
                ($0.kind.isColumnType || $0.kind == .collation) && seen.insert($0).inserted
            }
        }
        return false
    }

    private func isReplaced(_ id: ObjectID) -> Bool {
        switch (from[id]?.definition, to[id]?.definition) {
        case (_, nil): true
        case (.compositeType(let old), .compositeType(let new)): !CompositeTypeRule.canAlter(old, to: new)
        case (.enumType(let old), .enumType(let new)): !EnumRule.canAlter(old, to: new)
        case (.domain(let old), .domain(let new)): old.type != new.type || old.collation != new.collation
        case (.rangeType(let old), .rangeType(let new)): old != new
        case (.collation(let old), .collation(let new)): old != new
        default: false
        }
    }
}
