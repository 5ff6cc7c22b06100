package import AutogenDiff
package import AutogenSchema

/// One node of the plan: something that happens to one object.
package enum Step: Sendable, Hashable {
    case create(SchemaObject)
    case drop(SchemaObject)
    case alter(Alteration)
    /// Renames an object out of the way of its successor; its drop follows when nothing needs it any more.
    case renameTemporarily(SchemaObject)
    /// Gives the rows of a table values in columns that must have one.
    case fill(ObjectID)

    package var id: ObjectID {
        switch self {
        case .create(let object), .drop(let object), .renameTemporarily(let object): object.id
        case .fill(let table): table
        case .alter(let alteration): alteration.id
        }
    }
}
