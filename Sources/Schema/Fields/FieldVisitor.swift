/// Walks over the attributes of an object, each with its name.
///
/// Comparison, snapshots, reports and the reading of rows are visitors, so a kind of object lists its attributes once:
/// see ``ObjectBody/visitFields(_:)``.
package protocol FieldVisitor {
    associatedtype Failure: Error
    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) throws(Failure)
}

/// The attributes of one kind of object.
///
/// ```swift
/// public struct Rule: ObjectBody {
///     public static let kind = Kind.rule
///     public var definition = ""
///     public init() {}
///     public mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure) {
///         try v.field("definition", &definition)
///     }
/// }
/// ```
package protocol ObjectBody: Sendable, Hashable {
    static var kind: Kind { get }
    init()
    /// Hands every attribute to the visitor, always in the same order.
    mutating func visitFields<V: FieldVisitor>(_ v: inout V) throws(V.Failure)
}

/// One attribute as a name and a value that no longer knows its type.
package struct Field: Sendable, Hashable {
    package let name: String
    package let json: JSON
    package let shown: String
    package let isAbsent: Bool
    /// Carried along, never compared: see ``NotCompared``.
    package let isNotCompared: Bool
}

struct FieldCollector: FieldVisitor {
    var fields: [Field] = []
    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) {
        fields.append(
            Field(
                name: name, json: value.json, shown: value.shown, isAbsent: value == Value.absent,
                isNotCompared: Value.isNotCompared)
        )
    }
}

struct FingerprintCollector: FieldVisitor {
    var fingerprint = Fingerprint()

    init(_ kind: Kind) { fingerprint.add(kind.place) }

    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) { value.add(to: &fingerprint) }
}

extension ObjectBody {
    /// All attributes, in the order of the declaration.
    package var fields: [Field] {
        var copy = self
        var collector = FieldCollector()
        copy.visitFields(&collector)
        return collector.fields
    }

    init<V: FieldVisitor>(reading visitor: inout V) throws(V.Failure) {
        self.init()
        try visitFields(&visitor)
    }
}
