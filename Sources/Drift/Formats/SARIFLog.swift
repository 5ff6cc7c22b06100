import AutogenRevisions
import AutogenSchema

/// A log of SARIF 2.1.0 (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>), for code scanning.
struct SARIFLog {
    /// How much a result matters; the raw values are the words of the format.
    enum Level: String {
        case error
        case warning
        case note
    }

    struct Rule {
        let id: String
        let summary: String
        /// More of it, as Markdown.
        var help: String?
    }

    struct Result {
        /// The place of its rule among the rules.
        let rule: Int
        let level: Level
        let message: String
        let place: FileLocation
        /// The object that it is about; `nil` where the place says all.
        var object: (name: String, kind: String)?
        /// What is the same in each run for the same result, by name.
        var fingerprints: [(name: String, text: String)] = []
        /// Why it does not count; `nil` where it does.
        var suppression: String?
        /// What to write in place of what stands from the place up to here.
        var fix: (description: String, text: String, end: FileLocation)?
    }

    var rules: [Rule]
    var results: [Result]

    var text: String {
        let tool = JSON.object([
            .init(
                "driver",
                .object([
                    .init("name", .string("autogen")), .init("semanticVersion", .string(AutogenVersion.text)),
                    .init("rules", .array(rules.map(Self.json))),
                ]))
        ])
        let run = JSON.object([
            .init("tool", tool), .init("columnKind", .string("unicodeCodePoints")),
            .init("results", .array(results.map(json))),
        ])
        return JSON.object([
            .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
            .init("version", .string("2.1.0")), .init("runs", .array([run])),
        ]).indented + "\n"
    }

    private static func json(_ rule: Rule) -> JSON {
        var members: [JSON.Member] = [
            .init("id", .string(rule.id)), .init("name", .string(name(of: rule.id))),
            .init("shortDescription", message(rule.summary)),
        ]
        if let help = rule.help {
            members.append(.init("help", .object([.init("text", .string(help)), .init("markdown", .string(help))])))
        }
        return .object(members)
    }

    /// `InvalidIndex`: names of rules are one word.
    private static func name(of id: String) -> String {
        id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    private func json(_ result: Result) -> JSON {
        let id = rules.indices.contains(result.rule) ? rules[result.rule].id : ""
        var members: [JSON.Member] = [
            .init("ruleId", .string(id)), .init("ruleIndex", .integer(Int64(result.rule))),
            .init("level", .string(result.level.rawValue)), .init("message", Self.message(result.message)),
            .init("locations", .array([Self.location(result)])),
        ]
        if !result.fingerprints.isEmpty {
            members.append(
                .init(
                    "partialFingerprints",
                    .object(result.fingerprints.map { JSON.Member($0.name, .string($0.text)) })))
        }
        if let fix = result.fix { members.append(.init("fixes", .array([Self.json(fix, at: result.place)]))) }
        if let reason = result.suppression {
            members.append(
                .init(
                    "suppressions",
                    .array([
                        .object([.init("kind", .string("external")), .init("justification", .string(reason))])
                    ])))
        }
        return .object(members)
    }

    private static func location(_ result: Result) -> JSON {
        let file = JSON.object([
            .init("artifactLocation", artifact(result.place)), .init("region", .object(region(result.place))),
        ])
        var members: [JSON.Member] = [.init("physicalLocation", file)]
        if let object = result.object {
            let logical = JSON.object([
                .init("fullyQualifiedName", .string(object.name)), .init("kind", .string(object.kind)),
            ])
            members.append(.init("logicalLocations", .array([logical])))
        }
        return .object(members)
    }

    private static func region(_ place: FileLocation) -> [JSON.Member] {
        var region: [JSON.Member] = [.init("startLine", .integer(Int64(place.line ?? 1)))]
        if let column = place.column { region.append(.init("startColumn", .integer(Int64(column)))) }
        return region
    }

    private static func json(
        _ fix: (description: String, text: String, end: FileLocation), at place: FileLocation
    ) -> JSON {
        let end: [JSON.Member] = [
            .init("endLine", .integer(Int64(fix.end.line ?? 1))),
            .init("endColumn", .integer(Int64(fix.end.column ?? 1))),
        ]
        let replacement = JSON.object([
            .init("deletedRegion", .object(region(place) + end)),
            .init("insertedContent", .object([.init("text", .string(fix.text))])),
        ])
        let change = JSON.object([
            .init("artifactLocation", artifact(place)), .init("replacements", .array([replacement])),
        ])
        return .object([
            .init("description", message(fix.description)), .init("artifactChanges", .array([change])),
        ])
    }

    /// The path as a relative URI.
    private static func artifact(_ place: FileLocation) -> JSON {
        .object([.init("uri", .string(Percent.encode(place.file, keeping: "/")))])
    }

    private static func message(_ text: String) -> JSON { .object([.init("text", .string(text))]) }
}
