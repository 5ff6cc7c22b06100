/// Tables and views with what ties them together, for pictures.
package struct Diagram: Sendable, Hashable {
    package var entities: [Entity]
    package var relations: [Relation]

    package init(entities: [Entity] = [], relations: [Relation] = []) {
        self.entities = entities
        self.relations = relations
    }

    package var isEmpty: Bool { entities.isEmpty }
}

/// How a thing of the picture differs from what is declared.
package enum DiagramMark: String, Sendable, Hashable {
    case unexpected, missing, changed
}

/// A box of the picture.
package struct Entity: Sendable, Hashable {
    /// Qualified, as a statement names it.
    package let name: String
    /// `table`, `view` ...
    package let kind: String
    package var fields: [EntityField]
    package var mark: DiagramMark?

    package init(name: String, kind: String, fields: [EntityField], mark: DiagramMark? = nil) {
        self.name = name
        self.kind = kind
        self.fields = fields
        self.mark = mark
    }
}

/// A line in a box: a column.
package struct EntityField: Sendable, Hashable {
    package let name: String
    package let type: String
    package var isPrimary = false
    package var isForeign = false
    package var mark: DiagramMark?

    package init(name: String, type: String) {
        self.name = name
        self.type = type
    }
}

/// A foreign key, or a view that reads a table.
package struct Relation: Sendable, Hashable {
    /// Places in ``Diagram/entities``.
    package let from: Int
    package let to: Int
    package let label: String
    /// Whether it is a foreign key rather than a mere need.
    package let isKey: Bool
    package var mark: DiagramMark?

    package init(from: Int, to: Int, label: String, isKey: Bool, mark: DiagramMark? = nil) {
        self.from = from
        self.to = to
        self.label = label
        self.isKey = isKey
        self.mark = mark
    }
}
