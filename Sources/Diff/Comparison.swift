package import AutogenSchema

/// The differences between two catalogs.
///
/// ```swift
/// for change in Comparison.changes(from: live, to: declared) { print(change) }
/// // ~ column public.users.email: type character varying(20) -> text
/// ```
package enum Comparison {
    /// What takes `from` to `to`, in the order of identities; empty when the two hold the same objects.
    package static func changes(from: Catalog, to: Catalog) -> [Change] {
        let (from, to) = Catalog.aligned(from, to)
        var changes: [Change] = []
        var made = 0
        for id in to.idsDiffering(from: from) {
            guard let object = to[id] else { continue }
            guard let before = from[id] else {
                made += 1
                if !saysNothing(object, in: to, beside: from) { changes.append(.create(object)) }
                continue
            }
            let change = settled(alteration(from: before, to: object), by: to.dialect.naming)
            if !change.differences.isEmpty { changes.append(.alter(change)) }
        }
        if to.objects.count - made < from.objects.count {
            for object in from.objects where !to.contains(object.id) && !saysNothing(object, in: from, beside: to) {
                changes.append(.drop(object))
            }
        }
        return changes.sorted { $0.id < $1.id }
    }

    /// Whether a part of something that is on the other side, too, says no more than its absence.
    private static func saysNothing(_ object: SchemaObject, in catalog: Catalog, beside other: Catalog) -> Bool {
        guard let whole = catalog.parent(of: object.id), other.contains(whole) else { return false }
        return [catalog, other].allSatisfy {
            $0.dialect.naming.saysNothing(object.definition, partOf: whole, in: $0)
        }
    }

    /// Without the differences that are gone once the database has read its own texts. What is equal then is equal for the
    /// rules, too, which compare what they are given.
    private static func settled(_ change: Alteration, by engine: any NamingEngine) -> Alteration {
        let from = engine.settled(change.from.definition)
        let to = engine.settled(change.to.definition)
        guard from != change.from.definition || to != change.to.definition else { return change }
        let equal = Set(zip(from.body.fields, to.body.fields).filter { $0.json == $1.json }.map(\.0.name))
        return Alteration(
            from: change.from,
            to: SchemaObject(change.to.id, change.to.definition.taking(equal, from: change.from.definition)),
            differences: change.differences.filter { !equal.contains($0.attribute) })
    }

    /// The attributes in which two states of one object differ; hints are never among them.
    package static func alteration(from: SchemaObject, to: SchemaObject) -> Alteration {
        let differences = zip(from.fields, to.fields).compactMap { old, new -> Difference? in
            guard !old.isNotCompared, old.json != new.json else { return nil }
            return Difference(attribute: old.name, from: old.shown, to: new.shown)
        }
        return Alteration(from: from, to: to, differences: differences)
    }
}
