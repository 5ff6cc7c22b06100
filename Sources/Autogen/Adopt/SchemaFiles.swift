import AutogenMetadata
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// A schema written down as SQL files.
struct SchemaFiles {
    /// How it is spread over files, the most pleasant first.
    enum Layout: CaseIterable {
        /// Each object with its parts in a file of its own, in a folder for its kind.
        case objects
        /// The same, with functions whose bodies the engine must not look at.
        case unchecked
        /// One file that makes one thing after the other.
        case one
    }

    /// Paths in the schema's folder with their texts.
    let texts: [(path: String, text: String)]

    /// - Parameter empty: an empty database as the project sees it.
    init(_ catalog: Catalog, from empty: Catalog, _ layout: Layout) throws(PlanError) {
        let planner = Planner(rules: catalog.dialect.rules)
        guard layout != .one else {
            let plan = try planner.plan(from: empty, to: catalog)
            texts = [("schema.sql", Self.text(of: plan.statements, catalog.dialect))]
            return
        }
        let places = SchemaPlaces(catalog)
        var names = FileNames()
        texts = try planner.creation(of: catalog, from: empty, groupedBy: places.group).map { group, statements in
            let isCode = group.kind == .function || group.kind == .aggregate
            let first = layout == .unchecked && isCode ? [Statement("SET check_function_bodies = off")] : []
            let folder = places.folder(of: group)
            let name = names.name(places.name(of: group), in: folder)
            return ("\(folder)/\(name).sql", Self.text(of: first + statements, catalog.dialect))
        }
    }

    /// The files as they would be found in a folder, for trying them.
    func files(in folder: String) throws(SourceFileError) -> [SourceFile] {
        var files: [SourceFile] = []
        for (path, text) in texts.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            files.append(try SourceFile(name: "\(folder)/\(path)", text: text))
        }
        return files
    }

    /// Hazards are about databases with rows, which a declaration is not.
    private static func text(of statements: [Statement], _ dialect: Dialect) -> String {
        let plain = statements.map { statement in
            var plain = statement
            plain.hazards = []
            return plain
        }
        return ScriptText.text(of: plain, in: dialect) + "\n"
    }
}
