/// The comment on an object (`pg_description`).
public struct Comment: ObjectBody {
    package static let kind = Kind.comment

    /// The comment itself (`pg_description.description`).
    public var text = ""

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("text", &text)
    }
}

/// A label on an object (`pg_seclabel`). The last part of its path is the label provider.
public struct SecurityLabel: ObjectBody {
    package static let kind = Kind.securityLabel

    /// The label itself, whose meaning is the provider's (`pg_seclabel.label`).
    public var label = ""

    package init() {}

    package mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.field("label", &label)
    }
}
