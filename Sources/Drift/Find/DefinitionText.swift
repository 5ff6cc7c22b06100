import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// How an object is defined, as the SQL that would make it where everything it needs is there.
struct DefinitionText: Sendable {
    let catalog: Catalog
    let rules: any DDLRules
    let neighbourhood: Neighbourhood

    init(catalog: Catalog, rules: any DDLRules) {
        self.catalog = catalog
        self.rules = rules
        neighbourhood = Neighbourhood(catalog)
    }

    /// `parts` are those that come with it.
    func text(of id: ObjectID, with parts: [ObjectID]) -> String? {
        guard let object = catalog[id] else { return nil }
        if let declaration = object.fields.first(where: { $0.name == "declaration" })?.shown, !declaration.isEmpty {
            return declaration
        }
        return statements(id, parts) ?? Self.attributes(of: object)
    }

    private func statements(_ id: ObjectID, _ parts: [ObjectID]) -> String? {
        let own = Set([id] + parts)
        let all = neighbourhood.withNeeds(own)
        let before = Catalog.mixed(all.subtracting(own), like: catalog) { _ in catalog }
        let after = Catalog.mixed(all, like: catalog) { _ in catalog }
        guard let plan = try? Planner(rules: rules).plan(from: before, to: after), !plan.statements.isEmpty else {
            return nil
        }
        // What the statements do to rows is no part of a definition.
        let plain = plan.statements.map { Statement($0.sql) }
        return ScriptText.text(of: plain, in: catalog.dialect)
    }

    private static func attributes(of object: SchemaObject) -> String {
        let fields = object.fields.filter { !$0.isNotCompared && !$0.isAbsent }
        return fields.isEmpty ? object.id.description : fields.map { "\($0.name): \($0.shown)" }.joined(separator: "\n")
    }
}
