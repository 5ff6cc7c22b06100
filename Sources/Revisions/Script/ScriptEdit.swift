/// Changes to the header of a script that leave every other line as it is.
enum ScriptEdit {
    /// The text with other down-revisions.
    static func settingDownRevisions(_ ids: [RevisionID], in text: String) -> String {
        let list = ids.isEmpty ? "none" : ids.map(\.text).joined(separator: ", ")
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let key = ScriptKey.downRevision.rawValue
        let index = lines.firstIndex { line in
            guard line.hasPrefix("--"), let colon = line.firstIndex(of: ":") else { return false }
            return line[line.index(line.startIndex, offsetBy: 2)..<colon].trimmingSpaces == key
        }
        guard let index else { return text }
        lines[index] = "-- \(key): \(list)" + (lines[index].hasSuffix("\r") ? "\r" : "")
        return lines.joined(separator: "\n")
    }
}
