import AutogenSchema

/// How the server writes a label of an enum in expressions, which change their spelling when it is renamed.
struct LabelSpelling {
    let type: String
    let old: String
    let new: String

    func respelled(_ object: SchemaObject, in catalog: Catalog) -> Definition {
        switch object.definition {
        case .partition(var partition):
            guard isPartitionedBy(partition.parent, in: catalog) else { return object.definition }
            partition.bound = partition.bound.replacing(SQL.quoted(literal: old), with: SQL.quoted(literal: new))
            return .partition(partition)
        case .function(let function):
            // What stands in quotes is the author's text, and stays as it is.
            return function.definition.contains(" BEGIN ATOMIC") || function.definition.contains("\nRETURN ")
                ? object.definition.mappingTexts(respelled) : object.definition
        case .column, .columnDefault, .constraint, .domain, .domainConstraint, .index, .view, .materializedView,
            .viewColumn, .rule, .trigger, .policy, .statistics, .publication:
            return object.definition.mappingTexts(respelled)
        case .namespace, .extension, .collation, .enumType, .compositeType, .rangeType, .sequence, .aggregate, .table,
            .sequenceOwner, .indexPartition, .virtualTable, .databaseOption, .language, .cast, .conversion,
            .textSearchParser,
            .textSearchTemplate, .textSearchDictionary, .textSearchConfiguration, .eventTrigger, .owner, .grant,
            .defaultPrivileges, .comment, .accessMethod, .shellType, .baseType, .operator, .operatorFamily,
            .operatorClass, .transform, .foreignDataWrapper, .server, .userMapping, .subscription, .securityLabel:
            return object.definition
        }
    }

    /// `'sad'::public.mood` and `'{sad,ok}'::public.mood[]`.
    func respelled(_ text: String) -> String {
        guard text.contains(type) else { return text }
        var result = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "'") {
            result += rest[..<start]
            guard let literal = Brackets.literal(at: start, in: rest) else { break }
            let after = rest[literal.end...]
            result += respelled(literal.value, String(rest[start..<literal.end]), before: after)
            rest = after
        }
        return result + rest
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
        guard let key = catalog.body(ObjectID(.table, path: table), as: Table.self)?.partitionKey else { return false }
        let columns = PartitionKey.expressions(of: key)
        return columns.count == 1
            && catalog.objects.values.contains { object in
                guard case .column(let column) = object.definition, object.id.relationPath == table else {
                    return false
                }
                return column.type == type && SQL.quoted(name: object.id.name) == columns[0]
            }
    }
}
