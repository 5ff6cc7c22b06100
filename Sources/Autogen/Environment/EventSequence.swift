/// What happens while a call runs, as it happens, and what comes of it.
///
/// ```swift
/// let migration = autogen.events { try await $0.upgrade() }
/// for await event in migration {
///     if case .migration(.statement(_, let script, let number, let count, _)) = event {
///         print("\(script.file): statement \(number) of \(count)")
///     }
/// }
/// let applied = try await migration.result
/// ```
///
/// The call begins at once and goes on whether or not anyone listens. It is cancelled with the task that listens or that
/// waits for the result, or by ``cancel()``; the events end when it does.
public struct EventSequence<Result: Sendable>: AsyncSequence, Sendable {
    /// The events of the call.
    public typealias Element = AutogenEvent
    /// Reading the events never throws; ``result`` does.
    public typealias Failure = Never

    private let stream: AsyncStream<AutogenEvent>
    private let task: Task<Result, any Error>

    init(_ work: @escaping @Sendable (@escaping @Sendable (AutogenEvent) -> Void) async throws -> Result) {
        let (stream, continuation) = AsyncStream.makeStream(of: AutogenEvent.self)
        let task = Task {
            // The stream lives as long as the call, so that nobody listening is not taken for a cancellation.
            defer { withExtendedLifetime(stream) { continuation.finish() } }
            return try await work { continuation.yield($0) }
        }
        continuation.onTermination = { reason in
            if case .cancelled = reason { task.cancel() }
        }
        self.stream = stream
        self.task = task
    }

    /// Begins to read the events; each is handed to one reader only.
    public func makeAsyncIterator() -> AsyncStream<AutogenEvent>.AsyncIterator { stream.makeAsyncIterator() }

    /// What the call returned; its error where it threw.
    public var result: Result {
        get async throws {
            try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }

    /// Cancels the call, as cancelling the task that listens does.
    public func cancel() { task.cancel() }
}

extension SchemaMigrator {
    /// Begins a call and returns its events; those of ``onEvent`` are told as before.
    public func events<Result: Sendable>(
        of work: @escaping @Sendable (SchemaMigrator) async throws -> Result
    ) -> EventSequence<Result> {
        EventSequence { tell in
            var copy = self
            copy.onEvent = { [onEvent] event in
                onEvent(event)
                tell(event)
            }
            return try await work(copy)
        }
    }
}
