public import AutogenSchema

/// One difference between two catalogs.
public enum Change: Sendable, Hashable {
    case create(SchemaObject)
    case drop(SchemaObject)
    case alter(Alteration)

    public var id: ObjectID {
        switch self {
        case .create(let object), .drop(let object): object.id
        case .alter(let alteration): alteration.id
        }
    }
}

/// An object that both catalogs have, and the attributes in which it differs.
public struct Alteration: Sendable, Hashable {
    public let from: SchemaObject
    public let to: SchemaObject
    public let differences: [Difference]

    public init(from: SchemaObject, to: SchemaObject, differences: [Difference]) {
        self.from = from
        self.to = to
        self.differences = differences
    }

    public var id: ObjectID { to.id }

    /// Whether nothing but the named attributes differs.
    public func isOnly(_ names: Set<String>) -> Bool { differences.allSatisfy { names.contains($0.attribute) } }

    public func touches(_ name: String) -> Bool { differences.contains { $0.attribute == name } }
}

/// One attribute with its two values, as a report shows them.
public struct Difference: Sendable, Hashable {
    public let attribute: String
    public let from: String
    public let to: String

    public init(attribute: String, from: String, to: String) {
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
