import AutogenSchema

/// Sequences whose name the new generator of their column takes: they go on under another until it has their number.
extension Renamings {
    mutating func setGeneratorsAside() {
        let relations = Set(
            target.objects.values.flatMap { OccupiedNames.names(of: $0) }.filter { $0.hasPrefix("relation ") })
        for column in target.ids where column.kind == .column {
            guard let new = Generator(of: column, in: target), let old = Generator(of: column, in: catalog),
                old.isIdentity != new.isIdentity,
                relations.contains(OccupiedNames.relation(old.sequence)),
                old.isIdentity || !target.contains(ObjectID(.sequence, path: old.sequence))
            else { continue }
            setAside(old, of: column)
        }
    }

    mutating func setAside(_ generator: Generator, of column: ObjectID) {
        let old = ObjectID(.sequence, path: generator.sequence)
        let new = TemporaryRename.id(of: old)
        let owner = ObjectID(.sequenceOwner, path: old.path)
        let statement = Statement("ALTER SEQUENCE \(name: old.path) RENAME TO \(name: new.name)")
        apply(statement, moves: [old: new, owner: ObjectID(.sequenceOwner, path: new.path)]) { object in
            guard object.id == column, case .column(var body) = object.definition, generator.isIdentity else {
                return object.definition
            }
            body.identitySequence = new.path
            return .column(body)
        }
    }
}
