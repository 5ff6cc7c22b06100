import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// What the sections of a script take away, as far as the script says so: by the hazards over statements that autogen has
/// written, and by statements that lose values whatever is in the database.
///
/// ```swift
/// ScriptLosses(script).upgrade  // column public.person.full_name, table public.draft
/// ```
package struct ScriptLosses {
    private let script: RevisionScript

    package init(_ script: RevisionScript) { self.script = script }

    package var upgrade: [ScriptLoss] { losses(.upgrade) }
    package var downgrade: [ScriptLoss] { losses(.downgrade) }

    /// The columns that come back with the downgrade and must have a value that nothing supplies.
    package var downgradeNeeds: [ScriptLoss] {
        let bytes = Array(script.revision.sql(.downgrade).utf8)
        let statements = SQLStatement.all(in: bytes, script.syntax)
        let lines = LineNumbers(of: bytes, from: script.firstLine(.downgrade))
        return HazardComment.all(in: bytes, around: statements, of: script.revision).filter {
            $0.kind == .needsDecision
        }
        .compactMap { comment in
            comment.object.map { object in
                ScriptLoss(
                    object: object, message: comment.message, line: lines[comment.offset], syntax: script.syntax)
            }
        }
    }

    /// Whether anything is lost at first sight, or code is made that may lose something: what the section has made before a
    /// statement can only excuse it. Most scripts lose nothing, and are read once.
    private func mayLose(
        _ statements: [(statement: SQLStatement, over: [HazardComment], own: [HazardComment])]
    ) -> Bool {
        let nothing = SectionState([], script.syntax)
        var code = SectionCode()
        return statements.contains { statement, over, own in
            code.see(statement) { $0 }
            return !code.isEmpty || over.contains { $0.kind == .dataLoss }
                || !StatementLosses.Found(statement, isExplained: !own.isEmpty, after: nothing).losses.isEmpty
        }
    }

    /// Each object once.
    package func losses(_ direction: Direction) -> [ScriptLoss] {
        let bytes = Array(script.revision.sql(direction).utf8)
        let statements = SQLStatement.all(in: bytes, script.syntax)
        var comments = HazardComment.all(in: bytes, around: statements, of: script.revision)[...]
        var losses: [ScriptLoss] = []
        lazy var lines = LineNumbers(of: bytes, from: script.firstLine(direction))
        func add(_ object: Address, _ message: String, at offset: Int, cascades: Bool = false) {
            losses.append(
                ScriptLoss(
                    object: object, message: message, line: lines[offset], syntax: script.syntax, cascades: cascades))
        }
        var end = 0
        let commented = statements.map { statement in
            let over = Array(comments.prefix { $0.offset < statement.range.lowerBound })
            comments = comments.dropFirst(over.count)
            defer { end = statement.end }
            return (statement: statement, over: over, own: over.filter { $0.offset >= end })
        }
        guard mayLose(commented) else { return [] }
        var state = SectionState(commented.map { ($0.statement, $0.own) }, script.syntax)
        for (statement, over, own) in commented {
            let start = statement.range.lowerBound
            var told: [HazardComment] = []
            for comment in over where comment.kind == .dataLoss {
                guard let object = comment.object else {
                    told.append(comment)
                    continue
                }
                if !state.isMade(object) { add(state.original(object), comment.message, at: comment.offset) }
            }
            let found = StatementLosses.Found(statement, isExplained: !own.isEmpty, after: state)
            for loss in found.losses { add(loss.object, loss.message, at: start, cascades: loss.cascades) }
            // Version 0.1 did not say of what: where the statement does not, either, it is of its table.
            if let first = told.first, told.count > found.losses.count, let object = state.subject(of: statement) {
                let messages = told.map(\.message).joined(separator: ", ")
                add(object, messages, at: first.offset)
            }
            state.see(statement, under: own, running: found.ran)
        }
        var seen: Set<String> = []
        return losses.filter { seen.insert(($0.object.path + [$0.object.kind]).exact).inserted }
    }
}

/// The lines that offsets in a text are in.
private struct LineNumbers {
    private let ends: [Int]
    private let first: Int

    init(of bytes: [UInt8], from first: Int) {
        ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        self.first = first
    }

    subscript(offset: Int) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if ends[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return first + low
    }
}
