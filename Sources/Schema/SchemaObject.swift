/// One object of a schema: who it is and what it is.
///
/// ```swift
/// var column = Column()
/// column.type = "text"
/// let object = SchemaObject(ObjectID(.column, "public", "users", "email"), .column(column))
/// ```
public struct SchemaObject: Sendable, Hashable {
    /// Who it is.
    public let id: ObjectID
    /// What it is.
    public let definition: Definition
    /// The ``Definition/fingerprint`` of what it is.
    let fingerprint: Fingerprint

    /// An object of this name that is this.
    package init(_ id: ObjectID, _ definition: Definition) {
        self.id = id
        self.definition = definition
        fingerprint = definition.fingerprint
    }

    /// - Parameter fingerprint: that of the definition.
    init(_ id: ObjectID, _ definition: Definition, _ fingerprint: Fingerprint) {
        self.id = id
        self.definition = definition
        self.fingerprint = fingerprint
    }

    /// What kind of object it is.
    public var kind: Kind { id.kind }
    /// Its attributes, each as a name and a value.
    package var fields: [Field] { definition.body.fields }

    /// Whether it is the same as another one, whatever the two are called.
    package func isSame(as other: SchemaObject) -> Bool { fingerprint == other.fingerprint }

    /// By the bytes of all text.
    public static func == (left: Self, right: Self) -> Bool { left.isSame(as: right) && left.id == right.id }

    /// By the bytes of all text.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(fingerprint)
    }
}
