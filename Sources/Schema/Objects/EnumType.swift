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
