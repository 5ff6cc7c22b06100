/// A value that is carried along but never compared, such as the position of a column or the spelling of a declaration.
///
/// Two hints are always equal, so a difference in them alone is no difference between objects.
public struct NotCompared<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What the catalog says; rules and statements may ask for it.
    public var value: Value

    package init(_ value: Value) { self.value = value }

    /// Always true: the values don't count.
    public static func == (left: Self, right: Self) -> Bool { true }

    /// Adds nothing, as all are equal.
    public func hash(into hasher: inout Hasher) {}
}

extension NotCompared: FieldValue where Value: FieldValue {
    package static var isNotCompared: Bool { true }
    package static var absent: Self { NotCompared(Value.absent) }
    package var json: JSON { value.json }
    package init?(json: JSON) {
        guard let value = Value(json: json) else { return nil }
        self.value = value
    }
    package init?(reading json: inout JSONCursor) throws(JSONError) {
        guard let value = try Value(reading: &json) else { return nil }
        self.value = value
    }
    package init?(column: UnsafeRawBufferPointer?) {
        guard let value = Value(column: column) else { return nil }
        self.value = value
    }
    package var shown: String { value.shown }
    package func add(to fingerprint: inout Fingerprint) {}
}
