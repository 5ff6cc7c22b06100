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
package struct NewProject: Sendable {
    let folder: String
    let url: String
    package var template = ProjectTemplate.generic
    /// Tables that are not the project's, with the reason.
    package var foreignTables: [(name: String, reason: String)] = []
    /// Where a template with Swift in it finds autogen: a folder or a URL.
    package var package: String?

    /// `url` goes into the configuration as it stands; `${VARIABLES}` in it are read when a command runs.
    package init(folder: String, url: String) {
        self.folder = folder
        self.url = url
    }

    package static let configurationFile = "autogen.yaml"

    /// The checkout of autogen that a program was built in, if it is there still.
    package static func checkout(of program: String) -> String? { PackageReference.checkout(of: program) }

    /// Writes the files, and returns what was made; throws when one is there already.
    ///
    /// A configuration that is there may stay where the template brings more than that: the project gets the rest.
    package func write() throws(AutogenError) -> [String] {
        var files = try filled()
        let there = files.map(\.path).filter { !$0.hasSuffix("/") && isThere($0) }
        if there == [Self.configurationFile], files.count(where: { !$0.path.hasSuffix("/") }) > 1 {
            files.removeAll { $0.path == Self.configurationFile }
        } else if let first = there.first {
            throw .exists(path(first))
        }
        let folders = ProjectTemplate.folders.map { ProjectTemplate.File(path: $0 + "/", text: "") }
        var made: [String] = []
        for file in files + folders where !isThere(file.path) {
            try write(file)
            made.append(path(file.path))
        }
        return made
    }

    /// The text of the configuration.
    package func configuration() throws(AutogenError) -> String {
        try filled().first { $0.path == Self.configurationFile }?.text ?? ""
    }

    private func filled() throws(AutogenError) -> [ProjectTemplate.File] {
        let files = try template.filled(values())
        guard !foreignTables.isEmpty else { return files }
        let rules = foreignTables.map { "    - table: \($0.name)\n      reason: \($0.reason)\n" }
        let objects = "\nobjects:\n  exclude:                      # left alone\n" + rules.joined()
        return files.map { file in
            guard file.path == Self.configurationFile else { return file }
            let text = file.text.replacing("\nenvironments:", with: objects + "environments:", maxReplacements: 1)
            return ProjectTemplate.File(path: file.path, text: text)
        }
    }

    private func values() throws(AutogenError) -> [String: String] {
        var values = ["url": quotedURL]
        guard template.uses("package") else { return values }
        guard let package else { throw .noPackage(template.name) }
        let reference = PackageReference(package)
        values["package"] = reference.dependency
        values["package-name"] = reference.identity
        return values
    }

    private func write(_ file: ProjectTemplate.File) throws(AutogenError) {
        let whole = path(file.path)
        do {
            if file.path.hasSuffix("/") {
                return try FileManager.default.createDirectory(atPath: whole, withIntermediateDirectories: true)
            }
            let parent = URL(filePath: whole).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            // Another command may have made it since it was looked for.
            try Data(file.text.utf8).write(to: URL(filePath: whole), options: .withoutOverwriting)
        } catch {
            if isThere(file.path) { throw .exists(whole) }
            throw .notWritten(whole)
        }
    }

    private func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }
    private func path(_ name: String) -> String { folder == "." ? name : "\(folder)/\(name)" }

    /// Plain where YAML reads it back as it is.
    private var quotedURL: String {
        let special = url.contains(": ") || url.contains(" #") || url.contains("'") || url.hasSuffix(":")
        let isPlain = !special && (url.first?.isLetter ?? false || url.hasPrefix("${"))
        return isPlain ? url : "'\(url.replacing("'", with: "''"))'"
    }
}
