public import AutogenSchema

/// The findings that a project knows and lets pass, each with a reason and, if it should not be for ever, a last day.
///
/// ```json
/// {"format": 1, "known": [
///   {"id": "3f2a9c81d0be", "fingerprint": "90aa41c09be77c12", "subject": "index public.users_tmp",
///    "reason": "built by hand for the audit", "expires": "2026-12-31"}
/// ]}
/// ```
public struct Baseline: Sendable, Hashable {
    /// The version of the file's form, as its key `format` has it.
    public static let format = 1
    /// The entries, in the order of the file.
    public var known: [KnownFinding]

    package init(known: [KnownFinding] = []) { self.known = known }

    /// Reads the file's text; `file` is its name in messages.
    public init(parsing text: String, file: String) throws(BaselineError) {
        let json: JSON
        do { json = try JSON(parsing: text) } catch { throw BaselineError("\(file): not a baseline: \(error)") }
        guard let members = json.members, members["format"]?.integer == Int64(Self.format),
            let items = members["known"]?.items
        else {
            throw BaselineError("\(file): not a baseline: it needs \"format\": \(Self.format) and a list \"known\"")
        }
        known = []
        for (index, item) in items.enumerated() {
            known.append(try Self.entry(item, "\(file): entry \(index + 1)"))
        }
    }

    private static func entry(_ json: JSON, _ place: String) throws(BaselineError) -> KnownFinding {
        let members = json.members ?? [:]
        let names = ["id", "fingerprint", "subject", "reason", "expires"]
        if let other = members.keys.sorted().first(where: { !names.contains($0) }) {
            throw BaselineError("\(place): unknown key \"\(other)\"; known are \(names.joined(separator: ", "))")
        }
        guard let id = members["id"]?.string, !id.isEmpty else { throw BaselineError("\(place): it has no \"id\"") }
        guard let reason = members["reason"]?.string, reason.contains(where: { !$0.isWhitespace }) else {
            throw BaselineError("\(place): it has no \"reason\": say why \(id) is let pass")
        }
        var expires: Day?
        if let text = members["expires"] {
            guard let day = text.string.flatMap({ Day($0) }) else {
                throw BaselineError("\(place): \"expires\" must be a day such as 2026-12-31")
            }
            expires = day
        }
        return KnownFinding(
            id: id, fingerprint: members["fingerprint"]?.string, subject: members["subject"]?.string ?? "",
            reason: reason, expires: expires)
    }

    /// The finding with the entry that knows it.
    func marked(_ finding: Finding, on today: Day) -> Finding {
        let entry = known.first { entry in
            entry.id == finding.id && entry.fingerprint.map { $0 == finding.fingerprint } ?? true
        }
        guard var entry else { return finding }
        entry.isExpired = entry.expires.map { $0 < today } ?? false
        var copy = finding
        copy.known = entry
        return copy
    }

    /// The baseline with these findings in it too, and without entries for what they replace.
    public func accepting(_ findings: [Finding], reason: String, until expires: Day?) -> Baseline {
        let ids = Set(findings.map(\.id))
        let entries = findings.map {
            KnownFinding(
                id: $0.id, fingerprint: $0.fingerprint, subject: $0.subject.name, reason: reason, expires: expires)
        }
        return Baseline(known: known.filter { !ids.contains($0.id) } + entries)
    }

    /// The text of the file.
    public var text: String {
        let entries = known.map { entry in
            var members = [JSON.Member("id", .string(entry.id))]
            if let fingerprint = entry.fingerprint { members.append(JSON.Member("fingerprint", .string(fingerprint))) }
            members.append(JSON.Member("subject", .string(entry.subject)))
            members.append(JSON.Member("reason", .string(entry.reason)))
            if let day = entry.expires { members.append(JSON.Member("expires", .string(day.description))) }
            return JSON.object(members)
        }
        let file: [JSON.Member] = [
            JSON.Member("format", .integer(Int64(Self.format))), JSON.Member("known", .array(entries)),
        ]
        return JSON.object(file).indented + "\n"
    }
}

/// What is wrong with a baseline file.
public struct BaselineError: ExplainedError, Sendable, Hashable {
    /// What is wrong in the file, and at which entry.
    public let explanation: Explanation
    /// Always `usage`.
    public var category: ErrorCategory { .usage }

    package init(_ reason: String) { explanation = Explanation(reason) }
}

/// A finding that somebody has looked at and lets pass.
public struct KnownFinding: Sendable, Hashable {
    /// The ``Finding/id`` that it lets pass.
    public let id: String
    /// What was found then; `nil` lets pass whatever becomes of it.
    public let fingerprint: String?
    /// The subject, for people who read the file.
    public let subject: String
    /// Why it may be, in somebody's words.
    public let reason: String
    /// The last day on which it passes; `nil` for ever.
    public let expires: Day?
    /// Whether that day is over.
    public internal(set) var isExpired = false

    package init(id: String, fingerprint: String?, subject: String, reason: String, expires: Day?) {
        self.id = id
        self.fingerprint = fingerprint
        self.subject = subject
        self.reason = reason
        self.expires = expires
    }
}
