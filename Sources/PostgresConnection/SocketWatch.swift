import Dispatch

/// Calls back when an open connection's socket has something to read, and, while asked to, when it can be written.
///
/// To be used on `queue` only.
final class SocketWatch {
    private let reading: any DispatchSourceRead
    private let writing: any DispatchSourceWrite
    private let queue: DispatchQueue
    private var isWriteResumed = false

    init(socket: Int32, queue: DispatchQueue, onEvent: @escaping @Sendable () -> Void) {
        self.queue = queue
        reading = DispatchSource.makeReadSource(fileDescriptor: socket, queue: queue)
        writing = DispatchSource.makeWriteSource(fileDescriptor: socket, queue: queue)
        reading.setEventHandler(handler: onEvent)
        writing.setEventHandler(handler: onEvent)
        reading.resume()
    }

    func setWantsWrite(_ wanted: Bool) {
        guard wanted != isWriteResumed else { return }
        isWriteResumed = wanted
        if wanted { writing.resume() } else { writing.suspend() }
    }

    /// Stops both sources, then calls back on the queue: only then may the socket be closed.
    func cancel(then done: @escaping @Sendable () -> Void) {
        // A source may be neither released nor told of its cancellation while it is suspended.
        setWantsWrite(true)
        let group = DispatchGroup()
        for source in [reading, writing] as [any DispatchSourceProtocol] {
            group.enter()
            source.setCancelHandler { group.leave() }
            source.cancel()
        }
        group.notify(queue: queue, execute: done)
    }
}
