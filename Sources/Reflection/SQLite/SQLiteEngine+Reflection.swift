import AutogenConnection
import AutogenSchema

extension SQLiteEngine: ReflectionEngine {
    func catalog(of connection: any Connection, migratingRole: String?) async throws -> Catalog {
        try await SQLiteReflection.catalog(of: connection)
    }

    func numberedCatalog(
        of connection: any Connection, migratingRole: String?
    ) async throws -> NumberedCatalog {
        let catalog = try await SQLiteReflection.catalog(of: connection)
        let rows = try await connection.query("SELECT type, name, rowid FROM main.sqlite_schema")
        let entries = try Dictionary(
            rows.map { ("\(try $0.string("type")) \(try $0.string("name").folded)", try $0.int("rowid")) },
            uniquingKeysWith: { first, _ in first })
        var numbers: [ObjectID: NumberedCatalog.Number] = [:]
        for id in catalog.objects.ids where id.target == nil {
            guard let entry = Self.entry(of: id), let row = entries[entry] else { continue }
            numbers[id] = NumberedCatalog.Number(row, part: id.kind == .trigger || id.path.count < 3 ? 0 : 1)
        }
        return NumberedCatalog(catalog: catalog, numbers: numbers)
    }

    /// The row of `sqlite_schema` that makes an object; a column, a default and a constraint stand in that of their table.
    private static func entry(of id: ObjectID) -> String? {
        switch id.kind {
        case .table, .virtualTable: "table \(id.name.folded)"
        case .view, .index, .trigger: "\(id.kind.rawValue) \(id.name.folded)"
        case .column, .columnDefault, .constraint: id.path.count > 1 ? "table \(id.path[1].folded)" : nil
        default: nil
        }
    }

    func unmodelled(in connection: any Connection) async throws -> [Unmodelled] {
        try await SQLiteReflection.unmodelled(in: connection)
    }

    func hiddenKinds(on connection: any Connection) async throws -> Set<Kind> { [] }

    func migratingRole(
        of connection: any Connection, versionTable: [String]
    ) async throws(DatabaseError) -> String? { nil }
}
