import AutogenConnection
import AutogenMetadata
package import AutogenRevisions
import AutogenSchema

/// The revisions of an Alembic project, taken over.
package struct ImportedRevisions: Sendable {
    package let scripts: [RevisionScript]
    /// The files of the declared schema, where there were none.
    package let files: [String]
    /// Alembic's own table.
    package let versionTable: String
    /// Names that had to change.
    package let names: [(from: String, to: RevisionID)]
    /// Where the database is now; `nil` where there is no database to look at.
    package let stamped: [RevisionID]?
    /// What is to be corrected by hand, in words.
    package let problems: [String]
}

extension SchemaMigrator {
    /// Takes over the revisions of an Alembic project, with the SQL that Alembic prints for each, and records that the
    /// database is where Alembic's version table says.
    ///
    /// The revisions are replayed in a scratch database first, for their snapshots. Where the project declares nothing
    /// yet, what they lead to becomes the declared schema. Throws ``AlembicError``.
    /// - Parameters:
    ///   - prepare: makes what else the project consists of, before its files are written; it gets the name of Alembic's
    ///     version table, which the project is to leave alone.
    ///   - allowsIncomplete: whether to write revisions of which Alembic does not print all.
    package func importRevisions(
        of program: AlembicProgram, allowsIncomplete: Bool = false, prepare: (String) throws -> Void = { _ in }
    ) async throws -> ImportedRevisions {
        try await writing { try await imported(program, allowsIncomplete, prepare) }
    }

    private func imported(
        _ program: AlembicProgram, _ allowsIncomplete: Bool, _ prepare: (String) throws -> Void
    ) async throws -> ImportedRevisions {
        guard let dialect = self.dialect else { throw AutogenError.noDatabase }
        if let script = try project.revisions.graph().scripts.first { throw AutogenError.exists(script.file) }
        step("asking Alembic for its revisions")
        let history = AlembicHistory(parsing: try await program.output("history", "-v"))
        guard !history.entries.isEmpty else { throw AlembicError.noRevisions }
        let table = try await versionTable(of: program)
        step("asking Alembic for the SQL of \(history.entries.count) revisions")
        let sql = try await AlembicSQL(history, program)
        let missing = sql.faults[.upgrade, default: []].map { "\($0.entry.path): \($0.why)" }
        guard missing.isEmpty || allowsIncomplete else { throw AlembicError.noSQL(missing) }
        var problems = missing.map { "the upgrade is yours to write: \($0)" }
        problems += sql.faults[.downgrade, default: []].map {
            "the downgrade is yours to write: \($0.entry.path): \($0.why)"
        }

        let imported = AlembicRevisions(history, dialect: dialect, table: table) { sql[$0, $1] }
        let graph = try RevisionGraph(imported.revisions.map { try project.revisions.draft($0) })
        let trial = try await trial(graph, allowsIncomplete, &problems)
        let files = try await schemaFiles(for: graph, trial)
        let heads = try await alembicHeads(table)

        let tableName = String(table.split(separator: ".").last ?? "").replacing("\"", with: "")
        try prepare(tableName)
        let written = try files?.files.write(to: files?.folder ?? "", of: project) ?? []
        var scripts: [RevisionScript] = []
        for var revision in imported.revisions {
            // Somebody wrote these, and databases have them.
            revision.accepts = ScriptLosses(try project.revisions.draft(revision)).upgrade.map {
                Acceptance($0.object, note: "imported")
            }
            let isHead = graph.heads == [revision.id] && !written.isEmpty
            scripts.append(
                try project.revisions.write(
                    revision, catalog: trial[revision.id],
                    declared: isHead ? try declaredHash(dialect) : nil))
        }
        var stamped: [RevisionID]?
        if let heads {
            let known = heads.compactMap { imported.names[$0] }.filter { graph[$0] != nil }
            let strange = heads.filter { name in !history.entries.contains { $0.name == name } }
            if strange.isEmpty, !known.isEmpty { try await stamp(known.map { RevisionReference($0) }) }
            if !strange.isEmpty {
                problems.append(
                    "the database is at \(strange.joined(separator: ", ")), which alembic history does not list")
            }
            stamped = strange.isEmpty ? known.sorted() : nil
        }
        return ImportedRevisions(
            scripts: scripts, files: written, versionTable: tableName, names: imported.names.changed, stamped: stamped,
            problems: problems)
    }

    /// As Alembic's statements name it.
    private func versionTable(of program: AlembicProgram) async throws -> String {
        let outcome = try await program.run(["ensure_version", "--sql"])
        let start = outcome.output.firstRange(of: "CREATE TABLE ")
        let name = start.map { outcome.output[$0.upperBound...].prefix { $0 != " " && $0 != "\n" } } ?? ""
        return name.isEmpty ? "alembic_version" : String(name)
    }

    /// The revisions that Alembic has recorded; `nil` where there is no database, none where there is no record.
    private func alembicHeads(_ table: String) async throws -> [String]? {
        try await withDatabase { connection in
            guard let connection else { return nil }
            do {
                let rows = try await connection.query("SELECT version_num FROM \(raw: table)")
                return try rows.map { try $0.string("version_num") }
            } catch let error as DatabaseError where connection.dialect.authoring.isMissingTable(error) {
                return []
            }
        }
    }

    /// The schemas after the revisions, each stretch in which one comes after the other in a scratch database of its own.
    private func trial(
        _ graph: RevisionGraph, _ allowsIncomplete: Bool, _ problems: inout [String]
    ) async throws -> [RevisionID: Catalog] {
        var reached: [RevisionID: Catalog] = [:]
        var rest = graph.upgrades(to: graph.independentHeads, applied: [])[...]
        guard let dialect = rest.first?.revision.dialect else { return [:] }
        while let first = rest.first {
            var stretch = [first]
            rest = rest.dropFirst()
            while let next = rest.first,
                graph.ancestors(of: [next.id]).subtracting([next.id])
                    == graph.ancestors(of: stretch.map(\.id)).union(stretch.map(\.id))
            {
                stretch.append(next)
                rest = rest.dropFirst()
            }
            step("replaying up to \(stretch.last?.file ?? "")")
            do {
                let catalogs = try await scratch(dialect).withScratch { [stretch] connection in
                    try await graph.replay(upTo: first.revision.needs, on: connection)
                    var catalogs: [RevisionID: Catalog] = [:]
                    for script in stretch {
                        try await script.replay(.upgrade, on: connection)
                        catalogs[script.id] = try await reflect(connection)
                    }
                    return catalogs
                }
                reached.merge(catalogs) { $1 }
            } catch let error as MigrationError where error.category != .cancelled {
                guard allowsIncomplete else { throw error }
                problems.append(
                    "no snapshots of \(first.file) and what comes after it; after correcting, autogen check can accept them: \(error)"
                )
            }
        }
        return reached
    }

    /// What the revisions lead to, as a declared schema, where there is none.
    private func schemaFiles(
        for graph: RevisionGraph, _ trial: [RevisionID: Catalog]
    ) async throws -> (files: SchemaFiles, folder: String)? {
        guard graph.scripts.allSatisfy({ trial[$0.id] != nil }), let folder = try? emptySchemaFolder(),
            let dialect = graph.scripts.first?.revision.dialect
        else { return nil }
        let only = graph.independentHeads.count == 1 ? graph.independentHeads.first.flatMap { trial[$0] } : nil
        let catalog: Catalog
        if let only {
            catalog = only
        } else {
            catalog = try await scratch(dialect).withScratch { connection in
                try await graph.replay(upTo: graph.independentHeads, on: connection)
                return try await reflect(connection)
            }
        }
        return (try await declaration(of: catalog, as: catalog, in: folder, false), folder)
    }
}
