import AutogenConnection
import AutogenDiff
import AutogenMetadata
public import AutogenRevisions
import AutogenSchema

/// A database that a project has taken over as it was.
public struct AdoptedDatabase: Sendable {
    /// The files of the declared schema.
    public let files: [String]
    /// The revision that makes everything, at which the database is now.
    public let script: RevisionScript
    /// What running the baseline in a scratch database showed.
    public let proof: Proof
    /// Whether the database has the revision on record, which a role that only reads can't put there.
    public let isStamped: Bool
}

extension SchemaMigrator {
    /// Writes the schema of the project's database as the declared schema, one file for each object, with a first
    /// revision that makes all of it, and records that the database has that revision; `nil` when the database is empty.
    ///
    /// Both are tried in scratch databases first, and nothing is written before. In the database itself nothing changes
    /// but the version table. Throws ``AdoptionError`` and ``AutogenError`` where there is something already.
    /// - Parameters:
    ///   - prepare: makes what else the project consists of, before its files are written.
    ///   - allowsUnproved: whether to write what trying did not prove.
    public func adopt(
        message: String = "baseline", allowsUnproved: Bool = false, prepare: () throws -> Void = {}
    ) async throws -> AdoptedDatabase? {
        try await writing { try await adopted(message, allowsUnproved, prepare) }
    }

    private func adopted(
        _ message: String, _ allowsUnproved: Bool, _ prepare: () throws -> Void
    ) async throws -> AdoptedDatabase? {
        let name = try databaseName()
        let folder = try emptySchemaFolder()
        if let script = try project.revisions.graph().scripts.first { throw AutogenError.exists(script.file) }
        let recorded = try await withDatabase { connection in
            guard let connection else { throw AdoptionError.noFile(name) }
            return try await project.versionTable.rows(on: connection)
        }
        if let row = recorded.first { throw AdoptionError.recorded(name, project.versionTable.name, row.file) }

        let live = try await catalog(of: .live)
        let empty = try await schema(after: [], in: project.revisions.graph(), live.dialect, as: nil)
        let target = shown(live)
        guard
            let draft = try RevisionDraft(
                message: message, from: empty, to: target, after: [], rules: live.dialect.rules)
        else {
            try prepare()
            return nil
        }
        step("trying the revision in a scratch database")
        var prover = Prover(scratch: scratch(live.dialect))
        prover.view = { view($0) }
        let proof = try await prover.prove(draft.script(), from: empty, to: live, history: [])
        guard proof.isComplete || allowsUnproved else { throw AutogenError.notProved(proof) }
        let files = try await declaration(of: target, as: live, in: folder, allowsUnproved)

        try prepare()
        let written = try files.write(to: folder, of: project)
        let script: RevisionScript
        do {
            script = try project.revisions.write(
                draft.revision, catalog: proof.upgrade == .proved ? proof.reached ?? live : live,
                declared: declaredHash(live.dialect))
        } catch {
            SchemaFiles.remove(written, of: project)
            throw error
        }
        var isStamped = true
        do {
            try await stamp([RevisionReference(script.id)])
        } catch let error as DatabaseError where live.dialect.authoring.isForbidden(error) {
            isStamped = false
        } catch {
            note("all files are written, but the database does not have the revision: autogen stamp head records it")
            throw error
        }
        return AdoptedDatabase(files: written, script: script, proof: proof, isStamped: isStamped)
    }

    /// The first source of the declared schema, which must be a folder, where no source has any SQL yet.
    func emptySchemaFolder() throws -> String {
        let finder = SourceFinder(folder: project.root)
        for source in project.sources {
            if let file = try? finder.files([source]).first { throw AutogenError.exists(file.name) }
        }
        guard let folder = project.sources.first, !folder.hasSuffix(".sql"), !folder.contains("*") else {
            throw AdoptionError.noFolder(project.sources)
        }
        return folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }

    /// The files that load to the same schema, in the most pleasant layout that does.
    func declaration(
        of catalog: Catalog, as live: Catalog, in folder: String, _ allowsUnproved: Bool
    ) async throws -> SchemaFiles {
        var faults: [String] = []
        let empty = emptyCatalog(catalog.dialect, catalog.version)
        for layout in SchemaFiles.Layout.allCases {
            let files = try SchemaFiles(catalog, from: empty, layout)
            guard let fault = try await fault(of: files, as: live, in: folder) else {
                if layout == .one, let first = faults.first {
                    note("the schema is in one file: in a file for each object it would not be the same: \(first)")
                }
                return files
            }
            faults.append(fault)
        }
        guard allowsUnproved else { throw AdoptionError.notLoaded(faults.first ?? "") }
        note("the files do not load to the schema of the database: \(faults.first ?? "")")
        return try SchemaFiles(catalog, from: empty, .objects)
    }

    /// What is wrong with the files, in words; `nil` when they load to the wanted schema.
    private func fault(of files: SchemaFiles, as live: Catalog, in folder: String) async throws -> String? {
        step("loading the schema's files in a scratch database")
        do {
            let declared = DeclaredSchema(files: try files.files(in: folder), dialect: live.dialect)
            let loaded = try await scratch(live.dialect).withScratch { connection in
                _ = try await declared.run(on: connection)
                return try await reflect(connection)
            }
            return Proof.Outcome(Comparison.changes(from: loaded, to: live)).fault
        } catch let error as SchemaLoadError {
            return error.description
        }
    }
}

extension Proof.Outcome {
    fileprivate init(_ changes: [Change]) { self = changes.isEmpty ? .proved : .differs(changes) }
}
