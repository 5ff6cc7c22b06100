package import AutogenConnection
import AutogenReflection
package import AutogenSchema

/// The schema as its author writes it down: SQL files, and the dialect they are written in.
///
/// ```swift
/// let declared = try DeclaredSchema(sources: ["schema"], dialect: .postgresql)
/// let loaded = try await declared.load(like: url, provider: provider)
/// print(loaded.catalog.ids.count, loaded.notes)
/// ```
package struct DeclaredSchema: Sendable {
    package let dialect: Dialect
    private let script: SourceScript
    private let finder: SourceFinder
    /// Those that are named, without what they include.
    private let listed: [SourceFile]

    /// Reads files, folders and patterns (see ``SourceFinder``), relative to `folder`, and what the files include.
    ///
    /// Throws ``SourceFileError``; what stands in the files is judged by ``load(scratch:like:provider:)``.
    package init(sources: [String], folder: String = ".", dialect: Dialect) throws(SourceFileError) {
        let finder = SourceFinder(folder: folder)
        self.init(files: try finder.files(sources), finder: finder, dialect: dialect)
    }

    /// Takes files that were read elsewhere, such as from a commit.
    package init(files: [SourceFile], finder: SourceFinder = SourceFinder(), dialect: Dialect) {
        self.dialect = dialect
        self.finder = finder
        listed = files
        script = SourceScript(files, dialect: dialect, finder: finder)
    }

    /// The same with other texts, as if they were on disk.
    package func edited(_ edits: [SchemaText.EditedFile]) throws(SourceFileError) -> DeclaredSchema {
        var texts: [String: SourceFile] = [:]
        for edit in edits {
            let path = files.first { $0.name == edit.name }?.path
            texts[edit.name] = try SourceFile(name: edit.name, path: path, bytes: Array((edit.text ?? "").utf8))
        }
        var files = listed.map { texts[$0.name] ?? $0 }
        for edit in edits where edit.isNew {
            guard let file = texts[edit.name] else { continue }
            let place = files.firstIndex { ByteOrder.precedes(edit.name, $0.name) } ?? files.count
            files.insert(file, at: place)
        }
        return DeclaredSchema(
            files: files, finder: SourceFinder(folder: finder.folder, edited: finder.edited.merging(texts) { $1 }),
            dialect: dialect)
    }

    /// Whether files are read that only others name.
    package var hasIncludes: Bool { files.count > listed.count }

    /// The statements of each file, in their order.
    var statementsByFile: [String: [SourceStatement]] {
        Dictionary(grouping: script.entries.map(\.statement)) { $0.file.name }
            .mapValues { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
    }

    /// The ``contentHash`` of these sources; their statements are looked at only where files may include others.
    package static func digest(
        sources: [String], folder: String = ".", dialect: Dialect
    ) throws(SourceFileError) -> SourceDigest {
        let finder = SourceFinder(folder: folder)
        let files = try finder.files(sources)
        guard files.contains(where: { dialect.loading.mayHoldCommands($0.bytes) }) else {
            return SourceDigest(text: hash(of: files, dialect), mayIncludeOthers: false)
        }
        let schema = DeclaredSchema(files: files, finder: finder, dialect: dialect)
        return SourceDigest(text: schema.contentHash, mayIncludeOthers: true)
    }

    /// Every file that was read, included ones too.
    package var files: [SourceFile] { script.files }

    /// The SHA-256 digest of dialect, file names and contents: the same digest, the same schema.
    package var contentHash: String { Self.hash(of: files, dialect) }

    private static func hash(of files: [SourceFile], _ dialect: Dialect) -> String {
        let lines =
            ["autogen sources 1", dialect.rawValue]
            + files.map { "\(SHA256.hexadecimal($0.bytes))  \($0.name)" }
        return SHA256.hexadecimal(lines.joined(separator: "\n"))
    }

    /// Runs the files in a scratch database and reflects it.
    ///
    /// Throws ``SchemaLoadError`` when something in the files is refused, ``ScratchError`` when there is no scratch
    /// database to be had, and `DatabaseError` when the connection breaks or the task is cancelled.
    package func load(
        scratch: ScratchSetting = .auto, like live: DatabaseURL? = nil,
        versionTable: [String] = [VersionTableName.standardSchema, VersionTableName.standard],
        roles: [String: String] = [:], provider: any ConnectionProvider
    ) async throws -> LoadedSchema {
        try await ScratchDatabase.with(
            scratch, dialect: dialect, like: live, versionTable: versionTable, roles: roles, provider: provider
        ) { connection in
            let ran = try await SchemaLoader.load(script, into: connection)
            return try await loaded(ran, on: connection)
        }
    }

    /// Runs the files in a database of the caller's own, which must be empty.
    package func run(on connection: any Connection) async throws -> [Note] {
        try await SchemaLoader.load(script, into: connection).notes
    }

    /// The same, and what it has made.
    ///
    /// - Parameter finish: what is done before the schema is read.
    package func load(
        on connection: any Connection, finish: (Catalog) async throws -> Bool
    ) async throws -> LoadedSchema {
        let ran = try await SchemaLoader.load(script, into: connection)
        let first = try await loaded(ran, on: connection)
        return try await finish(first.catalog) ? try await loaded(ran, on: connection) : first
    }

    private func loaded(_ ran: SchemaLoader.Outcome, on connection: any Connection) async throws -> LoadedSchema {
        let numbered = try await Reflector.numberedCatalog(of: connection)
        var catalog = numbered.catalog
        let origins = try await StatementOrigins(of: numbered, madeBy: ran.statements, on: connection)
        catalog.provenance = Provenance(
            locations: origins.locations, annotations: try Annotations(script, origins, catalog).all)
        let duplicates = Duplicates(catalog, origins)
        let ignored = ran.statements.compactMap(duplicates.note)
        return LoadedSchema(
            catalog: catalog, notes: ran.notes + ignored + dialect.loading.notes(on: catalog, from: script))
    }
}

/// The declared schema as the database understood it.
package struct LoadedSchema: Sendable {
    package let catalog: Catalog
    package let notes: [Note]
}

/// What the files of a declared schema come to.
package struct SourceDigest: Sendable, Hashable {
    /// As ``DeclaredSchema/contentHash``: 64 hexadecimal digits.
    package let text: String
    /// Whether files may be part of it that the sources do not name.
    package let mayIncludeOthers: Bool
}
