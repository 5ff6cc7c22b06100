import AutogenConnection
import AutogenSchema

/// Reads what the objects of one kind are from the rows of one query, matching columns by name.
struct RowFields {
    private let reader: ColumnReader

    init(_ kind: Kind, columns: [String]) { reader = ColumnReader(kind, columns: columns) }

    func definition(_ row: Row) throws(DatabaseError) -> Definition {
        switch row.withTexts(reader.definition) {
        case .success(let definition): return definition
        case .failure(let error):
            throw DatabaseError(
                .result, message: "attribute \"\(error.name)\" can't be read from \"\(error.text ?? "NULL")\"")
        }
    }
}
