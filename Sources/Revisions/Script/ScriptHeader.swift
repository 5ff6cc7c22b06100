/// The keys of a script's header.
enum ScriptKey: String, CaseIterable {
    case revision
    case downRevision = "down-revision"
    case message
    case created
    case dialect
    case transaction
    case labels
    case dependsOn = "depends-on"
    case replaces

    var isRequired: Bool {
        switch self {
        case .revision, .downRevision, .dialect: true
        case .message, .created, .transaction, .labels, .dependsOn, .replaces: false
        }
    }
}

/// What stands in a header, key by key, with the line of each for messages.
struct ScriptHeader {
    private var entries: [ScriptKey: (value: String, line: Int)] = [:]

    subscript(key: ScriptKey) -> (value: String, line: Int)? { entries[key] }

    func list(_ key: ScriptKey) -> [String] {
        (entries[key]?.value ?? "").split(separator: ",").map { $0.trimmingSpaces }.filter { !$0.isEmpty }
    }

    /// Takes a line `-- key: value`; other comments pass. Returns what is wrong with it.
    mutating func read(_ line: Substring, number: Int) -> String? {
        let comment = line.dropFirst(2)
        guard let colon = comment.firstIndex(of: ":") else { return nil }
        let name = comment[..<colon].trimmingSpaces
        let isKey = !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
        guard isKey else { return nil }
        guard let key = ScriptKey(rawValue: name) else {
            let known = ScriptKey.allCases.map(\.rawValue)
            let nearest = NearestName.find(name, among: known).map { "did you mean \"\($0)\"?" }
            return "unknown key \"\(name)\" in the header; \(nearest ?? "known are \(known.joined(separator: ", "))")"
        }
        guard entries[key] == nil else { return "the key \"\(name)\" stands twice in the header" }
        entries[key] = (comment[comment.index(after: colon)...].trimmingSpaces, number)
        return nil
    }
}

extension StringProtocol {
    var trimmingSpaces: String {
        let head = drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
