package import AutogenConnection

/// A connection whose schema is read through another one.
package protocol SchemaLender: Connection {
    /// What the role whose objects have no owner of their own is called; `nil` where it is the one that reads.
    var migratingRole: String? { get }

    /// Lends the connection to read through, as long as `body` runs.
    func reading<Result: Sendable>(
        _ body: @Sendable (any Connection) async throws -> Result
    ) async throws -> Result
}
