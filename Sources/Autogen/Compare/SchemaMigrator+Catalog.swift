public import AutogenConnection
import AutogenReflection
import AutogenRevisions
public import AutogenSchema

extension SchemaMigrator {
    /// The schema that a source names.
    ///
    /// - Parameters:
    ///   - dialect: what SQL files are written for; the project's database decides where it is `nil`.
    ///   - server: a database on the server that scratch databases are made on.
    ///   - version: of the server in whose words a revision is to be told; where it is `nil`, those of its snapshot will do.
    public func catalog(
        of source: Source, dialect: Dialect? = nil, server: DatabaseURL? = nil, version: ServerVersion? = nil
    ) async throws -> Catalog {
        switch source {
        case .database(let url): return try await reflect(url)
        case .live: return try await reflectProject()
        case .connection(let connection): return try await wholeCatalog(of: connection)
        case .snapshot(let path):
            step("reading \(path)")
            return view(try SnapshotFile.read(path))
        case .files(let path):
            return try await load([path], dialect: known(dialect, path), folder: ".", server: server)
        case .git(let reference, let path):
            let known = try known(dialect, path)
            let isHere = path.hasPrefix("./") || path.hasPrefix("../")
            // What the files include may lie anywhere.
            let paths = [isHere ? path : ":(top)\(path)", ":(top)*.sql"]
            return try await GitTree.with(.commit(reference), of: ".", paths: paths) { tree in
                let folder = isHere ? tree.folder : tree.top
                guard path.hasSuffix(".json") else {
                    return try await load([path], dialect: known, folder: folder, server: server)
                }
                return view(try SnapshotFile.read("\(folder)/\(path)"))
            }
        case .declared:
            return try await load(
                project.sources, dialect: known(dialect, "the declared schema"), folder: project.root, server: server)
        case .revision(let reference):
            let graph = try project.revisions.graph()
            let id = try graph.resolve(reference, applied: nil)
            let own = try id.flatMap { graph[$0]?.revision.dialect } ?? known(dialect, "an empty schema")
            return try await schema(after: id.map { [$0] } ?? [], in: graph, own, as: version)
        }
    }

    private func known(_ dialect: Dialect?, _ name: String) throws(AutogenError) -> Dialect {
        guard let dialect = dialect ?? self.dialect else { throw AutogenError.noDialect([name]) }
        return dialect
    }

    private func reflect(_ url: DatabaseURL) async throws -> Catalog {
        // The project's own is reached as the project wants it.
        guard url != project.url else { return try await reflectProject() }
        step("reading \(url)")
        return try await watched.withConnection(to: url, for: .readOnly) { connection in
            try await connection.reading { try await wholeCatalog(of: connection) }
        }
    }

    private func reflectProject() async throws -> Catalog {
        step("reading \(try databaseName())")
        return try await withProjectDatabase(for: .readOnly) { try await wholeCatalog(of: $0) }
    }

    private func wholeCatalog(of connection: any Connection) async throws -> Catalog {
        report(try await Reflector.unmodelled(in: connection))
        return try await reflect(connection)
    }

    /// Says what stays out of account; the first few stand for a flood of them.
    private func report(_ unmodelled: [Unmodelled]) {
        let shown = unmodelled.prefix(20)
        for unmodelled in shown { note(unmodelled.description) }
        if unmodelled.count > shown.count { note("not compared: \(unmodelled.count - shown.count) more of the kind") }
    }

    func reflect(_ connection: any Connection) async throws -> Catalog {
        guard !(connection is any ReaderProvider),
            let role = try await Reflector.migratingRole(
                of: connection, versionTable: project.versionTable.qualified)
        else { return view(try await Reflector.catalog(of: connection)) }
        var catalog = try await Reflector.catalog(of: connection, migratingRole: role)
        let names = Dictionary(project.roles.map { ($0.key.exact, $0.value) }, uniquingKeysWith: { $1 })
        if let name = names[role.exact] { catalog.migratingRoles.insert(name.exact) }
        return view(catalog.renamingRoles { names[$0.exact] ?? $0 })
    }
}
