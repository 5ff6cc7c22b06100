import AutogenRevisions
import Yams

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads `autogen.yaml`.
package enum ConfigurationReader {
    package static func read(_ file: String) throws(ConfigurationError) -> Configuration {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ConfigurationError(file: file, message: "the file can't be read")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw ConfigurationError(file: file, message: "the file is not UTF-8 text")
        }
        return try configuration(parsing: text, file: file)
    }

    package static func configuration(parsing text: String, file: String) throws(ConfigurationError) -> Configuration {
        let slash = file.lastIndex(of: "/")
        let folder = slash.map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
        var configuration = Configuration(folder: folder, file: file)
        guard let node = try compose(text, file) else { return configuration }
        let top = try ConfigurationNode(node: node, file: file)
            .members(
                [
                    "schema", "revision", "revisions", "objects", "roles", "naming", "lint", "environments", "sqlite",
                    "online",
                ],
                of: "the configuration")
        if let schema = try top["schema"]?.members(["source"], of: "\"schema\"")["source"] {
            configuration.sources = try schema.strings("\"source\"")
        }
        if let revisions = try top["revisions"]?.members(RevisionSettings.keys, of: "\"revisions\"") {
            configuration.revisions = try RevisionSettings(revisions)
        }
        if let revision = try top["revision"]?.members(["from"], of: "\"revision\"") {
            if let from = revision["from"] {
                configuration.revisionStart = try from.word("\"from\"", of: RevisionStart.self)
            }
        }
        if let objects = top["objects"] { configuration.objects = try ObjectSettings.rules(objects) }
        if let roles = top["roles"] { configuration.roles = try ObjectSettings.roles(roles) }
        if let sqlite = top["sqlite"] { try SQLiteSettings.read(sqlite, into: &configuration) }
        if let online = top["online"] { configuration.online = try OnlineEntry(online) }
        if let naming = top["naming"] { configuration.naming = try ObjectSettings.naming(naming) }
        if let lint = top["lint"] { configuration.lint = try LintConfiguration.settings(lint) }
        for (name, value) in try top["environments"]?.pairs(of: "\"environments\"") ?? [] {
            let name = try name.string("the name of an environment")
            let members = try value.members(EnvironmentSettings.keys, of: "the environment \"\(name)\"")
            configuration.environments.append((name: name, settings: try EnvironmentSettings(members)))
        }
        return configuration
    }

    private static func compose(_ text: String, _ file: String) throws(ConfigurationError) -> Node? {
        do {
            // Values are read as texts here, so nothing need find out which of YAML's types they look like.
            return try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw Self.error(error, file)
        } catch {
            throw ConfigurationError(file: file, message: "\(error)")
        }
    }

    private static func error(_ error: YamlError, _ file: String) -> ConfigurationError {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            ConfigurationError(file: file, line: mark.line, column: mark.column, message: "not YAML: \(problem)")
        case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded, .duplicatedKeysInMapping:
            ConfigurationError(file: file, message: "not YAML: \(error)")
        }
    }
}
