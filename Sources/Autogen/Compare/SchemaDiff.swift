import AutogenConnection
public import AutogenDiff
public import AutogenDrift
public import AutogenPlan
import AutogenRevisions
public import AutogenSchema

/// The change between two schemas.
public struct SchemaDiff: Sendable {
    /// The dialect of both schemas.
    public let dialect: Dialect
    /// The changes, and the statements that make them, in the order in which they run.
    public let plan: Plan
    /// What may have another name, of what goes and what comes.
    public let candidates: [RenameCandidate]
    private let from: Catalog
    private let to: Catalog

    init(from: Catalog, to: Catalog, plan: Plan, candidates: [RenameCandidate]) {
        dialect = from.dialect
        self.from = from
        self.to = to
        self.plan = plan
        self.candidates = candidates
    }

    /// Whether the two schemas are the same.
    public var isEmpty: Bool { plan.isEmpty }

    /// The script that takes one to the other, ready for `psql -v ON_ERROR_STOP=1 -f` or `sqlite3 -bail`; empty when
    /// there is nothing to do.
    public var sql: String {
        let statements = Statement.forShell(plan.statements, in: dialect)
        return statements.isEmpty ? "" : ScriptText.text(of: statements, in: dialect) + "\n"
    }

    /// The difference in the forms that a drift report has, such as Markdown and HTML; the names are for its reader.
    public func report(from: String, to: String) -> DriftReport {
        DriftReport.comparison(from: self.from, to: self.to, names: (from, to), rules: dialect.rules)
    }
}

extension SchemaMigrator {
    /// Compares two schemas. The dialect of files is that of the other side where it is a database, a snapshot or a
    /// revision, or else the one given, or else that of the project.
    ///
    /// - Parameter renames: what has another name, beside what the comments of declared files say.
    public func diff(
        from: Source, to: Source, dialect: Dialect? = nil, renames: [RequestedRename] = []
    ) async throws -> SchemaDiff {
        let sides = [from, to]
        let urls = sides.compactMap(url)
        let server = urls.first ?? project.url
        let spoken = sides.compactMap(dialect(of:)).first ?? server?.dialect
        if !project.naming.isEmpty, isDeclared(from) != isDeclared(to) {
            // What a name may be follows from what the other side has.
            let other = try await catalog(
                of: isDeclared(from) ? to : from, dialect: dialect ?? spoken, server: server)
            let declared = try await declared(other.dialect, beyond: other)
            return try isDeclared(from)
                ? await difference(from, declared, to, other, renames)
                : await difference(from, other, to, declared, renames)
        }
        if let known = dialect ?? spoken, sides.allSatisfy({ self.dialect(of: $0) != nil || isLoaded($0) }) {
            async let start = catalog(of: from, dialect: known, server: server)
            async let target = catalog(of: to, dialect: known, server: server)
            return try await difference(from, start, to, target, server, renames)
        }
        // A snapshot tells its dialect only when it is read, and files can wait for that.
        var catalogs: [Catalog?] = [nil, nil]
        for (index, side) in sides.enumerated() where !isLoaded(side) {
            catalogs[index] = try await catalog(of: side, dialect: dialect ?? spoken, server: server)
        }
        let known = dialect ?? catalogs.compactMap { $0?.dialect }.first ?? spoken
        guard let known else { throw AutogenError.noDialect(sides.map(\.description)) }
        for (index, side) in sides.enumerated() where catalogs[index] == nil {
            catalogs[index] = try await catalog(of: side, dialect: known, server: server)
        }
        guard let start = catalogs[0], let target = catalogs[1] else { throw AutogenError.noDialect([]) }
        return try await difference(from, start, to, target, server, renames)
    }

    /// Of two servers that word the same differently, a revision is told in the words of the other side's.
    private func difference(
        _ from: Source, _ start: Catalog, _ to: Source, _ target: Catalog, _ server: DatabaseURL?,
        _ renames: [RequestedRename]
    ) async throws -> SchemaDiff {
        guard start.dialect == target.dialect, start.version.major != target.version.major else {
            return try await difference(from, start, to, target, renames, server)
        }
        func told(_ source: Source, _ catalog: Catalog, as other: Catalog) async throws -> Catalog {
            guard case .revision = source else { return catalog }
            return try await self.catalog(
                of: source, dialect: catalog.dialect, server: server, version: other.version)
        }
        let first = try await told(from, start, as: target)
        return try await difference(from, first, to, told(to, target, as: first), renames, server)
    }

    private func difference(
        _ from: Source, _ start: Catalog, _ to: Source, _ target: Catalog, _ renames: [RequestedRename],
        _ server: DatabaseURL? = nil
    ) async throws -> SchemaDiff {
        guard start.dialect == target.dialect else {
            throw AutogenError.differentDialects(from.description, start.dialect, to.description, target.dialect)
        }
        step("comparing")
        let asked = try RenameRequests(from: start, to: target, isStrict: false).renames(renames)
        let renamed = try await renamed(start, to: target, by: asked, server: server)
        let candidates = RenameDetection.candidates(
            from: start, to: hooks.accepted(target, from: start), accepted: asked)
        let (start, target) = shown(start, hooks.accepted(target, from: renamed?.catalog ?? start))
        let plan = try Planner(rules: start.dialect.rules).plan(from: renamed?.catalog ?? start, to: target)
        return SchemaDiff(
            from: start, to: target, plan: renamed.map { plan.following($0.script) } ?? plan,
            candidates: candidates)
    }

    /// Two catalogs as scripts and reports have them: secrets are compared by their masks, and shown to who asks.
    func shown(_ start: Catalog, _ target: Catalog) -> (Catalog, Catalog) {
        guard showsSecrets else { return (start, target) }
        var secrets = start.secrets
        secrets.merge(target.secrets)
        return (start.revealing(secrets), target.revealing(secrets))
    }

    /// A catalog that was made from others by their masks, as they have their secrets.
    func shown(_ catalog: Catalog, as start: Catalog, _ target: Catalog) -> Catalog {
        guard showsSecrets else { return catalog }
        var secrets = start.secrets
        secrets.merge(target.secrets)
        return catalog.revealing(secrets)
    }

    package func shown(_ catalog: Catalog) -> Catalog {
        showsSecrets ? catalog.revealing(catalog.secrets) : catalog
    }

    private func isDeclared(_ source: Source) -> Bool {
        if case .declared = source { true } else { false }
    }

    private func url(of source: Source) -> DatabaseURL? {
        switch source {
        case .database(let url): url
        case .live: project.url
        case .files, .snapshot, .revision, .declared, .connection, .git: nil
        }
    }

    /// That of a database, known before it is read.
    private func dialect(of source: Source) -> Dialect? {
        switch source {
        case .connection(let connection): connection.dialect
        case .database(let url): url.dialect
        case .live: dialect
        case .files, .snapshot, .revision, .declared, .git: nil
        }
    }

    /// Whether a source is SQL that must be run by an engine yet to be chosen.
    private func isLoaded(_ source: Source) -> Bool {
        switch source {
        case .files, .declared: true
        case .git(_, let path): !path.hasSuffix(".json")
        case .database, .live, .connection, .snapshot, .revision: false
        }
    }

    /// The statements that make a schema in an empty database: SQL that loads back to the same.
    public func creation(of catalog: Catalog) throws -> String {
        let plan = try creationPlan(of: shown(catalog))
        return plan.statements.isEmpty ? "" : ScriptText.text(of: plan.statements, in: catalog.dialect) + "\n"
    }

    func creationPlan(of catalog: Catalog) throws -> Plan {
        try Planner(rules: catalog.dialect.rules).plan(
            from: emptyCatalog(catalog.dialect, catalog.version), to: catalog)
    }
}
