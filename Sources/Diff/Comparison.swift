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
        for id in to.idsDiffering(from: from) {
            guard let object = to[id] else { continue }
            changes.append(from[id].map { .alter(alteration(from: $0, to: object)) } ?? .create(object))
        }
        let made = changes.count { if case .create = $0 { true } else { false } }
        if to.objects.count - made < from.objects.count {
            for object in from.objects where !to.contains(object.id) { changes.append(.drop(object)) }
        }
        return changes.sorted { $0.id < $1.id }
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
