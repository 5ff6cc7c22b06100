import AutogenConnection
import AutogenSchema

/// What tables hold at some moment: all values as texts.
struct RowImage {
    struct Table {
        let columns: [String]
        /// `nil` for NULL.
        var rows: [[String?]]

        /// The values of a column, in the order of the rows.
        func values(_ column: String) -> [String?]? {
            columns.firstIndex(of: column).map { place in rows.map { $0[place] } }
        }
    }

    /// A table with more rows, which a revision before has brought, is not looked at.
    private static let limit = 1000

    private(set) var tables: [[String]: Table] = [:]

    /// - Parameter wanted: tables with their columns.
    static func read(
        _ wanted: [(path: [String], columns: [String])], of catalog: Catalog, _ values: any SeedValues,
        on connection: any Connection
    ) async throws -> RowImage {
        let wanted = wanted.filter { !$0.columns.isEmpty }
        let queries = wanted.map { table, columns -> SQL in
            let items: [SQL] = columns.enumerated().map { "\(values.text(of: $1)) AS \(name: "c\($0)")" }
            let body = catalog.body(ObjectID(.table, path: table), as: AutogenSchema.Table.self)
            let isDivided = body?.partitionKey != nil
            return
                "SELECT \(items, separator: ", ") FROM \(values.rows(of: table, isDivided: isDivided)) LIMIT \(limit + 1)"
        }
        var image = RowImage()
        for (table, rows) in zip(wanted, try await connection.batch(queries)) where rows.count <= limit {
            image.tables[table.path] = Table(
                columns: table.columns, rows: rows.map { row in table.columns.indices.map { row[$0].text } })
        }
        return image
    }
}
