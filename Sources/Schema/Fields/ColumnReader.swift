/// Fills the attributes of objects of one kind from the columns of rows that have their names.
///
/// The names are looked up once a query, not once a row: attributes are always visited in the same order.
package struct ColumnReader {
    private let kind: Kind
    private let positions: [Int?]

    /// - Parameter columns: the names of the columns, in their order.
    package init(_ kind: Kind, columns: [String]) {
        self.kind = kind
        var collector = NameCollector()
        _ = Definition(kind, reading: &collector)
        positions = collector.names.map { name in columns.firstIndex(of: name) }
    }

    /// What an object is, or the name of the attribute that can't be read from its column.
    ///
    /// - Parameter texts: of the columns, `nil` for NULL, lent as long as this runs.
    package func definition(_ texts: [UnsafeRawBufferPointer?]) -> Result<Definition, UnreadableColumn> {
        var visitor = ColumnVisitor(positions: positions, texts: texts)
        do throws(UnreadableColumn) {
            return .success(try Definition(kind, reading: &visitor))
        } catch {
            return .failure(error)
        }
    }
}

/// A column whose text is no value of the attribute that is called like it.
package struct UnreadableColumn: Error {
    package let name: String
    package let text: String?
}

private struct NameCollector: FieldVisitor {
    var names: [String] = []
    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) { names.append(name) }
}

private struct ColumnVisitor: FieldVisitor {
    let positions: [Int?]
    let texts: [UnsafeRawBufferPointer?]
    var next = 0

    mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) throws(UnreadableColumn) {
        let position = positions[next]
        next += 1
        guard let position else { return }
        guard let read = Value(column: texts[position]) else {
            throw UnreadableColumn(name: name, text: texts[position].map { String(decoding: $0, as: UTF8.self) })
        }
        value = read
    }
}
