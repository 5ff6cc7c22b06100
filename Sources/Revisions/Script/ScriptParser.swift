public import AutogenSchema

/// Reads the text of a revision script: a header of comments and the two sections.
struct ScriptParser {
    private let bytes: [UInt8]
    private let file: String
    private(set) var header = ScriptHeader()
    /// The lines of the header that are decisions, with their ends.
    private var decisionLines: [Range<Int>] = []

    init(text: String, file: String) {
        // By bytes: letter by letter, a long script takes longer than all the rest of a check.
        bytes = Array(text.utf8)
        self.file = file
    }

    mutating func script() throws(ScriptError) -> (Revision, [Direction: Int]) {
        let (start, number) = try readHeader()
        let dialect = try dialect()
        let body = Array(bytes[start...])
        guard let marker = SectionMarker.find("-- downgrade", in: body, dialect: dialect) else {
            throw error(
                lineCount,
                "the section \"-- downgrade\" is missing: a line of its own, after a statement that ends with \";\"")
        }
        let upgrade = String(decoding: body[..<marker.lowerBound], as: UTF8.self)
        let downgrade = String(decoding: body[marker.upperBound...], as: UTF8.self)
        let downgradeLine = number + 2 + upgrade.utf8.count { $0 == UInt8(ascii: "\n") }
        var revision = try revision(dialect)
        revision.upgrade = upgrade.trimmingNewlines
        revision.downgrade = downgrade.trimmingNewlines
        return (
            revision,
            [.upgrade: number + 1 + upgrade.leadingNewlines, .downgrade: downgradeLine + downgrade.leadingNewlines]
        )
    }

    /// Returns where the line after `-- upgrade` begins, and the number of the line `-- upgrade`.
    private mutating func readHeader() throws(ScriptError) -> (start: Int, number: Int) {
        var start = 0
        var number = 0
        while start < bytes.count {
            number += 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let content = String(decoding: bytes[start..<end], as: UTF8.self).trimmingSpaces
            let line = start..<min(end + 1, bytes.count)
            start = line.upperBound
            if content == "-- upgrade" { return (start, number) }
            if content.isEmpty { continue }
            guard content.hasPrefix("--") else {
                throw error(number, "SQL before the line \"-- upgrade\": the header consists of comments")
            }
            if let fault = header.read(Substring(content), number: number) { throw error(number, fault) }
            if let key = ScriptKey.line(content), ScriptKey(rawValue: key.name)?.isDecision == true {
                decisionLines.append(line)
            }
        }
        throw error(lineCount, "the section \"-- upgrade\" is missing: a line of its own")
    }

    /// The text as it would be if nothing had been accepted; `nil` where nothing was.
    var textWithoutDecisions: String? {
        guard !decisionLines.isEmpty else { return nil }
        var kept: [UInt8] = []
        var start = 0
        for line in decisionLines {
            kept += bytes[start..<line.lowerBound]
            start = line.upperBound
        }
        return String(decoding: kept + bytes[start...], as: UTF8.self)
    }

    private var lineCount: Int { 1 + bytes.count { $0 == UInt8(ascii: "\n") } }

    private func error(_ line: Int, _ message: String) -> ScriptError {
        ScriptError(file: file, line: max(1, line), message: message)
    }

    private func required(_ key: ScriptKey) throws(ScriptError) -> (value: String, line: Int) {
        guard let entry = header[key], !entry.value.isEmpty else {
            throw error(header[key]?.line ?? 1, "the header lacks \"-- \(key.rawValue): ...\"")
        }
        return entry
    }

    private func dialect() throws(ScriptError) -> Dialect {
        try word(required(.dialect), as: Dialect.self, "dialect")
    }

    private func word<Word: RawRepresentable & CaseIterable>(
        _ entry: (value: String, line: Int), as type: Word.Type, _ name: String
    ) throws(ScriptError) -> Word where Word.RawValue == String {
        guard let word = Word(rawValue: entry.value) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: " or ")
            throw error(entry.line, "unknown \(name) \"\(entry.value)\"; it is \(known)")
        }
        return word
    }

    private func ids(_ key: ScriptKey) throws(ScriptError) -> [RevisionID] {
        var ids: [RevisionID] = []
        for text in header.list(key) where text != "none" { ids.append(try id(text, header[key]?.line ?? 1)) }
        return ids
    }

    private func id(_ text: String, _ line: Int) throws(ScriptError) -> RevisionID {
        guard let id = RevisionID(text) else {
            throw error(line, "\"\(text)\" is no revision id: 1 to 40 letters, digits or _, and none of \(reserved)")
        }
        return id
    }

    private func labels() throws(ScriptError) -> [String] {
        let labels = header.list(.labels)
        if let label = labels.first(where: { RevisionID($0) == nil }) {
            throw error(
                header[.labels]?.line ?? 1,
                "\"\(label)\" is no branch label: 1 to 40 letters, digits or _, and none of \(reserved)")
        }
        return labels
    }

    private var reserved: String { RevisionID.reserved.sorted().joined(separator: ", ") }

    private func revision(_ dialect: Dialect) throws(ScriptError) -> Revision {
        let name = try required(.revision)
        _ = try required(.downRevision)
        var created = Timestamp.epoch
        if let entry = header[.created] {
            guard let time = Timestamp(entry.value) else {
                throw error(entry.line, "\"\(entry.value)\" is no time of the form 2026-11-20T10:15:00Z")
            }
            created = time
        }
        var transaction = TransactionSetting.yes
        if let entry = header[.transaction] {
            transaction = try word(entry, as: TransactionSetting.self, "transaction setting")
        }
        var result = Revision(
            id: try id(name.value, name.line), downRevisions: try ids(.downRevision),
            message: header[.message]?.value ?? "", created: created, dialect: dialect, transaction: transaction,
            labels: try labels(), dependsOn: try ids(.dependsOn),
            replaces: try ids(.replaces))
        if let entry = header[.settings] { result.settings = try word(entry, as: SettingsScope.self, "settings") }
        if let entry = header[.requires] {
            result.requires = try word(entry, as: RevisionRequirement.self, "requirement")
        }
        for entry in header.all(.accepts) {
            guard let acceptance = Acceptance(entry.value) else {
                throw error(
                    entry.line,
                    "\"\(entry.value)\" accepts nothing; write data loss (KIND NAME), such as data loss (table public.users)"
                )
            }
            result.accepts.append(acceptance)
        }
        for entry in header.all(.fills) {
            guard let fill = FillRecord(entry.value) else {
                throw error(
                    entry.line, "\"\(entry.value)\" fills nothing; write column SCHEMA.TABLE.COLUMN = EXPRESSION")
            }
            result.fills.append(fill)
        }
        for entry in header.all(.renames) {
            do throws(AddressError) { result.renames.append(try Rename(entry.value)) } catch {
                throw self.error(
                    entry.line,
                    "\"\(entry.value)\" renames nothing; write KIND OLD -> NEW, such as column public.users.mail -> email"
                )
            }
        }
        result.adopts = header.all(.adopts).map(\.value)
        if let entry = header[.measured] {
            guard let measured = Measurement(entry.value) else {
                throw error(
                    entry.line, "\"\(entry.value)\" measures nothing; it is as autogen writes it, or take the line out")
            }
            result.measured = measured
        }
        return result
    }
}

extension String {
    var leadingNewlines: Int { prefix { $0 == "\n" }.count }

    fileprivate var trimmingNewlines: String {
        let head = drop { $0 == "\n" }
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}

/// What is wrong with the text of a revision script, and where.
public struct ScriptError: ExplainedError, Sendable, Hashable {
    /// The path of the script, as messages show it.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// What is wrong on that line.
    public let message: String

    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The message at its file and line.
    public var explanation: Explanation { Explanation(message, at: FileLocation(file, line: line, column: 1)) }
}
