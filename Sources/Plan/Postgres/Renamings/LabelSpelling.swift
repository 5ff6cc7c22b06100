import AutogenSQLText
import AutogenSchema

/// How the server writes a label of an enum in expressions, which change their spelling when it is renamed.
struct LabelSpelling {
    let type: String
    let old: String
    let new: String

    func respelled(_ object: SchemaObject, in catalog: Catalog) -> Definition {
        if case .partition(var partition) = object.definition {
            guard isPartitionedBy(partition.parent, in: catalog) else { return object.definition }
            let (from, to) = (SQL.quoted(literal: old), SQL.quoted(literal: new))
            partition.bound = replacingLiterals(in: partition.bound) { literal, _, _ in literal == from ? to : literal }
            partition.values = NotCompared(partition.values.value.map { $0.map { $0 == from ? to : $0 } })
            return .partition(partition)
        }
        var holdsExpressions = PostgresRules.rule(for: object.kind)?.holdsExpressions ?? false
        // What stands in quotes is the author's text, and stays as it is.
        if case .function(let function) = object.definition { holdsExpressions = function.hasParsedBody.value }
        return holdsExpressions ? object.definition.mappingTexts(respelled) : object.definition
    }

    /// `'sad'::public.mood` and `'{sad,ok}'::public.mood[]`.
    func respelled(_ text: String) -> String {
        guard text.contains(type) else { return text }
        return replacingLiterals(in: text) { literal, value, after in respelled(value, literal, before: after) }
    }

    /// The text with other literals in the place of its own.
    ///
    /// - Parameter replace: gets the literal, its value and what stands behind it.
    private func replacingLiterals(
        in text: String, _ replace: (_ literal: String, _ value: String, _ after: Substring) -> String
    ) -> String {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, .postgresql)
        var result = ""
        var end = 0
        while let token = lexer.next() {
            guard token.kind == .string, token.isClosed else { continue }
            result += String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
            let literal = String(decoding: bytes[token.range], as: UTF8.self)
            let after = text[text.utf8.index(text.startIndex, offsetBy: token.range.upperBound)...]
            result += replace(literal, token.value(in: bytes), after)
            end = token.range.upperBound
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }

    private func respelled(_ value: String, _ text: String, before after: Substring) -> String {
        guard after.hasPrefix("::\(type)") else { return text }
        let following = after.dropFirst(2 + type.count)
        if following.hasPrefix("[]") {
            guard let elements = ArrayLiteral.elements(of: value) else { return text }
            return SQL.quoted(literal: ArrayLiteral.text(of: elements.map { $0 == old ? new : $0 }))
        }
        let isWhole = following.first.map { !($0.isLetter || $0.isNumber || "_$\"".contains($0)) } ?? true
        return isWhole && value == old ? SQL.quoted(literal: new) : text
    }

    /// Bounds name no type: the key does.
    private func isPartitionedBy(_ table: [String], in catalog: Catalog) -> Bool {
        let columns = catalog.body(ObjectID(.table, path: table), as: Table.self)?.partitionParts.value ?? []
        return columns.count == 1
            && catalog.objects.contains { object in
                guard case .column(let column) = object.definition, object.id.relationPath == table else {
                    return false
                }
                return column.type == type && SQL.quoted(name: object.id.name) == columns[0]
            }
    }
}
