import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// A section of a script, whose statements stand under the facts that were measured of them.
///
/// ```sql
/// -- measured: table public.users ACCESS EXCLUSIVE, rewritten
/// ALTER TABLE public.users ALTER COLUMN id TYPE bigint;
/// ```
struct MeasuredText {
    static let opening = "-- measured: "

    private let bytes: [UInt8]
    private let syntax: SQLSyntax
    private let statements: [SQLStatement]

    init(_ section: String, _ syntax: SQLSyntax) {
        bytes = Array(section.utf8)
        self.syntax = syntax
        statements = SQLStatement.all(in: bytes, syntax)
    }

    /// The facts over each statement, in order; `nil` over one without.
    var facts: [StatementFacts?] {
        var all: [StatementFacts?] = []
        var start = 0
        for statement in statements {
            let end = statement.range.lowerBound
            all.append(Self.lines(in: bytes, start..<end).lazy.compactMap { facts(on: $0) }.last)
            start = statement.end
        }
        return all
    }

    /// The section without facts.
    var withoutFacts: String { edited(removing: { facts(on: $0) != nil }, facts: []) }

    /// A section without facts and the empty lines that come and go with them: what of it says what runs. Inside of a
    /// statement every line counts.
    static func withoutRoom(_ section: String, _ syntax: SQLSyntax) -> String {
        guard section.contains(opening) else { return section }
        let text = MeasuredText(section, syntax)
        var kept: [UInt8] = []
        func keep(between stretch: Range<Int>) {
            for line in lines(in: text.bytes, stretch) {
                let content = String(decoding: text.bytes[line], as: UTF8.self).trimmingSpaces
                if !content.isEmpty, !content.hasPrefix(opening) { kept += text.bytes[line] }
            }
        }
        var start = 0
        for statement in text.statements {
            keep(between: start..<statement.range.lowerBound)
            kept += text.bytes[statement.range.lowerBound..<statement.end] + [UInt8(ascii: "\n")]
            start = statement.end
        }
        keep(between: start..<text.bytes.count)
        return String(decoding: kept, as: UTF8.self)
    }

    /// The section with these facts, each over its statement, and without those that were there and those that were
    /// expected. What else a rule says of rows that are copied stays.
    func text(with facts: [StatementFacts]) -> String {
        edited(
            removing: { line in
                self.facts(on: line) != nil
                    || HazardComment.kind(of: text(line)).map { RelationUse(beginning: $0.rest) != nil } == true
            }, facts: facts)
    }

    /// The section with the sizes of what is gone through: `table public.users ACCESS EXCLUSIVE, rewritten (2.1 GB, ...)`.
    func text(with sizes: [Address: RelationSize]) -> String {
        var text: [UInt8] = []
        for line in Self.lines(in: bytes, 0..<bytes.count) {
            if let facts = facts(on: line) {
                text += Array("\(Self.opening)\(facts.text(with: sizes))\n".utf8)
            } else {
                text += bytes[line]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func text(_ line: Range<Int>) -> String { String(decoding: bytes[line], as: UTF8.self).trimmingSpaces }

    private func facts(on line: Range<Int>) -> StatementFacts? {
        Self.facts(in: text(line))
    }

    /// Those that a comment says.
    static func facts(in comment: String) -> StatementFacts? {
        comment.hasPrefix(opening) ? StatementFacts(String(comment.dropFirst(opening.count))) : nil
    }

    private func edited(removing isRemoved: (Range<Int>) -> Bool, facts: [StatementFacts]) -> String {
        let lineFeed = UInt8(ascii: "\n")
        var text: [UInt8] = []
        var start = 0
        // Whether the statement before has more than its own line, and is set apart.
        var wasLong = false
        for (index, statement) in statements.enumerated() {
            var lines = Self.lines(in: bytes, start..<statement.range.lowerBound)
            let indentation = lines.last.flatMap { bytes[$0].last == lineFeed ? nil : lines.removeLast() }
            var lead = lines.filter { !isRemoved($0) }.reduce(into: [UInt8]()) { $0 += bytes[$1] }
            let felt = index < facts.count ? facts[index].felt : StatementFacts()
            let isFelt = !(felt.uses.isEmpty && felt.held.isEmpty)
            if isFelt, index > 0, lead.isEmpty { lead = [lineFeed] }
            if isFelt || wasLong, index > 0, lead == [lineFeed] { lead.append(lineFeed) }
            if isFelt { lead += Array("\(Self.opening)\(felt.description.oneLine.visible)\n".utf8) }
            text += lead + (indentation.map { Array(bytes[$0]) } ?? [])
            text += bytes[statement.range.lowerBound..<statement.end]
            start = statement.end
            wasLong = isFelt
        }
        text += bytes[start...]
        return String(decoding: text, as: UTF8.self)
    }

    /// The lines of a stretch, each with its line feed.
    private static func lines(in bytes: [UInt8], _ stretch: Range<Int>) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = stretch.lowerBound
        for index in stretch where bytes[index] == UInt8(ascii: "\n") {
            lines.append(start..<(index + 1))
            start = index + 1
        }
        if start < stretch.upperBound { lines.append(start..<stretch.upperBound) }
        return lines
    }
}
