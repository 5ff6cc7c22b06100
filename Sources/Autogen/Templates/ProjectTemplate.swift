#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The files that a project starts with.
///
/// Texts and names of files hold fields such as `{{url}}`, which are filled when the project is made.
package struct ProjectTemplate: Sendable, Hashable {
    package struct File: Sendable, Hashable {
        /// From the folder of the project; one that ends with `/` is an empty folder.
        package let path: String
        package let text: String
    }

    package let name: String
    /// One sentence.
    package let abstract: String
    package let files: [File]

    /// Those that autogen brings.
    package static let all: [ProjectTemplate] = [.generic, .async, .multidb]

    /// What a project has whatever its template: where scripts and snapshots go.
    static let folders = ["schema", "revisions", "snapshots"]

    /// One by its name, or the files of a folder of one's own, which has an `autogen.yaml`.
    package init(_ text: String) throws(AutogenError) {
        if let known = Self.all.first(where: { $0.name == text }) {
            self = known
            return
        }
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: text)) ?? []
        guard paths.contains(NewProject.configurationFile) else { throw .noTemplate(text) }
        var files: [File] = []
        for path in paths.sorted() {
            var isFolder = false
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(text)/\(path)")
            isFolder = attributes?[.type] as? FileAttributeType == .typeDirectory
            guard !isFolder else {
                files.append(File(path: path + "/", text: ""))
                continue
            }
            guard let data = FileManager.default.contents(atPath: "\(text)/\(path)"),
                let content = String(validating: data, as: UTF8.self)
            else { throw .notText("\(text)/\(path)") }
            files.append(File(path: path, text: content))
        }
        self.init(name: text, abstract: "The files of \(text).", files: files)
    }

    init(name: String, abstract: String, files: [File]) {
        self.name = name
        self.abstract = abstract
        self.files = files
    }

    /// Whether a field is asked for anywhere.
    func uses(_ field: String) -> Bool { files.contains { $0.text.contains("{{\(field)}}") } }

    /// The files with their fields filled; a field that is not known is an error.
    func filled(_ values: [String: String]) throws(AutogenError) -> [File] {
        var filled: [File] = []
        for file in files {
            filled.append(
                File(
                    path: try Self.fill(file.path, values, file.path), text: try Self.fill(file.text, values, file.path)
                ))
        }
        return filled
    }

    private static func fill(_ text: String, _ values: [String: String], _ file: String) throws(AutogenError) -> String
    {
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "{{"), let end = rest[start.upperBound...].firstRange(of: "}}") {
            let name = String(rest[start.upperBound..<end.lowerBound])
            guard let value = values[name] else { throw .noField(name, file: file, known: values.keys.sorted()) }
            result += rest[..<start.lowerBound] + value
            rest = rest[end.upperBound...]
        }
        return result + rest
    }
}
