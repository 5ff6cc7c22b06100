#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Makes the files that a project starts with.
///
/// ```swift
/// try NewProject(folder: ".", url: "sqlite:app.db").write()  // ["autogen.yaml", "schema/", "revisions/", "snapshots/"]
/// ```
public struct NewProject: Sendable {
    let folder: String
    let url: String
    /// Tables that are not the project's, with the reason.
    public var foreignTables: [(name: String, reason: String)] = []

    /// `url` goes into the configuration as it stands; `${VARIABLES}` in it are read when a command runs.
    public init(folder: String, url: String) {
        self.folder = folder
        self.url = url
    }

    public static let configurationFile = "autogen.yaml"

    /// Writes the configuration and makes the folders, and returns what was made; throws when there is a configuration.
    public func write() throws(AutogenError) -> [String] {
        let file = Self.configurationFile
        guard !FileManager.default.fileExists(atPath: path(file)) else { throw .exists(path(file)) }
        var made: [String] = []
        for name in ["schema", "revisions", "snapshots"] where !FileManager.default.fileExists(atPath: path(name)) {
            do {
                try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
            } catch {
                throw .notWritten(path(name))
            }
            made.append(path(name) + "/")
        }
        do {
            try Data(configuration.utf8).write(to: URL(filePath: path(file)), options: .atomic)
        } catch {
            throw .notWritten(path(file))
        }
        return [path(file)] + made
    }

    private func path(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

    /// The text of the configuration.
    public var configuration: String {
        """
        # The settings of autogen; all paths start from this file's folder.
        schema:
          source: [schema]              # files, folders and patterns of SQL: how the schema should be
        revisions:
          directory: revisions
        \(objects)environments:                   # autogen --env NAME chooses one
          default:
            url: \(quotedURL)
            scratch: auto               # where trial databases are made: auto, same-server or a URL

        """
    }

    private var objects: String {
        guard !foreignTables.isEmpty else { return "" }
        let rules = foreignTables.map { "    - table: \($0.name)\n      reason: \($0.reason)\n" }
        return "objects:\n  exclude:                      # left alone\n" + rules.joined()
    }

    /// Plain where YAML reads it back as it is.
    private var quotedURL: String {
        let special = url.contains(": ") || url.contains(" #") || url.contains("'") || url.hasSuffix(":")
        let isPlain = !special && (url.first?.isLetter ?? false || url.hasPrefix("${"))
        return isPlain ? url : "'\(url.replacing("'", with: "''"))'"
    }
}
