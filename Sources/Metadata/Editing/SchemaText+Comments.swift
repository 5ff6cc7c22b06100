import AutogenSQLText
package import AutogenSchema

/// Comments beside what they are about.
extension SchemaText {
    /// Puts a comment of a line beside the declaration of something: behind a member that has a line for itself, over a
    /// statement. Nothing is written where it stands nowhere.
    package mutating func annotate(_ object: Address, _ comment: String) {
        let kinds = [object.kind, Kind.table.rawValue, Kind.enumType.rawValue, Kind.compositeType.rawValue]
        let ids = catalog.objects.ids.filter { kinds.contains($0.kind.rawValue) }
        let own = ids.first { Address($0) == object && makers[$0] != nil }
        let whole = ids.first { $0.kind.rawValue != object.kind && $0.path == Array(object.path.dropLast()) }
        guard let place = (own ?? whole).flatMap({ makers[$0] }), let statement = statement(place) else { return }
        let isMember = own == nil || whole.map { makers[$0] == place } ?? false
        let edit =
            isMember
            ? memberNote(comment, on: object, own, in: statement) : statementNote(comment, over: statement)
        notes[place.file, default: []].append(edit)
    }

    private func statementNote(_ comment: String, over statement: SourceStatement) -> TextEdit {
        let lines = Lines(bytes: statement.file.bytes)
        let start = statement.range.lowerBound
        guard lines.beginsLine(start) else { return TextEdit(at: start, "/* \(comment) */ ") }
        return TextEdit(at: start, "-- \(comment)\n\(lines.indent(of: start))")
    }

    private func memberNote(
        _ comment: String, on object: Address, _ id: ObjectID?, in statement: SourceStatement
    ) -> TextEdit {
        let member = id.flatMap { catalog[$0] }.flatMap { MemberList(statement)?.range(of: $0) }
        let named = statement.sql.tokens.last { token in
            let names = NamesInStatement([token], of: statement)
            return names.all.contains { names.isSame($0, object.ownName) }
        }
        guard let range = member ?? named?.range else { return statementNote(comment, over: statement) }
        let lines = Lines(bytes: statement.file.bytes)
        let end = lines.end(of: range.upperBound)
        let tokens = statement.sql.tokens
        let following = tokens.first { $0.range.lowerBound >= range.upperBound }
        let isComma = following.map { statement.sql.text(of: $0) == "," } ?? false
        let behind = isComma ? following?.range.upperBound ?? range.upperBound : range.upperBound
        // Where something else stands in the line, the comment stands right behind.
        guard lines.beginsLine(range.lowerBound), lines.isBlank(behind..<end) else {
            return TextEdit(at: range.upperBound, " /* \(comment) */")
        }
        return TextEdit(at: behind, "  -- \(comment)")
    }
}
