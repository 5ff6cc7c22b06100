public import AutogenSchema

/// Why a database can't be taken over.
public enum AdoptionError: ExplainedError, Sendable, Hashable {
    /// The SQLite file of the project's URL does not exist.
    case noFile(String)
    /// The sources of the declared schema.
    case noFolder([String])
    /// The database, its version table, and a script that it names.
    case recorded(String, String, String)
    /// The files that were to be written load to another schema than the database's; the text lists the differences.
    case notLoaded(String)

    /// `usage` where the project is set up wrongly, `unsafe` where adopting would hide or change something.
    public var category: ErrorCategory {
        switch self {
        case .noFile, .noFolder: .usage
        case .recorded, .notLoaded: .unsafe
        }
    }

    /// What stands in the way, with the file or database it is about.
    public var explanation: Explanation {
        switch self {
        case .noFile(let url): Explanation("there is no such file", at: FileLocation(url))
        case .noFolder(let sources):
            Explanation(
                "the files of the schema go into the first source of the configuration, which must be a folder; it is "
                    + sources.joined(separator: ", "))
        case .recorded(let url, let table, let file):
            Explanation("the database \(url) belongs to a project already: its table \(table) names \(file)")
        case .notLoaded(let why):
            Explanation("the schema written as files would not be that of the database, so nothing was written\n\(why)")
        }
    }
}
