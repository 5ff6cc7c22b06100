/// An enum type (`pg_enum`): its labels in their sort order.
///
/// ```swift
/// var mood = EnumType()
/// mood.labels = ["sad", "ok", "happy"]
/// ```
public struct EnumType: ObjectBody {
    package static let kind = Kind.enumType

    /// The labels, by `pg_enum.enumsortorder`.
    public var labels: [String] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("labels", &labels)
    }
}

/// A composite type (`CREATE TYPE ... AS (...)`).
public struct CompositeType: ObjectBody {
    package static let kind = Kind.compositeType

    /// In their order.
    public var attributes: [Attribute] = []

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("attributes", &attributes)
    }
}

extension CompositeType {
    /// One attribute of a composite type.
    public struct Attribute: Sendable, Hashable, FieldValue {
        /// The attribute's name (`pg_attribute.attname`).
        public var name: String
        /// Its type, as `format_type` writes it.
        public var type: String
        /// A qualified name; `nil` when it is the type's own.
        public var collation: String?

        /// An attribute as `CREATE TYPE` declares it.
        public init(name: String, type: String, collation: String? = nil) {
            self.name = name
            self.type = type
            self.collation = collation
        }

        /// By the bytes of all three.
        public static func == (left: Self, right: Self) -> Bool {
            left.name == right.name && left.type == right.type && left.collation == right.collation
        }

        package static let absent = Attribute(name: "", type: "")

        package var json: JSON {
            .object(
                [.init("name", name.json), .init("type", type.json)]
                    + (collation.map { [.init("collation", $0.json)] } ?? []))
        }

        package init?(json: JSON) {
            guard let members = json.members, let name = members["name"]?.string, let type = members["type"]?.string
            else {
                return nil
            }
            self.init(name: name, type: type, collation: members["collation"]?.string)
        }

        package init?(column: UnsafeRawBufferPointer?) { self.init(jsonColumn: column) }
        package var shown: String { "\(name) \(type)\(collation.map { " COLLATE \($0)" } ?? "")" }
    }
}

/// A range type (`pg_range`), with its multirange type.
public struct RangeType: ObjectBody {
    package static let kind = Kind.rangeType

    /// The type of the bounds (`pg_range.rngsubtype`).
    public var subtype = ""
    /// `nil` for the default operator class of the subtype.
    public var subtypeOperatorClass: String?
    /// The qualified name of the collation of the bounds (`pg_range.rngcollation`); `nil` when it is the subtype's own.
    public var collation: String?
    /// The qualified name of the function that gives equal ranges the same form (`pg_range.rngcanonical`); `nil` for
    /// none.
    public var canonical: String?
    /// The qualified name of the function that subtracts two bounds (`pg_range.rngsubdiff`); `nil` for none.
    public var subtypeDiff: String?
    /// The qualified name of the multirange type.
    public var multirange = ""

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("subtype", &subtype)
        try v.field("subtype opclass", &subtypeOperatorClass)
        try v.field("collation", &collation)
        try v.field("canonical", &canonical)
        try v.field("subtype diff", &subtypeDiff)
        try v.field("multirange", &multirange)
    }
}
