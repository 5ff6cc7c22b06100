public import AutogenConnection

/// A connection whose schema is read through another one.
public protocol SchemaLender: Connection {
    /// Lends the connection to read through, as long as `body` runs.
    func reading<Result: Sendable>(
        _ body: @Sendable (any Connection) async throws -> Result
    ) async throws -> Result
}
