/// Why the files of a project could not be read or written.
public struct RevisionFolderError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
