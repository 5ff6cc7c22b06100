import ArgumentParser
import Autogen
import AutogenConnection

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Which databases, where a command can be about many.
struct FleetOptions: ParsableArguments {
    @Flag(help: "Every environment of the configuration.")
    var all = false

    @Option(help: ArgumentHelp("The databases of a file: a URL a line, or NAME URL.", valueName: "file"))
    var urls: String?

    @Option(help: ArgumentHelp("The databases that a program prints, in the same form.", valueName: "command"))
    var urlsFrom: String?

    @Option(help: ArgumentHelp("How many databases are worked on at the same time.", valueName: "count"))
    var jobs = 4

    func validate() throws {
        guard [all, urls != nil, urlsFrom != nil].count(where: { $0 }) < 2 else {
            throw ValidationError("only one of --all, --urls and --urls-from")
        }
        guard jobs > 0 else { throw ValidationError("--jobs must be at least 1") }
    }

    /// Whether the databases are named here and not by the environment.
    var isGiven: Bool { all || urls != nil || urlsFrom != nil }

    func members(_ session: Session) async throws -> [FleetMember] {
        if all { return try session.environments() }
        let (text, source) =
            if let urls {
                (try Self.text(of: urls), urls)
            } else {
                (try await CommandOutput.text(of: urlsFrom ?? "", shownAs: "--urls-from"), "--urls-from")
            }
        return try FleetList.members(text, source: source, project: session.autogen.project)
    }

    static func text(of file: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ConfigurationError(file: file, message: "there is no such file, or it can't be read")
        }
        return String(decoding: data, as: UTF8.self)
    }
}

/// Which schemas of one database, where each is that of a tenant.
struct TenantOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The schemas of the database that fit, such as 'tenant_*'.", valueName: "pattern"))
    var schemas: String?

    @Option(help: ArgumentHelp("The schema of the project that --schemas are copies of.", valueName: "schema"))
    var template: String?

    func validate() throws {
        guard template == nil || schemas != nil else { throw ValidationError("--template needs --schemas PATTERN") }
    }
}

/// Reads a list of databases.
enum FleetList {
    static func members(_ text: String, source: String, project: Project) throws -> [FleetMember] {
        var members: [FleetMember] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.drop(while: \.isWhitespace)
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let words = line.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
            let isNamed = words.count == 2 && !words[0].contains(":") && !words[0].contains("=")
            var member = project
            do {
                member.url = try DatabaseURL(isNamed ? words[1] : String(line))
            } catch {
                throw ConfigurationError(file: source, line: index + 1, column: 1, message: "\(error)")
            }
            let name = isNamed ? words[0] : member.url.map { "\($0)" } ?? ""
            members.append(FleetMember(name: name, project: member))
        }
        guard !members.isEmpty else { throw ConfigurationError(file: source, message: "it names no database") }
        return members
    }
}
