import AutogenSchema

/// The keys of a script's header.
enum ScriptKey: String, CaseIterable {
    case revision
    case downRevision = "down-revision"
    case message
    case created
    case dialect
    case transaction
    case settings
    case labels
    case dependsOn = "depends-on"
    case requires
    case replaces
    case accepts
    case fills
    case renames
    case adopts
    case measured

    /// Whether it says what a person has decided about values: it may stand several times, and nothing that runs depends
    /// on it.
    var isDecision: Bool {
        switch self {
        case .accepts, .fills, .renames, .adopts: true
        case .revision, .downRevision, .message, .created, .dialect, .transaction, .settings, .labels, .dependsOn,
            .requires, .replaces, .measured:
            false
        }
    }

    /// Whether an applied script becomes another one when its line changes.
    var isExecuted: Bool {
        switch self {
        case .revision, .downRevision, .dialect, .transaction, .settings, .dependsOn: true
        case .message, .created, .labels, .requires, .replaces, .accepts, .fills, .renames, .adopts, .measured: false
        }
    }

    /// The key of a header's line `-- key: value`, and the value; `nil` for any other comment.
    static func line(_ line: some StringProtocol) -> (name: String, value: String)? {
        guard line.hasPrefix("--"), let colon = line.firstIndex(of: ":") else { return nil }
        let name = line[line.index(line.startIndex, offsetBy: 2)..<colon].trimmingSpaces
        let isKey = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
        return isKey ? (name, line[line.index(after: colon)...].trimmingSpaces) : nil
    }
}

/// What stands in a header, key by key, with the line of each for messages.
struct ScriptHeader {
    typealias Entry = (value: String, line: Int)

    private var entries: [ScriptKey: [Entry]] = [:]

    subscript(key: ScriptKey) -> Entry? { entries[key]?.first }

    /// What stands behind a key that may stand several times.
    func all(_ key: ScriptKey) -> [Entry] { entries[key] ?? [] }

    func list(_ key: ScriptKey) -> [String] {
        (self[key]?.value ?? "").split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    }

    /// The lines that count where a script is compared with the one that was applied.
    var executed: String {
        // A key that came later says nothing where it is not there, so that older checksums stay valid.
        ScriptKey.allCases.filter { $0.isExecuted && ($0 != .settings || self[$0] != nil) }
            .map { "\($0.rawValue): \(self[$0]?.value ?? "")\n" }.joined()
    }

    /// Takes a line `-- key: value`; other comments pass. Returns what is wrong with it.
    mutating func read(_ line: Substring, number: Int) -> String? {
        guard let (name, value) = ScriptKey.line(line) else { return nil }
        guard let key = ScriptKey(rawValue: name) else {
            let known = ScriptKey.allCases.map(\.rawValue)
            let nearest = NearestName.find(name, among: known).map { "did you mean \"\($0)\"?" }
            return "unknown key \"\(name)\" in the header; \(nearest ?? "known are \(known.joined(separator: ", "))")"
        }
        guard entries[key] == nil || key.isDecision else { return "the key \"\(name)\" stands twice in the header" }
        entries[key, default: []].append((value, number))
        return nil
    }
}
