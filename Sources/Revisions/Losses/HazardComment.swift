import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The comment over a statement that says what it may do: `-- hazard (data loss): column main.users.age: deletes its values`.
struct HazardComment {
    typealias Kind = Hazard.Kind

    let kind: Kind
    /// What it is about; `nil` where it names nothing, and in all that version 0.1 wrote.
    let object: Address?
    let message: String
    /// Where in the section it stands.
    let offset: Int
    /// Whether it says what was measured of the statement.
    let isMeasured: Bool

    /// The kind of a line, and what stands behind it; `nil` for any other line.
    static func kind(of text: String) -> (kind: Kind, rest: String)? {
        let opening = "-- hazard ("
        guard text.hasPrefix(opening), let end = text.firstRange(of: "): ") else { return nil }
        let word = text[text.index(text.startIndex, offsetBy: opening.count)..<end.lowerBound]
        return Kind(rawValue: String(word)).map { ($0, String(text[end.upperBound...])) }
    }

    private static func reading(_ text: String, at offset: Int) -> HazardComment? {
        if let facts = MeasuredText.facts(in: text) {
            return HazardComment(
                kind: .lock, object: nil, message: facts.description, offset: offset, isMeasured: true)
        }
        guard let (kind, rest) = kind(of: text) else { return nil }
        let named = (try? Address.reading(rest)).flatMap { $0.rest.hasPrefix(": ") ? $0 : nil }
        let message = named.map { fact(String($0.rest.dropFirst(2)), kind, $0.address) } ?? rest
        return HazardComment(
            kind: kind, object: named?.address, message: message, offset: offset, isMeasured: false)
    }

    /// Those of a section, in order. What was measured says that autogen wrote the statement under it, as long as nobody
    /// has edited one since.
    static func all(
        in bytes: [UInt8], around statements: [SQLStatement], of revision: Revision
    ) -> [HazardComment] {
        let comments = all(in: bytes, around: statements, revision.dialect.syntax)
        guard comments.contains(where: \.isMeasured) else { return comments }
        let isOurs = revision.measured != nil && !revision.isMeasuredBeforeEdit
        return isOurs ? comments : comments.filter { !$0.isMeasured }
    }

    /// They stand where the statements have no tokens.
    private static func all(in bytes: [UInt8], around statements: [SQLStatement], _ syntax: SQLSyntax)
        -> [HazardComment]
    {
        var found: [HazardComment] = []
        var start = 0
        func look(upTo end: Int) {
            if start < end, bytes[start..<end].contains(UInt8(ascii: "-")) {
                found += all(in: Array(bytes[start..<end]), at: start, syntax)
            }
        }
        for statement in statements {
            for token in statement.tokens {
                look(upTo: token.range.lowerBound)
                start = token.range.upperBound
            }
            start = max(start, statement.end)
        }
        look(upTo: bytes.count)
        return found
    }

    private static func all(in bytes: [UInt8], at offset: Int, _ syntax: SQLSyntax) -> [HazardComment] {
        var lexer = SQLLexer(bytes, syntax)
        var found: [HazardComment] = []
        while let token = lexer.next() {
            guard token.kind == .lineComment else { continue }
            let text = String(decoding: bytes[token.range], as: UTF8.self)
            if let comment = reading(text, at: offset + token.range.lowerBound) { found.append(comment) }
        }
        return found
    }

    /// What a reader of the script does about a decision that is left open stands behind the fact.
    static func text(of hazard: Hazard) -> String {
        let object = hazard.object.map { "\($0): " } ?? ""
        let option = hazard.option.map { ": \($0)" } ?? ""
        return "-- hazard (\(hazard.kind.rawValue)): \(object)\((hazard.message + option).oneLine.visible)\n"
    }

    /// The message without the option that ``text(of:)`` wrote behind it.
    private static func fact(_ message: String, _ kind: Kind, _ object: Address) -> String {
        guard kind == .needsDecision else { return message }
        let options = Hazard.Matter.allCases.map { ": \($0.option(for: object))".oneLine.visible }
        return options.first(where: message.hasSuffix).map { String(message.dropLast($0.count)) } ?? message
    }
}

extension Hazard {
    /// The option of the command line that takes the decision, with a word in the place of the answer.
    var option: String? { object.flatMap { matter?.option(for: $0) } }
}

extension Hazard.Matter {
    fileprivate func option(for object: Address) -> String {
        switch self {
        case .value: "--fill \(object.name)=EXPRESSION"
        case .zone: "--zone \(object.name)=ZONE"
        }
    }
}
