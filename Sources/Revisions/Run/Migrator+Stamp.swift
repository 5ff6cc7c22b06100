import AutogenConnection
import AutogenSchema

extension Migrator {
    /// Says that the database is at some revisions, without running anything.
    ///
    /// - Parameter purge: forgets first what the database has, whatever that is.
    package func stamp(_ references: [RevisionReference], purge: Bool = false) async throws {
        let before = purge ? [] : try await state().ids
        let wanted = try graph.stamped(references, applied: before)
        try await lock.held(on: connection) { _ in
            try await patiently {
                try await connection.transaction(.write) {
                    try await table.create(on: connection)
                    let there = Set(try await table.rows(on: connection).filter { $0.progress == nil }.map(\.id))
                    let kept = purge ? [] : wanted.intersection(there)
                    try await remove(allBut: kept)
                    for script in graph.scripts where wanted.contains(script.id) && !kept.contains(script.id) {
                        try await connection.execute(table.insertion(of: script, in: connection.dialect))
                    }
                }
            }
        }
    }

    /// Gives revisions that were squashed the row of the one that replaces them.
    func adoptSquashed() async throws {
        let replaced = try await patiently { try await state().replaced }
        guard !replaced.isEmpty else { return }
        try await connection.transaction(.write) {
            for (id, old) in replaced {
                guard let script = graph[id] else { continue }
                for id in old { try await connection.execute(table.deletion(of: id, in: connection.dialect)) }
                try await connection.execute(table.insertion(of: script, in: connection.dialect))
            }
        }
    }

    private func remove(allBut kept: Set<RevisionID>) async throws {
        for row in try await table.rows(on: connection) where !kept.contains(row.id) {
            try await connection.execute(table.deletion(of: row.id, in: connection.dialect))
        }
    }
}
