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

    private init(_ direction: Direction, of socket: Int32, on queue: DispatchQueue) {
        self.queue = queue
        source =
            switch direction {
            case .read: DispatchSource.makeReadSource(fileDescriptor: socket, queue: queue)
            case .write: DispatchSource.makeWriteSource(fileDescriptor: socket, queue: queue)
            }
    }

    /// To be called on `queue`; without a deadline it waits for ever.
    static func wait(
        _ direction: Direction, of socket: Int32, on queue: DispatchQueue, until deadline: DispatchTime?,
        isolation: isolated (any Actor)? = #isolation
    ) async -> Outcome {
        let wait = SocketWait(direction, of: socket, on: queue)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { wait.start($0, until: deadline) }
        } onCancel: {
            queue.async { wait.finish(.cancelled) }
        }
    }

    private func start(_ continuation: CheckedContinuation<Outcome, Never>, until deadline: DispatchTime?) {
        self.continuation = continuation
        source.setEventHandler { [weak self] in self?.finish(.ready) }
        source.resume()
        if let deadline { queue.asyncAfter(deadline: deadline) { [weak self] in self?.finish(.timedOut) } }
    }

    private func finish(_ outcome: Outcome) {
        guard let continuation else { return }
        self.continuation = nil
        // The socket may be closed only when the source has let go of it.
        source.setCancelHandler { continuation.resume(returning: outcome) }
        source.cancel()
    }
}
