package import AutogenPlan
package import AutogenSchema

/// The schemas of one database that should all be alike, each compared with a template.
///
/// The database is read once; a schema that is as it should be costs one pass over its objects.
package struct TenantSchemas: Sendable {
    private let live: Catalog
    private let template: Catalog
    private let templateName: String
    private let rules: any DDLRules
    /// The objects of each schema that fits the pattern.
    private let members: [String: (name: String, ids: [ObjectID])]

    /// - Parameters:
    ///   - pattern: the names of the schemas, with `*` and `?`.
    ///   - expected: the catalog that holds the template.
    package init(
        in live: Catalog, matching pattern: String, expected: Catalog, template name: String, rules: any DDLRules
    ) {
        self.live = live
        self.rules = rules
        templateName = name
        let own = expected.objects.ids.filter { $0.schema == name }
        template = Catalog.mixed(Set(own), like: expected) { _ in expected }
        var members: [String: (name: String, ids: [ObjectID])] = [:]
        var fits: [String: Bool] = [:]
        for id in live.objects.ids {
            guard let schema = id.schema else { continue }
            let key = schema.exact
            let isMember = fits[key] ?? (schema != name && Wildcard.matches(schema, pattern))
            fits[key] = isMember
            if isMember { members[key, default: (schema, [])].ids.append(id) }
        }
        self.members = members
    }

    /// The schemas that fit the pattern.
    package var names: [String] { members.sorted { $0.key < $1.key }.map(\.value.name) }

    /// The schemas of a catalog that hold something.
    package static func schemas(of catalog: Catalog) -> [String] {
        let names = catalog.objects.ids.filter { $0.kind != .namespace }.compactMap(\.schema).map { ($0.exact, $0) }
        return Dictionary(names, uniquingKeysWith: { $1 }).sorted { $0.key < $1.key }.map(\.value)
    }

    /// What is wrong in one schema, in the names of the template, with the SQL in its own.
    package func findings(in name: String) -> [Finding] {
        let naming = SchemaName(name, to: templateName, live.dialect.syntax)
        let ids = members[name.exact]?.ids ?? []
        guard !isAlike(ids, naming) else { return [] }
        let catalog = Catalog.mixed(Set(ids), like: live) { _ in live }
            .mapped(ids: naming.id, definitions: { naming.definition($0.definition) })
        let back = SchemaName(templateName, to: name, live.dialect.syntax)
        return SchemaFindings(live: catalog, expected: template, rules: rules).findings().map { finding in
            var copy = finding
            copy.restore = finding.restore.map { $0.renamed(back) }
            copy.adopt = finding.adopt.map { $0.renamed(back) }
            copy.places = [name]
            return copy
        }
    }

    private func isAlike(_ ids: [ObjectID], _ naming: SchemaName) -> Bool {
        guard ids.count == template.objects.count else { return false }
        return ids.allSatisfy { id in
            guard let object = live[id], let model = template[naming.id(id)] else { return false }
            return object.definition == model.definition || naming.definition(object.definition) == model.definition
        }
    }
}

extension Repair {
    fileprivate func renamed(_ naming: SchemaName) -> Repair {
        Repair(sql: "-- for the schema \(naming.new)\n" + naming.text(sql), hazards: hazards, together: together)
    }
}

/// Names with `*` for any letters and `?` for one.
enum Wildcard {
    static func matches(_ name: String, _ pattern: String) -> Bool { matches(name[...], pattern[...]) }

    private static func matches(_ name: Substring, _ pattern: Substring) -> Bool {
        guard let mark = pattern.first else { return name.isEmpty }
        if mark == "*" {
            return matches(name, pattern.dropFirst()) || !name.isEmpty && matches(name.dropFirst(), pattern)
        }
        guard let letter = name.first, mark == "?" || mark == letter else { return false }
        return matches(name.dropFirst(), pattern.dropFirst())
    }
}
