import Autogen
import AutogenConnection

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
