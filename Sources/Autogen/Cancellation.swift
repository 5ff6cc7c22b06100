import AutogenSchema

extension Error {
    /// What a database says when the task is cancelled, as Swift's own error; others as they are.
    ///
    /// Every call of the façade reaches databases through what uses it.
    var asCancellation: any Error {
        (self as? any ExplainedError)?.category == .cancelled ? CancellationError() : self
    }
}
