/// Why the files of the declared schema could not be read.
public struct SourceFileError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        case missing(String)
        /// The path, and the system's words.
        case unreadable(String, String)
        case noSQL(folder: String)
        case noMatch(pattern: String)
        /// The file, the line, and what is wrong with the bytes there.
        case encoding(String, line: Int, String)
        /// No source was given at all.
        case empty
    }

    public let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    public var description: String {
        switch reason {
        case .missing(let path): "\(path): there is no such file or folder"
        case .unreadable(let path, let why): "\(path): cannot be read: \(why)"
        case .noSQL(let folder): "\(folder): the folder holds no .sql file, at any depth"
        case .noMatch(let pattern): "\(pattern): no file matches this pattern"
        case .encoding(let name, let line, let what): "\(name):\(line): \(what); save the file as UTF-8"
        case .empty: "no schema source is given; name a file, a folder or a pattern such as schema/*.sql"
        }
    }
}
