import AutogenDiff
import AutogenSchema

/// What can be renamed in place before anything else happens: the statements, and the catalog as they leave it.
///
/// A rename is taken for one only where nothing is lost if it wasn't meant as one, or where nothing else can be meant:
/// the object is the same but for its name. Tables and columns are never among them: theirs would be guesses.
struct Renamings {
    private let changes: [Change]
    private(set) var catalog: Catalog
    let target: Catalog
    private var statements: [Statement] = []
    var successors: [ObjectID: ObjectID] = [:]

    init(_ differences: Differences) {
        changes = differences.changes
        catalog = differences.from
        target = differences.to
        renameSequences()
        setGeneratorsAside()
        renameViewColumns()
        setTablesAside()
        renameNamesakes()
        tieKeysToPartitions()
        tieIndexesToParents()
    }

    var result: Renamed {
        let rest = statements.isEmpty ? changes : Comparison.changes(from: catalog, to: target)
        return Renamed(catalog, rest, statements: statements, successors: successors)
    }

    /// A partition whose rows are referred to can't be detached, not even for a moment.
    private mutating func tieKeysToPartitions() {
        let changed = target.ids(of: .partition).compactMap {
            target.body($0, as: Partition.self) == catalog.body($0) ? nil : $0
        }
        let parents = Set(changed.compactMap { target.body($0, as: Partition.self)?.parent })
        guard !parents.isEmpty else { return }
        for id in catalog.ids(of: .partition) {
            guard let old = catalog.body(id, as: Partition.self), parents.contains(old.parent),
                old != target.body(id, as: Partition.self)
            else { continue }
            let wholes = [old.parent] + InheritanceTree.ancestors(of: old.parent, in: catalog)
            for key in catalog.ids(of: .constraint) {
                guard let body = catalog.body(key, as: Constraint.self), wholes.contains(body.references) else {
                    continue
                }
                catalog.insert(dependency: id, of: key)
            }
        }
    }

    /// An attached index goes with the one it is attached to, also where it shall stand alone afterwards, unless its table
    /// is detached before.
    private mutating func tieIndexesToParents() {
        for id in catalog.ids(of: .indexPartition) where !target.contains(id) {
            guard let index = catalog.parent(of: id), target.contains(index), let table = catalog.parent(of: index)
            else { continue }
            let partition = ObjectID(.partition, path: table.path)
            guard catalog.body(partition, as: Partition.self) == target.body(partition) else { continue }
            for need in catalog.needs(of: id) where need != index {
                catalog.insert(dependency: need, of: index)
            }
        }
    }

    /// Carries out renames in the catalog, which is written anew for all of them at once.
    mutating func apply(
        _ renames: [Statement], moves: [ObjectID: ObjectID] = [:],
        definitions: (SchemaObject) -> Definition = \.definition
    ) {
        statements += renames
        catalog = catalog.mapped(ids: { Self.moved($0, by: moves) }, definitions: definitions)
    }

    /// What is said of an object, and what is part of it, moves with it.
    private static func moved(_ id: ObjectID, by moves: [ObjectID: ObjectID]) -> ObjectID {
        if let new = moves[id] { return new }
        guard let target = id.target, let new = moves[target] else { return id }
        let isNamed = id.kind == .grant || id.kind == .securityLabel
        return isNamed ? ObjectID(id.kind, on: new, id.name) : ObjectID(id.kind, on: new)
    }

    /// The objects of a kind that only one of the catalogs has.
    func lost(_ kind: Kind) -> [SchemaObject] {
        catalog.objects.filter { $0.kind == kind && !target.contains($0.id) }.sorted { $0.id < $1.id }
    }

    func made(_ kind: Kind) -> [SchemaObject] {
        target.objects.filter { $0.kind == kind && !catalog.contains($0.id) }.sorted { $0.id < $1.id }
    }
}
