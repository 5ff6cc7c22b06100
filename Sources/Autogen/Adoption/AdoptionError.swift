/// Why a database can't be taken over.
public enum AdoptionError: Error, Sendable, Hashable, CustomStringConvertible {
    case noFile(String)
    /// The sources of the declared schema.
    case noFolder([String])
    /// The database, its version table, and a script that it names.
    case recorded(String, String, String)
    case notLoaded(String)

    public var description: String {
        switch self {
        case .noFile(let url): "\(url): there is no such file"
        case .noFolder(let sources):
            "the files of the schema go into the first source of the configuration, which must be a folder; "
                + "it is \(sources.joined(separator: ", "))"
        case .recorded(let url, let table, let file):
            "the database \(url) belongs to a project already: its table \(table) names \(file); "
                + "autogen stamp --purge base in that project forgets it"
        case .notLoaded(let why):
            "the schema written as files would not be that of the database, so nothing was written\n\(why)\n"
                + "add --allow unproved to write it all the same, and correct it by hand"
        }
    }
}
