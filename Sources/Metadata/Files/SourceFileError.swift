public import AutogenSchema

/// Why the files of the declared schema could not be read.
public struct SourceFileError: ExplainedError, Sendable, Hashable {
    /// What can be wrong with a source.
    public enum Fault: Sendable, Hashable {
        /// Nothing is at this path.
        case missing(String)
        /// The path, and the system's words.
        case unreadable(String, String)
        /// The folder has no `.sql` file in it, at any depth.
        case noSQL(folder: String)
        /// No file fits the pattern.
        case noMatch(pattern: String)
        /// The file, the line, and what is wrong with the bytes there.
        case encoding(String, line: Int, String)
        /// No source was given at all.
        case empty
    }

    /// What is wrong, with the path that it is about.
    public let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    /// The fault at its file or folder.
    public var explanation: Explanation {
        switch fault {
        case .missing(let path): Explanation("there is no such file or folder", at: FileLocation(path))
        case .unreadable(let path, let why): Explanation("cannot be read: \(why)", at: FileLocation(path))
        case .noSQL(let folder):
            Explanation("the folder holds no .sql file, at any depth", at: FileLocation(folder))
        case .noMatch(let pattern): Explanation("no file matches this pattern", at: FileLocation(pattern))
        case .encoding(let name, let line, let what):
            Explanation("\(what); save the file as UTF-8", at: FileLocation(name, line: line))
        case .empty:
            Explanation("no schema source is given; name a file, a folder or a pattern such as schema/*.sql")
        }
    }
}
