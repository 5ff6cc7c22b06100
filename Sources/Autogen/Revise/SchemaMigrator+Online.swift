import AutogenConnection
import AutogenPlan
import AutogenRevisions
import AutogenSchema

extension SchemaMigrator {
    /// Which tables a new revision is not to keep others from.
    ///
    /// None where all revisions of a call share a transaction, since nothing can be done beside that.
    ///
    /// - Parameter former: what an object is called in databases that don't have the revision yet.
    func onlineTables(in start: Catalog, former: @escaping @Sendable (Address) -> Address) async throws -> OnlineTables
    {
        guard project.online.isOn, start.dialect.rules.canBeOnline, project.migration.transactions == .revision else {
            return .none
        }
        guard let url = project.online.sizes else { return .all }
        let tables = start.ids(of: .table) + start.ids(of: .materializedView)
        guard !tables.isEmpty else { return .none }
        do {
            let large = try await watched.withConnection(to: url, for: .readOnly) { connection in
                let sizes = try await RelationSize.all(of: tables.map { Address($0) }.map(former), on: connection)
                return tables.filter { (table: ObjectID) -> Bool in
                    guard let size = sizes[former(Address(table))] else { return false }
                    return size.rows.map { $0 >= project.online.above } ?? !size.isEmpty
                }
            }
            return .only(Set(large.map(\.path)))
        } catch let error as DatabaseError where error.reason == .connection {
            note(
                "note: every table counts as large: the database of online.sizes-from can't be asked: \(error.message)")
            return .all
        }
    }
}
