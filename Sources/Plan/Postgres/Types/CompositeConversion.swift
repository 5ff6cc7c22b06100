import AutogenSchema

/// How rows of a composite type that is made anew become rows of its successor, attribute by attribute.
///
/// The text of a row names no attributes, so it is read back only where the new type has the same ones in the same order.
/// Everywhere else the script makes a cast for as long as there are two types: with it, values inside of arrays, of other
/// composite types and of domains go over, too.
enum CompositeConversion {
    /// The casts by which values get a type, one after the other; `nil` where their text tells all.
    ///
    /// - Parameter type: as `format_type` writes it, of a value whose type is made anew under its name.
    static func casts(to type: String, in context: ObjectPlan) -> [String]? {
        var name = type
        while name.hasSuffix("[]") { name.removeLast(2) }
        let brackets = type.dropFirst(name.count)
        func found(_ kind: Kind) -> ObjectID? {
            (context.oldIDs[kind] ?? []).first { SQL.dotted($0.path) == name && context.to.contains($0) }
        }
        if let composite = found(.compositeType) { return isNeeded(for: composite, in: context) ? [type] : nil }
        guard let domain = found(.domain).flatMap({ context.to.body($0, as: Domain.self) }) else { return nil }
        return casts(to: domain.type + brackets, in: context).map { $0 + [type] }
    }

    /// Whether a type that is made anew has other attributes than before, or one that is of such a type. The rows of typed
    /// tables are no values of their type.
    private static func isNeeded(for type: ObjectID, in context: ObjectPlan) -> Bool {
        let holdsValues = (context.dependents[type] ?? []).contains { $0.kind != .table }
        guard holdsValues, context.recreated.contains(type), let from = context.from.body(type, as: CompositeType.self),
            let to = context.to.body(type, as: CompositeType.self)
        else { return false }
        return from.attributes.map(\.name) != to.attributes.map(\.name)
            || to.attributes.contains { casts(to: $0.type, in: context) != nil }
            || zip(from.attributes, to.attributes).contains { old, new in
                !TypeFamily.isReadable(old.type, as: new.type)
            }
    }

    /// What makes the cast, once the new type is there beside the old one.
    static func beginning(of type: ObjectID, in context: ObjectPlan) -> [Statement] {
        guard isNeeded(for: type, in: context), let from = context.from.body(type, as: CompositeType.self),
            let to = context.to.body(type, as: CompositeType.self)
        else { return [] }
        let values = to.attributes.map { attribute -> SQL in
            guard let old = from.attributes.first(where: { $0.name == attribute.name }) else { return "NULL" }
            let casts =
                old.type != attribute.type
                ? TypeFamily.conversion(from: old.type, to: attribute.type)
                : isRemade(attribute.type, of: type, in: context) && Self.casts(to: old.type, in: context) == nil
                    ? ["text", old.type] : nil
            return "($1).\(name: attribute.name)\((casts ?? []).map { "::\(raw: $0)" as SQL }, separator: "")"
        }
        let lost = from.attributes.filter { old in !to.attributes.contains { $0.name == old.name } }.map {
            Hazard.dataLoss(Address(kind: "attribute", path: type.path + [$0.name]), "deletes its values")
        }
        let row: SQL = "ROW(\(values, separator: ", "))::\(name: type.path)"
        let head: SQL = "CREATE FUNCTION \(function(type))(\(old(type))) RETURNS \(name: type.path)"
        return [
            Statement("\(head)\nLANGUAGE sql IMMUTABLE STRICT RETURN \(row)", hazards: lost),
            Statement("CREATE CAST \(pair(type)) WITH FUNCTION \(function(type))(\(old(type)))"),
        ]
    }

    /// What takes the cast away, before the old type goes.
    static func ending(of type: ObjectID, in context: ObjectPlan) -> [Statement] {
        guard isNeeded(for: type, in: context) else { return [] }
        return [
            Statement("DROP CAST \(pair(type))"), Statement("DROP FUNCTION \(function(type))(\(old(type)))"),
        ]
    }

    /// Whether an attribute keeps the name of its type, and the type is made anew.
    private static func isRemade(_ attribute: String, of type: ObjectID, in context: ObjectPlan) -> Bool {
        context.from.needs(of: type).contains { id in
            guard context.isTornDown(id), id.kind.isColumnType else { return false }
            let name = SQL.dotted(id.path)
            return attribute == name || attribute.hasPrefix(name + "[")
        }
    }

    private static func old(_ type: ObjectID) -> SQL { "\(name: TemporaryRename.id(of: type).path)" }
    private static func function(_ type: ObjectID) -> SQL { old(type) }
    private static func pair(_ type: ObjectID) -> SQL { "(\(old(type)) AS \(name: type.path))" }
}
