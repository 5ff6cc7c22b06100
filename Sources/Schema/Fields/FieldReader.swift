/// Fills the attributes of an object from an object of JSON whose members come in the order of the attributes.
///
/// What a person has put into another order, or says twice, is left over; see ``isDone``.
struct FieldReader: FieldVisitor {
    private(set) var cursor: JSONCursor
    /// The member before whose value the cursor is.
    private var key: JSONKey?
    private var isFirst: Bool
    /// Whose attributes they are.
    private let id: ObjectID

    /// `nil` where the next value is no object.
    init?(_ cursor: JSONCursor, of id: ObjectID) throws(JSONError) {
        var cursor = cursor
        guard var isFirst = try cursor.object() else { return nil }
        self.id = id
        key = try cursor.nextKey(&isFirst)
        self.isFirst = isFirst
        self.cursor = cursor
    }

    /// Whether every member was one of the attributes; the cursor then is behind the object.
    var isDone: Bool { key == nil }

    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) throws {
        guard let key, key.isSame(as: name) else { return }
        let start = cursor
        guard let read = try Value(reading: &cursor) else {
            cursor = start
            throw SnapshotError(of: id, attribute: name, holds: try cursor.value())
        }
        value = read
        self.key = try cursor.nextKey(&isFirst)
    }
}

/// Fills the attributes of an object from the members of one, whatever their order.
struct MemberReader: FieldVisitor {
    let members: [String: JSON]
    let id: ObjectID

    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) throws {
        guard let json = members[name] else { return }
        guard let read = Value(json: json) else { throw SnapshotError(of: id, attribute: name, holds: json) }
        value = read
    }
}

extension SnapshotError {
    fileprivate init(of id: ObjectID, attribute name: String, holds json: JSON) {
        self.init("\(id): attribute \"\(name)\" has a value of the wrong type: \(json)")
    }
}
