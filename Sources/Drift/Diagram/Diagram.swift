/// Tables and views with what ties them together, for pictures.
public struct Diagram: Sendable, Hashable {
    public var entities: [Entity]
    public var relations: [Relation]

    public init(entities: [Entity] = [], relations: [Relation] = []) {
        self.entities = entities
        self.relations = relations
    }

    public var isEmpty: Bool { entities.isEmpty }
}

/// How a thing of the picture differs from what is declared.
public enum DiagramMark: String, Sendable, Hashable {
    case unexpected, missing, changed
}

/// A box of the picture.
public struct Entity: Sendable, Hashable {
    /// Qualified, as a statement names it.
    public let name: String
    /// `table`, `view` ...
    public let kind: String
    public var fields: [EntityField]
    public var mark: DiagramMark?

    public init(name: String, kind: String, fields: [EntityField], mark: DiagramMark? = nil) {
        self.name = name
        self.kind = kind
        self.fields = fields
        self.mark = mark
    }
}

/// A line in a box: a column.
public struct EntityField: Sendable, Hashable {
    public let name: String
    public let type: String
    public var isPrimary = false
    public var isForeign = false
    public var mark: DiagramMark?

    public init(name: String, type: String) {
        self.name = name
        self.type = type
    }
}

/// A foreign key, or a view that reads a table.
public struct Relation: Sendable, Hashable {
    /// Places in ``Diagram/entities``.
    public let from: Int
    public let to: Int
    public let label: String
    /// Whether it is a foreign key rather than a mere need.
    public let isKey: Bool
    public var mark: DiagramMark?

    public init(from: Int, to: Int, label: String, isKey: Bool, mark: DiagramMark? = nil) {
        self.from = from
        self.to = to
        self.label = label
        self.isKey = isKey
        self.mark = mark
    }
}
