import AutogenSchema
import Testing

/// Reads an object of a kind that says nothing of its attributes.
private struct Silence: FieldVisitor {
    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) {}
}

/// A property that its list of fields leaves out would be compared by nobody, and be lost with a snapshot.
@Suite struct FieldListTests {
    @Test(arguments: Kind.allCases) func `every property of an object is one of its fields`(kind: Kind) {
        var silence = Silence()
        let body = Definition(kind, reading: &silence).body
        let properties = Mirror(reflecting: body).children.compactMap(\.label)
        #expect(
            body.fields.count == properties.count && Set(body.fields.map(\.name)).count == properties.count,
            "\(properties) as \(body.fields.map(\.name))")
    }
}
