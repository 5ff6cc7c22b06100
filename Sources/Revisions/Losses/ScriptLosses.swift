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
        return HazardComment.all(in: bytes, script.syntax).filter { $0.kind == .manual }.compactMap { comment in
            comment.object.map { object in
                let line = script.firstLine(.downgrade) + SQLPlace(of: comment.offset, in: bytes).line - 1
                return ScriptLoss(object: object, message: comment.message, line: line, syntax: script.syntax)
            }
        }
    }

    /// Each object once.
    private func losses(_ direction: Direction) -> [ScriptLoss] {
        let bytes = Array(script.revision.sql(direction).utf8)
        let statements = SQLStatement.all(in: bytes, script.syntax)
        var comments = HazardComment.all(in: bytes, script.syntax)[...]
        var losses: [ScriptLoss] = []
        func add(_ object: Address, _ message: String, at offset: Int, cascades: Bool = false) {
            let line = script.firstLine(direction) + SQLPlace(of: offset, in: bytes).line - 1
            losses.append(
                ScriptLoss(object: object, message: message, line: line, syntax: script.syntax, cascades: cascades))
        }
        var end = 0
        let commented = statements.map { statement in
            let over = Array(comments.prefix { $0.offset < statement.range.lowerBound })
            comments = comments.dropFirst(over.count)
            defer { end = statement.end }
            return (statement: statement, over: over, own: over.filter { $0.offset >= end })
        }
        var facts = SectionFacts(commented.map { ($0.statement, $0.own) }, script.syntax)
        for (statement, over, own) in commented {
            let start = statement.range.lowerBound
            var told: [HazardComment] = []
            for comment in over where comment.kind == .dataLoss {
                guard let object = comment.object else {
                    told.append(comment)
                    continue
                }
                if !facts.isMade(object) { add(object, comment.message, at: comment.offset) }
            }
            var found = StatementLosses(facts)
            found.read(statement, isExplained: !own.isEmpty)
            for loss in found.losses { add(loss.object, loss.message, at: start, cascades: loss.cascades) }
            // Version 0.1 did not say of what: where the statement does not, either, it is of its table.
            if let first = told.first, told.count > found.losses.count, let object = facts.subject(of: statement) {
                let messages = told.map(\.message).joined(separator: ", ")
                add(object, messages, at: first.offset)
            }
            facts.see(statement, under: own, running: found.ran)
        }
        var seen: Set<String> = []
        return losses.filter { seen.insert(($0.object.path + [$0.object.kind]).exact).inserted }
    }
}
