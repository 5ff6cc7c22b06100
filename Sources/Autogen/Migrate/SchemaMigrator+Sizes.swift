import AutogenConnection
public import AutogenRevisions
public import AutogenSchema

extension SchemaMigrator {
    /// How large relations of the project's database are; none where it can't be asked or lacks them.
    ///
    /// ```swift
    /// let users = Address(kind: "table", path: ["public", "users"])
    /// print(try await migrator.sizes(of: [users])[users] ?? "not there")  // 2.1 GB, about 14 million rows
    /// ```
    ///
    /// Source: on PostgreSQL `pg_table_size` and `pg_class.reltuples`, in SQLite the highest `rowid`.
    public func sizes(of relations: [Address]) async throws -> [Address: RelationSize] {
        guard !relations.isEmpty, dialect != nil else { return [:] }
        do {
            return try await withDatabase { connection in
                guard let connection else { return [:] }
                return try await RelationSize.all(of: Set(relations).sorted(), on: connection)
            }
        } catch let error as DatabaseError where error.reason != .cancelled {
            note("note: the database could not be asked how large tables are: \(error.message)")
            return [:]
        }
    }
}
