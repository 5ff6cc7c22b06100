import AutogenSQLText
import AutogenSchema

/// What stands between the parentheses of `CREATE TABLE` or `CREATE TYPE`, as a list that columns and constraints, labels
/// and attributes are put into and taken from, in the manner in which it is written.
struct MemberList {
    private struct Member {
        /// Without its comma.
        let range: Range<Int>
        let comma: Range<Int>?
        var text: String
        var isRemoved = false
        /// Whether it was rewritten.
        var isChanged = false
        /// What follows it now.
        var added: [String] = []
    }

    private let lines: Lines
    private let syntax: SQLSyntax
    private var members: [Member] = []
    /// Where the parentheses open and close.
    private let opening: Int
    private let closing: Int

    /// `nil` for a statement that has no such list.
    init?(_ statement: SourceStatement) {
        let sql = statement.sql
        let isType = statement.starts(with: "CREATE", "TYPE")
        guard isType || statement.starts(with: "CREATE") && statement.keywords.contains("TABLE"),
            let first = sql.tokens.firstIndex(where: { $0.kind == .opening })
        else { return nil }
        var depth = 0
        var parts: [(tokens: [SQLToken], comma: SQLToken?)] = [([], nil)]
        var last: SQLToken?
        for token in sql.tokens[first...] {
            if token.kind == .closing { depth -= 1 }
            if depth == 0, token.kind == .closing {
                last = token
                break
            }
            if depth == 1, sql.text(of: token) == "," {
                parts[parts.count - 1].comma = token
                parts.append(([], nil))
            } else if depth > 0 {
                parts[parts.count - 1].tokens.append(token)
            }
            if token.kind == .opening { depth += 1 }
        }
        guard let last else { return nil }
        lines = Lines(bytes: statement.file.bytes)
        syntax = sql.syntax
        opening = sql.tokens[first].range.upperBound
        closing = last.range.lowerBound
        for part in parts {
            guard let begin = part.tokens.first, let end = part.tokens.last else { continue }
            let range = begin.range.lowerBound..<end.range.upperBound
            members.append(Member(range: range, comma: part.comma?.range, text: sql.text(range)))
        }
    }

    private func key(_ name: String) -> String { syntax.key(of: name) }

    private func isConstraint(_ text: String) -> Bool {
        var reader = SQLReader(text, syntax)
        let word = reader.word()
        if word == "EXCLUDE" { return reader.isAt("USING") || reader.peek?.kind == .opening }
        return ["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "LIKE"].contains(word)
            && (reader.peek?.kind == .opening || !reader.keyword.isEmpty || word == "CONSTRAINT")
    }

    private func column(_ name: String) -> Int? {
        members.firstIndex { member in
            guard !member.isRemoved, !isConstraint(member.text) else { return false }
            var reader = SQLReader(member.text, syntax)
            return reader.name().map { $0.count == 1 && key($0[0]) == key(name) } ?? false
        }
    }

    /// A constraint that stands by itself: that of a name, or the only one that says the same without one.
    private func constraint(_ name: String, _ body: Constraint) -> Int? {
        let own = members.indices.filter { !members[$0].isRemoved && isConstraint(members[$0].text) }
        let named = own.first { place in
            var reader = SQLReader(members[place].text, syntax)
            return reader.skip("CONSTRAINT") && reader.name().map { key($0[0]) == key(name) } ?? false
        }
        let alike = own.filter { place in
            var reader = SQLReader(members[place].text, syntax)
            guard reader.keyword == body.type.word else { return false }
            guard body.type != .check else { return !hasColumnChecks }
            _ = reader.word()
            if body.type == .primaryKey || body.type == .foreignKey { reader.skip("KEY") }
            let columns = reader.parenthesis()?.compactMap { reader.name(of: $0) } ?? []
            return columns.map(key) == body.columns.map(key)
        }
        return named ?? (alike.count == 1 ? alike.first : nil)
    }

    /// Where a member's definition stands.
    func range(of object: SchemaObject) -> Range<Int>? {
        let place: Int? =
            switch object.definition {
            case .constraint(let body):
                constraint(object.id.name, body)
                    ?? body.type.columnClause.flatMap { inlineColumn(of: body, $0) }.flatMap(column)
            case .columnDefault: object.id.path.last.flatMap(column)
            case .column: column(object.id.name)
            default: nil
            }
        return place.map { members[$0].range }
    }

    /// Whether some check stands in the definition of a column, so that an unnamed one may be that.
    private var hasColumnChecks: Bool {
        members.contains { !isConstraint($0.text) && ColumnDefinition($0.text, syntax).has(.check) }
    }

    // MARK: Edits

    /// Behind the last column, or behind everything.
    mutating func add(_ text: String, isColumn: Bool) -> Bool {
        let kept = members.indices.filter { !members[$0].isRemoved }
        let last = kept.last { !isColumn || !isConstraint(members[$0].text) }
        guard let place = last ?? members.indices.first else { return false }
        members[place].added.append(text)
        return true
    }

    /// Puts a text behind the member that is this text.
    mutating func add(_ text: String, behind other: String) -> Bool {
        guard let place = members.firstIndex(where: { $0.text == other && !$0.isRemoved }) else { return false }
        members[place].added.append(text)
        return true
    }

    mutating func removeColumn(_ name: String) -> Bool {
        guard let place = column(name) else { return false }
        members[place].isRemoved = true
        return true
    }

    mutating func changeColumn(_ name: String, _ change: (inout ColumnDefinition) -> Bool) -> Bool {
        guard let place = column(name) else { return false }
        var definition = ColumnDefinition(members[place].text, syntax)
        guard change(&definition) else { return false }
        return rewrite(place, definition.text)
    }

    mutating func replaceColumn(_ name: String, by text: String) -> Bool {
        column(name).map { rewrite($0, text) } ?? false
    }

    mutating func removeConstraint(_ name: String, _ body: Constraint) -> Bool {
        if let place = constraint(name, body) {
            members[place].isRemoved = true
            return true
        }
        guard let clause = body.type.columnClause, let column = inlineColumn(of: body, clause) else { return false }
        return changeColumn(column) { $0.remove(clause, named: name) }
    }

    mutating func replaceConstraint(_ name: String, _ body: Constraint, by text: String) -> Bool {
        if let place = constraint(name, body) { return rewrite(place, text) }
        return removeConstraint(name, body) && add(text, isColumn: false)
    }

    /// The column in whose definition a constraint stands.
    private func inlineColumn(of body: Constraint, _ clause: ColumnDefinition.Clause) -> String? {
        let columns = body.columns.filter { name in
            column(name).map { ColumnDefinition(members[$0].text, syntax).has(clause) } ?? false
        }
        return columns.count == 1 || body.type == .check ? columns.first : nil
    }

    private mutating func rewrite(_ place: Int, _ text: String) -> Bool {
        members[place].text = text
        members[place].isChanged = true
        return true
    }

    // MARK: The text

    /// What makes of the file what the list is now; `nil` where nothing of the old one stays.
    var edits: [TextEdit]? {
        guard let first = members.firstIndex(where: { !$0.isRemoved }) else { return nil }
        var edits: [TextEdit] = []
        let lasting = members.lastIndex { !$0.isRemoved }
        var members = members
        var anchor = first
        for place in members.indices {
            guard members[place].isRemoved else {
                anchor = place
                continue
            }
            members[anchor].added += members[place].added
            members[place].added = []
        }
        for place in members.indices {
            let member = members[place]
            let isLast = place == lasting
            if member.isRemoved {
                edits.append(TextEdit(removal(of: place), ""))
            } else {
                if member.isChanged { edits.append(TextEdit(member.range, member.text)) }
                let needsComma = !isLast || !member.added.isEmpty
                if let comma = member.comma, !needsComma { edits.append(TextEdit(comma, "")) }
                if member.comma == nil, needsComma { edits.append(TextEdit(at: member.range.upperBound, ",")) }
            }
            for (number, text) in member.added.enumerated() {
                let isEnd = isLast && number == member.added.count - 1
                edits.append(addition(text + (isEnd ? "" : ","), behind: place))
            }
        }
        return edits
    }

    private func addition(_ text: String, behind place: Int) -> TextEdit {
        let member = members[place]
        let end = member.comma?.upperBound ?? member.range.upperBound
        guard lines.beginsLine(member.range.lowerBound) else { return TextEdit(at: end, " " + text) }
        let line = lines.end(of: end)
        let next = members.dropFirst(place + 1).first?.range.lowerBound ?? closing
        let indent = lines.indent(of: member.range.lowerBound)
        let own = text.replacing("\n", with: "\n" + indent)
        return TextEdit(at: line <= next ? line : end, "\n\(indent)\(own)")
    }

    /// Whole lines where it stands in lines of its own, with the comments over it; else up to its neighbour.
    private func removal(of place: Int) -> Range<Int> {
        let member = members[place]
        let end = member.comma?.upperBound ?? member.range.upperBound
        let next = members.dropFirst(place + 1).first?.range.lowerBound ?? closing
        let line = lines.end(of: end)
        if lines.beginsLine(member.range.lowerBound), line < next {
            return lines.startOfComments(above: member.range.lowerBound)..<lines.next(after: line)
        }
        guard member.comma != nil else {
            let before = members[..<place].last.map { $0.comma?.upperBound ?? $0.range.upperBound } ?? opening
            // What is said behind it in its line is about it.
            let isNoted = line < next && lines.isComment(member.range.upperBound..<line)
            return before..<(isNoted ? line : member.range.upperBound)
        }
        return member.range.lowerBound..<next
    }
}

extension ConstraintType {
    /// The word that it begins with.
    fileprivate var word: String {
        switch self {
        case .primaryKey: "PRIMARY"
        case .unique: "UNIQUE"
        case .foreignKey: "FOREIGN"
        case .check: "CHECK"
        case .exclusion: "EXCLUDE"
        case .notNull: "NOT"
        }
    }

    /// How it stands in the definition of a column.
    fileprivate var columnClause: ColumnDefinition.Clause? {
        switch self {
        case .primaryKey: .primaryKey
        case .unique: .unique
        case .foreignKey: .references
        case .check: .check
        case .exclusion, .notNull: nil
        }
    }
}
