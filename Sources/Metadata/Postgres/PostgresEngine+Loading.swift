import AutogenConnection
import AutogenReflection
import AutogenSchema

extension PostgresEngine: LoadingEngine {
    var commandMark: String { "\\" }

    func meaning(ofCommand name: String) -> ShellCommand.Meaning {
        switch name {
        case "i", "include":
            .include(hint: "\\i starts from the working folder, \\ir from the folder of the file it stands in")
        case "ir", "include_relative": .include(isRelative: true)
        case "q", "quit": .end
        case "if", "elif", "else": .skipped(.warning, "is skipped: what stands in each branch counts")
        case "copy": .skipped(.warning, "is skipped: a schema has no rows")
        case "gexec": .skipped(.warning, "is skipped: the statements that the query returns are not run")
        case "", "\\", ".", "g": .nothing
        default: .ofTheShell
        }
    }

    func mayHoldCommands(_ bytes: [UInt8]) -> Bool { bytes.contains(UInt8(ascii: "\\")) }

    func purposes(of entries: [SourceScript.Entry]) -> [(entry: SourceScript.Entry, purpose: StatementPurpose)] {
        var prepared: [Int: PreparedStatements] = [:]
        var strings: [Int: ConformingStrings] = [:]
        return entries.compactMap { entry in
            let purpose = strings[entry.unit, default: ConformingStrings()].purpose(of: entry.statement)
            return prepared[entry.unit, default: PreparedStatements()].take(entry.statement).map { statement in
                (SourceScript.Entry(statement: statement, unit: entry.unit), purpose ?? PostgresPurpose.of(statement))
            }
        }
    }

    func rewritten(_ statement: SourceStatement) -> SourceStatement { PostgresRewrite.apply(statement) }
    func roleBlock(_ statement: SourceStatement) -> RoleBlock? { RoleBlock(statement) }

    var sessionDefaults: String { Self.defaults }

    /// What a file means does not depend on the settings of whoever reads it; its own hold from where they stand. Nobody
    /// waits for the disk to keep a scratch database.
    private static let defaults = """
        RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL;
        \(PinnedSettings.session)SET client_min_messages = warning; SET synchronous_commit = off;

        """

    var runsScriptsWhole: Bool { true }

    /// What is missing, by SQLSTATE (<https://www.postgresql.org/docs/current/errcodes-appendix.html>): a table,
    /// column, function, object or schema; the key a foreign key or `ON CONFLICT` needs; the row a foreign key needs; a
    /// materialized view's rows; the rest of a type that a function takes.
    private static let missing: Set<String> = [
        "42P01", "42703", "42883", "42704", "3F000", "42830", "42P10", "23503", "55000", "42P13",
    ]

    func isMissingObject(_ error: DatabaseError) -> Bool { Self.missing.contains(error.code ?? "") }

    /// `duplicate_table`, `duplicate_object`, `duplicate_function`, `duplicate_schema`.
    func isDuplicate(_ error: DatabaseError) -> Bool {
        ["42P07", "42710", "42723", "42P06"].contains(error.code ?? "")
    }

    /// `undefined_object`.
    func isUnknownName(_ error: DatabaseError) -> Bool { error.code == "42704" }

    func hint(for error: DatabaseError, of statement: SourceStatement) -> String? {
        guard error.hint == nil, isUnknownName(error) else { return error.hint }
        let names = statement.keywords
        guard error.message.contains("role "), names.contains("OWNER") || names.contains("TO") else { return nil }
        return "roles belong to the server: create the role there, or declare it with CREATE ROLE in a schema file"
    }

    func unreadFaults(
        in plan: LoadPlan, _ settings: [Int: [SourceStatement]], on connection: any Connection
    ) async throws(DatabaseError) -> [UnreadFault] {
        try await FunctionBodies(plan, settings, self).faults(on: connection)
    }

    /// A large object takes the next OID (<https://www.postgresql.org/docs/current/lo-funcs.html>): what has a lower one
    /// was there before.
    var marks: (preparation: String, mark: String) { ("", "SELECT pg_catalog.lo_create(0);") }

    func marks(on connection: any Connection) async throws(DatabaseError) -> [StatementMark] {
        try await connection.query(
            """
            SELECT oid::int8 AS number, xmin::text AS transaction, cmin::text::int8 AS command
            FROM pg_catalog.pg_largeobject_metadata ORDER BY oid
            """
        ).map { row throws(DatabaseError) in try StatementMark(row) }
    }

    func columnMarks(
        on connection: any Connection
    ) async throws(DatabaseError) -> [NumberedCatalog.Number: StatementMark] {
        let rows = try await connection.query(
            """
            SELECT a.attrelid::int8 AS number, a.attnum AS part, a.xmin::text AS transaction, a.cmin::text::int8 AS command
            FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            WHERE a.attrelid >= 16384 AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f')
            """)
        var marks: [NumberedCatalog.Number: StatementMark] = [:]
        for row in rows {
            let number = NumberedCatalog.Number(try row.int("number"), part: try row.int("part"))
            marks[number] = try StatementMark(row)
        }
        return marks
    }

    func notes(on catalog: Catalog, from script: SourceScript) -> [Note] { [] }

    func withScratch<Result: Sendable>(
        _ request: ScratchRequest, provider: any ConnectionProvider, note: @escaping @Sendable (String) -> Void,
        _ body: (any Connection) async throws -> Result
    ) async throws -> Result {
        // A database of another engine has nothing to be like.
        let live = request.live.flatMap { $0.dialect == .postgresql ? $0 : nil }
        return try await scratch(
            request.setting, live, request.naming, provider: provider, note: note, body)
    }

    private func scratch<Result: Sendable>(
        _ setting: ScratchSetting, _ live: DatabaseURL?, _ naming: RoleNaming, provider: any ConnectionProvider,
        note: @escaping @Sendable (String) -> Void, _ body: (any Connection) async throws -> Result
    ) async throws -> Result {
        switch setting {
        case .auto:
            guard let live else { throw ScratchError(.noServer) }
            do {
                return try await PostgresScratch.with(
                    on: live, needsRole: true, naming: naming, provider: provider, note: note, body)
            } catch let error as ScratchError where error.isOfRights {
                let place: LocalPlace
                do {
                    place = try await LocalServer.url(like: live, naming: naming, provider: provider)
                } catch let other as ScratchError where other.isOfLocalServer {
                    guard case .noRole = error.reason else { throw error }
                    // What is left to somebody who may make databases but no roles.
                    note("\(error.firstLine); your own rights are used instead")
                    return try await scratch(.sameServer, live, naming, provider: provider, note: note, body)
                }
                note("\(error.firstLine); a private server is used instead")
                return try await PostgresScratch.with(
                    on: place.url, private: place, naming: naming, provider: provider, note: note, body)
            }
        case .sameServer:
            guard let live else { throw ScratchError(.noServer) }
            return try await PostgresScratch.with(
                on: live, naming: naming, provider: provider, note: note, body)
        case .local:
            let place = try await LocalServer.url(like: live, naming: naming, provider: provider)
            return try await PostgresScratch.with(
                on: place.url, private: place, naming: naming, provider: provider, note: note, body)
        case .url(let url):
            guard url.dialect == .postgresql else { throw ScratchError(.wrongDialect(url, wanted: .postgresql)) }
            return try await PostgresScratch.with(
                on: url, roles: await LiveRoles.read(live, naming, provider), naming: naming, provider: provider,
                note: note, body)
        }
    }
}
