package import AutogenDiff
package import AutogenSchema

/// One node of the plan: something that happens to one object.
package enum Step: Sendable, Hashable {
    case create(SchemaObject)
    case drop(SchemaObject)
    case alter(Alteration)
    /// Renames an object out of the way of its successor, whose drop follows when nothing needs it any more; or gives the
    /// values of a column another form, which its alteration takes back.
    case setAside(SchemaObject)
    /// Gives the rows of a table values in columns that must have one.
    case fill(ObjectID)

    package var id: ObjectID {
        switch self {
        case .create(let object), .drop(let object), .setAside(let object): object.id
        case .fill(let table): table
        case .alter(let alteration): alteration.id
        }
    }
}
