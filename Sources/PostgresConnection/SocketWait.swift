import Dispatch

/// Waits once for a socket, a deadline or a cancellation, whichever comes first.
///
/// Used while connecting, where libpq may exchange the socket between two steps. Unchecked: to be used on `queue` only.
final class SocketWait: @unchecked Sendable {
    enum Direction { case read, write }
    enum Outcome { case ready, timedOut, cancelled }

    private let queue: DispatchQueue
    private let source: any DispatchSourceProtocol
    private var continuation: CheckedContinuation<Outcome, Never>?
    private var isCancelled = false

    private init(_ direction: Direction, of socket: Int32, on queue: DispatchQueue) {
        self.queue = queue
        source =
            switch direction {
            case .read: DispatchSource.makeReadSource(fileDescriptor: socket, queue: queue)
            case .write: DispatchSource.makeWriteSource(fileDescriptor: socket, queue: queue)
            }
    }

    /// Without a deadline it waits for ever. The source has let go of the socket when this returns.
    static func wait(
        _ direction: Direction, of socket: Int32, on queue: DispatchQueue, until deadline: DispatchTime?,
        isolation: isolated (any Actor)? = #isolation
    ) async -> Outcome {
        let wait = SocketWait(direction, of: socket, on: queue)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { wait.start(continuation, until: deadline) }
            }
        } onCancel: {
            queue.async { wait.cancel() }
        }
    }

    private func start(_ continuation: CheckedContinuation<Outcome, Never>, until deadline: DispatchTime?) {
        self.continuation = continuation
        source.setEventHandler { [weak self] in self?.finish(.ready) }
        source.resume()
        if let deadline { queue.asyncAfter(deadline: deadline) { [weak self] in self?.finish(.timedOut) } }
        // The task may have been cancelled before the wait began.
        if isCancelled { finish(.cancelled) }
    }

    private func cancel() {
        isCancelled = true
        finish(.cancelled)
    }

    private func finish(_ outcome: Outcome) {
        guard let continuation else { return }
        self.continuation = nil
        source.setCancelHandler { continuation.resume(returning: outcome) }
        source.cancel()
    }
}
