public import AutogenConnection

/// Opens nothing: for an application that hands over its own connection and only applies revisions.
public struct NoProvider: ConnectionProvider {
    public init() {}

    public func open(_ url: DatabaseURL, for access: Access) async throws(DatabaseError) -> any Connection {
        throw DatabaseError(
            .connection,
            message: "no connection to \(url) can be opened: Autogen was given one connection and no provider")
    }
}
