package import AutogenConnection

extension RevisionGraph {
    /// Runs the scripts up to some revisions on an empty database, without a version table.
    package func replay(upTo ids: [RevisionID], on connection: any Connection) async throws {
        try await upgrades(to: ids, applied: []).replay(on: connection)
    }
}

extension [RevisionScript] {
    /// Runs the upgrades one after the other on a scratch database.
    package func replay(on connection: any Connection) async throws {
        for script in self { try await script.replay(.upgrade, on: connection) }
    }
}

extension RevisionScript {
    /// Runs one section on a scratch database, without a version table.
    package func replay(_ direction: Direction, on connection: any Connection) async throws {
        try await ScriptRunner(script: self, direction: direction, connection: connection).run()
    }
}
