package import AutogenConnection

extension RevisionGraph {
    /// Runs the scripts up to some revisions on an empty database, without a version table.
    package func replay(upTo ids: [RevisionID], on connection: any Connection) async throws {
        for script in upgrades(to: ids, applied: []) { try await script.replay(.upgrade, on: connection) }
    }
}

extension RevisionScript {
    /// Runs one section on a scratch database, without a version table.
    package func replay(_ direction: Direction, on connection: any Connection) async throws {
        try await ScriptRunner(script: self, direction: direction, connection: connection).run()
    }
}
