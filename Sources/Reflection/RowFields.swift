import AutogenConnection
import AutogenSchema

/// Fills the attributes of one kind of object from rows of one query, matching columns by name.
///
/// The names are looked up once a query, not once a row: attributes are always visited in the same order.
struct RowFields: FieldVisitor {
    private let positions: [Int?]
    private var row: Row
    private var next = 0

    init(_ kind: Kind, row: Row) throws(DatabaseError) {
        var names = FieldNames()
        _ = Definition(kind, reading: &names)
        let columns = row.columns
        positions = names.names.map { name in columns.firstIndex(of: name) }
        self.row = row
    }

    mutating func move(to row: Row) {
        self.row = row
        next = 0
    }

    mutating func visit<Value: FieldValue>(_ name: String, _ value: inout Value) throws(DatabaseError) {
        let position = positions[next]
        next += 1
        guard let position else { return }
        guard let read = Value(column: row[position].text) else {
            throw DatabaseError(
                .result, message: "attribute \"\(name)\" can't be read from \"\(row[position].text ?? "NULL")\"")
        }
        value = read
    }
}

private struct FieldNames: FieldVisitor {
    var names: [String] = []
    mutating func visit<Value: FieldValue>(_ name: String, _ value: inout Value) { names.append(name) }
}
