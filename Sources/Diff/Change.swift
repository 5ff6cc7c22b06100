public import AutogenSchema

/// One difference between two catalogs.
public enum Change: Sendable, Hashable {
    /// The target has the object, the start does not.
    case create(SchemaObject)
    /// The start has the object, the target does not.
    case drop(SchemaObject)
    /// Both have the object, with different attributes.
    case alter(Alteration)

    /// What is made, dropped or altered.
    public var id: ObjectID {
        switch self {
        case .create(let object), .drop(let object): object.id
        case .alter(let alteration): alteration.id
        }
    }
}

/// An object that both catalogs have, and the attributes in which it differs.
public struct Alteration: Sendable, Hashable {
    /// The object as the start has it.
    public let from: SchemaObject
    /// The object as the target has it.
    public let to: SchemaObject
    /// The attributes that differ, in the order in which the kind declares them.
    public let differences: [Difference]

    package init(from: SchemaObject, to: SchemaObject, differences: [Difference]) {
        self.from = from
        self.to = to
        self.differences = differences
    }

    /// The identity that both have.
    public var id: ObjectID { to.id }

    /// Whether nothing but the named attributes differs.
    package func isOnly(_ names: Set<String>) -> Bool { differences.allSatisfy { names.contains($0.attribute) } }

    package func touches(_ name: String) -> Bool { differences.contains { $0.attribute == name } }
}

/// One attribute with its two values, as a report shows them.
public struct Difference: Sendable, Hashable {
    /// The name of the attribute, such as `type` or `not null`.
    public let attribute: String
    /// The value at the start, in words for people.
    public let from: String
    /// The value in the target, in words for people.
    public let to: String

    package init(attribute: String, from: String, to: String) {
        self.attribute = attribute
        self.from = from
        self.to = to
    }
}

extension Change: CustomStringConvertible {
    /// `+ table public.users`, `- ...`, `~ column public.users.email: type varchar(20) -> text`.
    public var description: String {
        switch self {
        case .create(let object): "+ \(object.id)"
        case .drop(let object): "- \(object.id)"
        case .alter(let alteration):
            "~ \(alteration.id): "
                + alteration.differences.map { "\($0.attribute) \($0.from) -> \($0.to)" }.joined(separator: ", ")
        }
    }
}
