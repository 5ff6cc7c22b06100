import AutogenSchema

/// The exit codes of the command line.
enum ExitStatus: Int32 {
    case done = 0
    /// A difference, drift, or a check that failed.
    case found = 1
    /// How the program was called, or its configuration and files.
    case usage = 2
    /// The database refused, or its SQL.
    case database = 3
    /// Refused as unsafe.
    case unsafe = 4
    case interrupted = 130

    init(_ category: ErrorCategory) {
        self =
            switch category {
            case .difference: .found
            case .usage: .usage
            case .database: .database
            case .unsafe: .unsafe
            case .cancelled: .interrupted
            }
    }
}
