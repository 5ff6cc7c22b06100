import AutogenSchema

/// Changes to the header of a script that leave every other line as it is.
enum ScriptEdit {
    /// The text with other down-revisions.
    static func settingDownRevisions(_ ids: [RevisionID], in text: String) -> String {
        let list = ids.isEmpty ? "none" : ids.map(\.text).joined(separator: ", ")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let key = ScriptKey.downRevision.rawValue
        guard let index = lines.firstIndex(where: { ScriptKey.line($0)?.name == key }) else { return text }
        lines[index] = "-- \(key): \(list)" + (lines[index].hasSuffix("\r") ? "\r" : "")
        return lines.joined(separator: "\n")
    }

    /// The text with other lines that accept a loss: before the line `-- upgrade`, where there was none before.
    static func settingAcceptances(_ acceptances: [Acceptance], in text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let header = lines.prefix { $0.trimmingSpaces != "-- upgrade" }.count
        let old = lines.indices.prefix(header).filter { ScriptKey.line(lines[$0])?.name == ScriptKey.accepts.rawValue }
        let last = lines.indices.prefix(header).last { ScriptKey.line(lines[$0]) != nil }
        let place = old.first ?? last.map { $0 + 1 } ?? 0
        let end = lines.first?.hasSuffix("\r") == true ? "\r" : ""
        for index in old.reversed() { lines.remove(at: index) }
        lines.insert(contentsOf: acceptances.map { "-- \(ScriptKey.accepts.rawValue): \($0)\(end)" }, at: place)
        return lines.joined(separator: "\n")
    }
}
