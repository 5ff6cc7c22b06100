import AutogenSchema

/// Sequences that have another name but serve the same column: renamed, they go on where they are.
extension Renamings {
    mutating func renameSequences() {
        let made = Dictionary(made(.sequence).map { (served(by: $0.id, in: target), $0.id) }) { first, _ in first }
        var statements: [Statement] = []
        var renamed: [ObjectID: ObjectID] = [:]
        for old in lost(.sequence).map(\.id) {
            guard let column = served(by: old, in: catalog), let new = made[column], old.path.first == new.path.first
            else { continue }
            statements.append(Statement("ALTER SEQUENCE \(name: old.path) RENAME TO \(name: new.name)"))
            renamed[old] = new
        }
        guard !renamed.isEmpty else { return }
        let owners = renamed.map {
            (ObjectID(.sequenceOwner, path: $0.path), ObjectID(.sequenceOwner, path: $1.path))
        }
        let before = catalog
        apply(statements, moves: renamed.merging(owners) { first, _ in first }) { object in
            guard object.kind == .columnDefault else { return object.definition }
            return before.needs(of: object.id).reduce(object.definition) { definition, need in
                guard let new = renamed[need] else { return definition }
                return definition.mappingTexts { $0.replacing(Self.spelling(need), with: Self.spelling(new)) }
            }
        }
    }

    private static func spelling(_ sequence: ObjectID) -> String {
        SQL.quoted(literal: SQL.dotted(sequence.path)) + "::regclass"
    }

    /// The column that owns the sequence.
    private func served(by sequence: ObjectID, in catalog: Catalog) -> [String]? {
        catalog.body(ObjectID(.sequenceOwner, path: sequence.path), as: SequenceOwner.self)?.column
    }
}

/// Sequences whose name the new generator of their column takes: they go on under another until it has their number.
extension Renamings {
    mutating func setGeneratorsAside() {
        let relations = Set(
            target.objects.flatMap { PostgresRules.occupiedNames(of: $0) }.filter { $0.hasPrefix("relation ") })
        for column in target.ids(of: .column) {
            guard let new = Generator(of: column, in: target), let old = Generator(of: column, in: catalog),
                old.isIdentity != new.isIdentity,
                relations.contains(OccupiedNames.relation(old.sequence)),
                old.isIdentity || !target.contains(ObjectID(.sequence, path: old.sequence))
            else { continue }
            renameTemporarily(old, of: column)
        }
    }

    mutating func renameTemporarily(_ generator: Generator, of column: ObjectID) {
        let old = ObjectID(.sequence, path: generator.sequence)
        let new = TemporaryRename.id(of: old)
        let owner = ObjectID(.sequenceOwner, path: old.path)
        let statement = Statement("ALTER SEQUENCE \(name: old.path) RENAME TO \(name: new.name)")
        apply([statement], moves: [old: new, owner: ObjectID(.sequenceOwner, path: new.path)]) { object in
            guard object.id == column, case .column(var body) = object.definition, generator.isIdentity else {
                return object.definition
            }
            body.identitySequence = new.path
            return .column(body)
        }
    }
}
