/// What a pair of schemas shows to be wrong.
struct Failure: Error, Sendable, CustomStringConvertible {
    enum Stage: String, Sendable {
        /// The server refuses a generated schema: the generator is wrong.
        case generation
        case planning, running, comparison, dump, rows, foresight
    }

    enum Direction: String, Sendable { case none, up, down }

    let stage: Stage
    let direction: Direction
    /// What tells failures of one stage apart, such as an error code.
    var sort = ""
    let detail: String
    var script = ""

    /// Two failures with the same signature have the same cause, as far as one can tell.
    var signature: String { "\(stage.rawValue) \(direction.rawValue) \(sort)" }

    var description: String { "\(signature)\n\(detail)" }
}
