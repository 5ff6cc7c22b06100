extension Catalog {
    /// The catalog with other identities and other definitions, each dependency kept.
    ///
    /// ```swift
    /// let renamed = catalog.mapped(ids: { $0 == old ? new : $0 }, definitions: \.definition)
    /// ```
    package func mapped(ids: (ObjectID) -> ObjectID, definitions: (SchemaObject) -> Definition) -> Catalog {
        var copy = Catalog(dialect: dialect, version: version)
        for object in objects.values {
            copy.insert(SchemaObject(ids(object.id), definitions(object)), partOf: parents[object.id].map(ids))
        }
        for (id, needs) in dependencies {
            for need in needs { copy.insert(dependency: ids(need), of: ids(id)) }
        }
        return copy
    }
}
