public import AutogenDiff
public import AutogenSchema

/// One node of the plan: something that happens to one object.
public enum Step: Sendable, Hashable {
    case create(SchemaObject)
    case drop(SchemaObject)
    case alter(Alteration)
    /// Renames an object out of the way of its successor; its drop follows when nothing needs it any more.
    case setAside(SchemaObject)

    public var id: ObjectID {
        switch self {
        case .create(let object), .drop(let object), .setAside(let object): object.id
        case .alter(let alteration): alteration.id
        }
    }
}
