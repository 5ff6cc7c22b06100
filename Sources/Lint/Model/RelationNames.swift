import AutogenSQLText
import AutogenSchema

/// Tables and views of a schema by the names that statements give them, with or without the schema.
struct RelationNames: Sendable {
    private let syntax: SQLSyntax
    private var byName: [String: [ObjectID]] = [:]

    init(_ catalog: Catalog) {
        syntax = catalog.dialect.syntax
        let kinds: Set<Kind> = [.table, .view, .materializedView]
        for id in catalog.objects.ids where kinds.contains(id.kind) {
            byName[syntax.key(of: id.name), default: []].append(id)
        }
    }

    /// Whether there is a table or a view of a name; one without a schema may be in any.
    func contains(_ name: [String]) -> Bool { !found(name).isEmpty }

    /// The table of a name, the first of several.
    func table(_ name: [String]) -> ObjectID? { found(name).filter { $0.kind == .table }.min() }

    private func found(_ name: [String]) -> [ObjectID] {
        (byName[syntax.key(of: name.last ?? "")] ?? []).filter { id in
            zip(id.path.reversed(), name.reversed()).allSatisfy { syntax.key(of: $0) == syntax.key(of: $1) }
        }
    }
}
