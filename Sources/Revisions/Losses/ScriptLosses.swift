import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// What the sections of a script take away, as far as the script says so: by the hazards over statements that autogen has
/// written, and by statements that lose values whatever is in the database.
///
/// ```swift
/// ScriptLosses(script).upgrade  // column public.person.full_name, table public.draft
/// ```
public struct ScriptLosses {
    private let script: RevisionScript

    public init(_ script: RevisionScript) { self.script = script }

    public var upgrade: [ScriptLoss] { losses(.upgrade) }
    public var downgrade: [ScriptLoss] { losses(.downgrade) }
    /// The columns that come back with the downgrade and must have a value that nothing supplies.
    public var downgradeNeeds: [ScriptLoss] { comments(.downgrade, .manual).map(\.loss) }

    /// Each object once.
    private func losses(_ direction: Direction) -> [ScriptLoss] {
        let statements = SQLStatement.all(in: script.revision.sql(direction), script.syntax)
        var facts = SectionFacts(statements, script.syntax)
        var comments = comments(direction, .dataLoss)[...]
        var losses: [ScriptLoss] = []
        for statement in statements {
            let start = statement.range.lowerBound
            let over = comments.prefix { $0.offset < start }
            comments = comments.dropFirst(over.count)
            losses += over.map(\.loss).filter { !facts.isMade($0.object) }
            losses += StatementLoss.losses(of: statement, in: facts).map { object, message in
                let line = script.firstLine(direction) + statement.place(of: start).line - 1
                return ScriptLoss(object: object, message: message, line: line)
            }
            facts.see(statement)
        }
        var seen: Set<Address> = []
        return losses.filter { seen.insert($0.object).inserted }
    }

    /// What the comments of one kind over the statements name, and where in the section each stands.
    private func comments(_ direction: Direction, _ kind: HazardComment.Kind) -> [(offset: Int, loss: ScriptLoss)] {
        let bytes = Array(script.revision.sql(direction).utf8)
        var lexer = SQLLexer(bytes, script.syntax)
        var found: [(offset: Int, loss: ScriptLoss)] = []
        while let token = lexer.next() {
            guard token.kind == .lineComment,
                let (object, message) = HazardComment.object(
                    in: String(decoding: bytes[token.range], as: UTF8.self), kind)
            else { continue }
            let line = script.firstLine(direction) + SQLPlace(of: token.range.lowerBound, in: bytes).line - 1
            found.append((token.range.lowerBound, ScriptLoss(object: object, message: message, line: line)))
        }
        return found
    }
}

/// The comment over a statement that says what it may do: `-- hazard (data loss): column main.users.age: deletes its values`.
enum HazardComment {
    typealias Kind = Hazard.Kind

    /// The object that the comment names, and what happens to it; `nil` for a comment of another kind.
    static func object(in comment: String, _ kind: Kind) -> (Address, String)? {
        let opening = "-- hazard (\(kind.rawValue)): "
        guard comment.hasPrefix(opening),
            let (object, rest) = try? Address.reading(String(comment.dropFirst(opening.count))), rest.hasPrefix(": ")
        else { return nil }
        return (object, String(rest.dropFirst(2)))
    }

    static func text(of hazard: Hazard) -> String {
        let object = hazard.object.map { "\($0): " } ?? ""
        return "-- hazard (\(hazard.kind.rawValue)): \(object)\(hazard.message.oneLine.visible)\n"
    }
}
