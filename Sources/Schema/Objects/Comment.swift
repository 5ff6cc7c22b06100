/// The comment on an object (`pg_description`).
public struct Comment: ObjectBody {
    public static let kind = Kind.comment

    public var text = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("text", &text)
    }
}

/// A label on an object (`pg_seclabel`). The last part of its path is the label provider.
public struct SecurityLabel: ObjectBody {
    public static let kind = Kind.securityLabel

    public var label = ""

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("label", &label)
    }
}
