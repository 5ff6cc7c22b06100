/// An enum type (`pg_enum`): its labels in their sort order.
///
/// ```swift
/// var mood = EnumType()
/// mood.labels = ["sad", "ok", "happy"]
/// ```
public struct EnumType: ObjectBody {
    public static let kind = Kind.enumType

    public var labels: [String] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("labels", &labels)
    }
}

/// A composite type (`CREATE TYPE ... AS (...)`).
public struct CompositeType: ObjectBody {
    public static let kind = Kind.compositeType

    /// In their order.
    public var attributes: [Attribute] = []

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("attributes", &attributes)
    }
}

extension CompositeType {
    /// One attribute of a composite type.
    public struct Attribute: Sendable, Hashable, FieldValue {
        public var name: String
        public var type: String
        /// A qualified name; `nil` when it is the type's own.
        public var collation: String?

        public init(name: String, type: String, collation: String? = nil) {
            self.name = name
            self.type = type
            self.collation = collation
        }

        public static func == (left: Self, right: Self) -> Bool {
            left.name == right.name && left.type == right.type && left.collation == right.collation
        }

        public static let absent = Attribute(name: "", type: "")

        public var json: JSON {
            .object(
                [.init("name", name.json), .init("type", type.json)]
                    + (collation.map { [.init("collation", $0.json)] } ?? []))
        }

        public init?(json: JSON) {
            guard let members = json.members, let name = members["name"]?.string, let type = members["type"]?.string
            else {
                return nil
            }
            self.init(name: name, type: type, collation: members["collation"]?.string)
        }

        public init?(column: UnsafeRawBufferPointer?) { self.init(jsonColumn: column) }
        public var shown: String { "\(name) \(type)\(collation.map { " COLLATE \($0)" } ?? "")" }
    }
}

/// A range type (`pg_range`), with its multirange type.
public struct RangeType: ObjectBody {
    public static let kind = Kind.rangeType

    public var subtype = ""
    /// `nil` for the default operator class of the subtype.
    public var subtypeOperatorClass: String?
    public var collation: String?
    public var canonical: String?
    public var subtypeDiff: String?
    /// The qualified name of the multirange type.
    public var multirange = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("subtype", &subtype)
        try v.visit("subtype opclass", &subtypeOperatorClass)
        try v.visit("collation", &collation)
        try v.visit("canonical", &canonical)
        try v.visit("subtype diff", &subtypeDiff)
        try v.visit("multirange", &multirange)
    }
}
