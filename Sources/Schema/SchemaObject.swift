/// One object of a schema: who it is and what it is.
///
/// ```swift
/// var column = Column()
/// column.type = "text"
/// let object = SchemaObject(ObjectID(.column, "public", "users", "email"), .column(column))
/// ```
public struct SchemaObject: Sendable, Hashable {
    public let id: ObjectID
    public let definition: Definition

    public init(_ id: ObjectID, _ definition: Definition) {
        self.id = id
        self.definition = definition
    }

    public var kind: Kind { id.kind }
    public var fields: [Field] { definition.body.fields }
}
