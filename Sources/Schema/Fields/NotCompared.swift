/// A value that is carried along but never compared, such as the position of a column or the spelling of a declaration.
///
/// Two hints are always equal, so a difference in them alone is no difference between objects.
public struct NotCompared<Value: FieldValue>: FieldValue {
    public var value: Value

    public init(_ value: Value) { self.value = value }

    public static var isHint: Bool { true }
    public static var absent: Self { NotCompared(Value.absent) }
    public var json: JSON { value.json }
    public init?(json: JSON) {
        guard let value = Value(json: json) else { return nil }
        self.value = value
    }
    public init?(reading json: inout JSONCursor) throws(JSONError) {
        guard let value = try Value(reading: &json) else { return nil }
        self.value = value
    }
    public init?(column: UnsafeRawBufferPointer?) {
        guard let value = Value(column: column) else { return nil }
        self.value = value
    }
    public var shown: String { value.shown }

    public static func == (left: Self, right: Self) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
    public func add(to fingerprint: inout Fingerprint) {}
}
