import AutogenConnection
import AutogenMetadata
import AutogenReflection
import AutogenSchema

extension SchemaMigrator {
    /// The declared schema, in which the convention names what its author left to the server to name.
    ///
    /// What `known` has under the server's name keeps it: an old constraint is not renamed because a convention came
    /// later. The renaming is done in the scratch database, so that all that follows from a name follows from this one.
    func declared(_ dialect: Dialect, beyond known: Catalog) async throws -> Catalog {
        let files = try DeclaredSchema(sources: project.sources, folder: project.root, dialect: dialect)
        step("loading \(project.sources.joined(separator: ", ")) in a scratch database")
        return reported(try await declared(by: files, beyond: known))
    }

    /// What files declare, on disk or not, named by the same convention.
    func declared(by files: DeclaredSchema, beyond known: Catalog) async throws -> LoadedSchema {
        let naming = files.dialect.authoring.namesWhatHasNone ? project.naming : NamingConvention()
        return try await load(files, server: project.url) { connection, loaded in
            let renamings = naming.isEmpty ? [] : naming.renamings(in: loaded, beyond: known)
            for renaming in renamings {
                do {
                    try await connection.execute(renaming)
                } catch let error as DatabaseError where error.reason != .cancelled {
                    // What keeps the server's name, such as a part of another constraint, is told as a breach.
                    continue
                }
            }
            return !renamings.isEmpty
        }
    }
}

extension NamingConvention {
    /// The statements that give the convention's names to what is new and has names of the server's making.
    func renamings(in catalog: Catalog, beyond known: Catalog) -> [SQL] {
        catalog.objects.sorted { $0.id < $1.id }.compactMap { object in
            guard !known.contains(object.id), DefaultName.isGiven(to: object), let wanted = name(of: object),
                wanted != object.id.name
            else { return nil }
            if case .index = object.definition {
                return "ALTER INDEX \(name: object.id.path) RENAME TO \(name: wanted)"
            }
            let table = Array(object.id.path.prefix(2))
            return "ALTER TABLE \(name: table) RENAME CONSTRAINT \(name: object.id.name) TO \(name: wanted)"
        }
    }
}
