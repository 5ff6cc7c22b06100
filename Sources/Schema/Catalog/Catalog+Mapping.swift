extension Catalog {
    /// The catalog with other identities and other definitions, each dependency kept.
    ///
    /// ```swift
    /// let renamed = catalog.mapped(ids: { $0 == old ? new : $0 }, definitions: \.definition)
    /// ```
    package func mapped(ids: (ObjectID) -> ObjectID, definitions: (SchemaObject) -> Definition) -> Catalog {
        var copy = Catalog(dialect: dialect, version: version)
        for object in objects {
            copy.insert(SchemaObject(ids(object.id), definitions(object)), partOf: parent(of: object.id).map(ids))
        }
        for object in objects {
            for need in needs(of: object.id) { copy.insert(dependency: ids(need), of: ids(object.id)) }
        }
        return copy
    }
}
