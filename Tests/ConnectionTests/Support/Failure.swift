import AutogenConnection

struct NothingThrown: Error {}

/// The error that `body` throws, which the test then looks at field by field.
func failure<T>(_ body: () async throws -> T) async throws -> DatabaseError {
    do {
        _ = try await body()
    } catch let error as DatabaseError {
        return error
    }
    throw NothingThrown()
}

/// How long `body` takes.
func duration(_ body: () async throws -> Void) async rethrows -> Duration {
    let start = ContinuousClock.now
    try await body()
    return .now - start
}

/// Long before the statements of these tests would end by themselves (20 seconds and more), and late enough for a
/// machine that is busy with other tests.
let soon = Duration.seconds(15)
