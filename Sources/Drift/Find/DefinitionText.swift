package import AutogenPlan
import AutogenRevisions
package import AutogenSchema

/// How an object is defined, as the SQL that would make it where everything it needs is there.
package struct DefinitionText: Sendable {
    let catalog: Catalog
    let rules: any DDLRules
    let neighbourhood: Neighbourhood

    package init(catalog: Catalog, rules: any DDLRules) {
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
        guard let statements = statements(of: id, with: parts) else { return Self.attributes(of: object) }
        return ScriptText.text(of: statements, in: catalog.dialect)
    }

    /// The statements that make an object and its parts; what they do to rows is no part of a definition.
    package func statements(of id: ObjectID, with parts: [ObjectID]) -> [Statement]? {
        let own = Set([id] + parts)
        let all = neighbourhood.withNeeds(own)
        let before = Catalog.mixed(all.subtracting(own), like: catalog) { _ in catalog }
        let after = Catalog.mixed(all, like: catalog) { _ in catalog }
        guard let plan = try? Planner(rules: rules).plan(from: before, to: after), !plan.statements.isEmpty else {
            return nil
        }
        return plan.statements.map { statement in
            var plain = statement
            plain.hazards = []
            return plain
        }
    }

    private static func attributes(of object: SchemaObject) -> String {
        let fields = object.fields.filter { !$0.isNotCompared && !$0.isAbsent }
        return fields.isEmpty ? object.id.description : fields.map { "\($0.name): \($0.shown)" }.joined(separator: "\n")
    }
}
