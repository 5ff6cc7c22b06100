/// An event trigger (`pg_event_trigger`).
public struct EventTrigger: ObjectBody {
    public static let kind = Kind.eventTrigger

    public var event = ""
    public var tags: [String] = []
    /// Its qualified name.
    public var function = ""
    public var enabled: Firing = .origin

    public init() {}

    public mutating func visit<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
        try v.visit("event", &event)
        try v.visit("tags", &tags)
        try v.visit("function", &function)
        try v.visit("enabled", &enabled)
    }
}
