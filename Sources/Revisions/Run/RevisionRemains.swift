/// What a revision that failed leaves behind.
public enum RevisionRemains: Sendable, Hashable {
    /// It was rolled back.
    case nothing
    /// Of the statements, the first ones are done and stay; the next try goes on after them.
    case statements(Int, of: Int, nextLine: Int)

    func text(_ direction: Direction) -> String {
        switch self {
        case .nothing: "the \(direction.rawValue) was rolled back"
        case .statements(0, _, _): "none of its statements had run"
        case .statements(let done, let count, let line):
            """
            the script does not run in one transaction: \(done) of its \(count) statements had run and stay
            remove the cause, or correct the script from line \(line) on; autogen \(direction.rawValue) goes on there
            """
        }
    }
}
