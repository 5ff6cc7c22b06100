package import Dispatch

/// Runs an actor on a dispatch queue of its own, so that the actor may call C functions that block, and may take
/// part in dispatch sources of that queue, without holding a thread of Swift's shared pool.
///
/// Swift's `DispatchSerialQueue`, which is an executor already, exists on Apple systems only.
package final class QueueExecutor: SerialExecutor {
    package let queue: DispatchQueue

    package init(label: String) { queue = DispatchQueue(label: label) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    package func checkIsolated() { dispatchPrecondition(condition: .onQueue(queue)) }
}
