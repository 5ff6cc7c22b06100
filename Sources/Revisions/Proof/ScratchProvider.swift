package import AutogenConnection

/// Lends empty databases to try things in.
package protocol ScratchProvider: Sendable {
    /// Opens a new, empty database of the dialect, hands it to `body`, and removes it.
    func withScratch<Result: Sendable>(
        _ body: @Sendable (any Connection) async throws -> Result
    ) async throws -> Result
}
