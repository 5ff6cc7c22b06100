import AutogenSchema

extension Kind {
    /// Whether columns can have one as their type.
    var isColumnType: Bool { PostgresRules.rule(for: self)?.isColumnType ?? false }
}

/// Renames a type or a function out of the way of its successor: columns move from one type to the other with their values,
/// and what calls a function changes over.
enum TemporaryRename {
    static func isPossible(_ kind: Kind) -> Bool { PostgresRules.rule(for: kind)?.canBeRenamedTemporarily ?? false }

    /// The ending makes a clash with a real name unlikely.
    static func id(of id: ObjectID) -> ObjectID {
        var path = id.path
        // Behind the name of a function are its arguments.
        let place = id.kind == .function ? path.count - 2 : path.count - 1
        path[place] = NameAside.name(path[place])
        return ObjectID(id.kind, path: path)
    }

    /// Functions that are named by a type among their arguments, and ranges with such functions, get their names first.
    static func earlier(than step: Step, in context: ObjectPlan) -> [ObjectID] {
        guard case .setAside(let object) = step else { return [] }
        return (context.dependents[object.id] ?? []).filter { $0.kind == .function || $0.kind == .rangeType }
    }

    /// What an object is called when it goes: it may have been renamed, and what a function takes, too.
    static func lastID(of id: ObjectID, in impact: Impact) -> ObjectID {
        let renamed = impact.setAside.contains(id) ? TemporaryRename.id(of: id) : id
        // Any other goes before what it takes gets another name.
        guard id.kind == .function, renamed != id || impact.keptWhileNeeded.contains(id) else { return renamed }
        var arguments = id.name.split(separator: ", ").map(String.init)
        for need in impact.objects.from.needs(of: id) where impact.setAside.contains(need) {
            let old = SQL.dotted(need.path)
            let new = SQL.dotted(TemporaryRename.id(of: need).path)
            for place in arguments.indices where arguments[place] == old || arguments[place].hasPrefix(old + "[") {
                arguments[place] = new + arguments[place].dropFirst(old.count)
            }
        }
        return ObjectID(id.kind, path: renamed.path.dropLast() + [arguments.joined(separator: ", ")])
    }

    static func statements(for object: SchemaObject, in context: ObjectPlan) -> [Statement] {
        let id = object.id
        if id.kind == .column { return ColumnAsText.statements(leaving: id, in: context) }
        if id.kind == .function {
            let name = TemporaryRename.id(of: id).path.dropLast().last ?? ""
            return [Statement("ALTER \(ObjectReference.object(id, in: context.from)) RENAME TO \(name: name)")]
        }
        let kind = ObjectReference.kind(id, in: context.from)
        let renaming = Statement("ALTER \(kind) \(name: id.path) RENAME TO \(name: TemporaryRename.id(of: id).name)")
        guard case .rangeType(let range) = object.definition else { return [renaming] }
        // The multirange type and the functions that make values have names of their own.
        let multirange = NameAside.name(id.name, "_multi__old")
        var statements = [
            renaming, Statement("ALTER TYPE \(raw: range.multirange) RENAME TO \(name: multirange)"),
            Statement("ALTER FUNCTION \(raw: range.multirange)() RENAME TO \(name: multirange)"),
        ]
        let type = range.subtype
        if context.to.body(id, as: RangeType.self)?.subtype == type {
            for arguments in ["\(type), \(type)", "\(type), \(type), text"] {
                let function: SQL = "\(name: id.path)(\(raw: arguments))"
                statements.append(
                    Statement("ALTER FUNCTION \(function) RENAME TO \(name: TemporaryRename.id(of: id).name)"))
            }
        }
        return statements
    }
}
