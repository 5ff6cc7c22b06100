import AutogenConnection
import AutogenReflection
import AutogenSchema

extension SQLiteEngine: LoadingEngine {
    var commandMark: String { "." }

    func meaning(ofCommand name: String) -> ShellCommand.Meaning {
        switch name {
        case "read": .include()
        case "q", "quit", "exit": .end
        case "import", "restore", "open":
            .skipped(.warning, "is skipped: only .read brings in more of the schema")
        case "": .nothing
        default: .ofTheShell
        }
    }

    /// Whether a line begins with a dot, spaces aside.
    func mayHoldCommands(_ bytes: [UInt8]) -> Bool {
        var isStart = true
        for byte in bytes {
            if isStart, byte == UInt8(ascii: ".") { return true }
            isStart =
                byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                || isStart && (byte == UInt8(ascii: " ") || (9...13).contains(byte))
        }
        return false
    }

    func purposes(of entries: [SourceScript.Entry]) -> [(entry: SourceScript.Entry, purpose: StatementPurpose)] {
        let purpose = SQLitePurpose(entries)
        return entries.map { ($0, purpose.of($0.statement)) }
    }

    func rewritten(_ statement: SourceStatement) -> SourceStatement { SQLitePurpose.rewritten(statement) }
    func roleBlock(_ statement: SourceStatement) -> RoleBlock? { nil }

    var sessionDefaults: String { "" }
    var runsScriptsWhole: Bool { false }

    /// SQLite has one code for all of them, so its words must do.
    func isMissingObject(_ error: DatabaseError) -> Bool {
        [
            "no such table", "no such column", "no such view", "no such index", "no such trigger",
            "has no column named",
        ]
        .contains { error.message.contains($0) }
    }

    func isDuplicate(_ error: DatabaseError) -> Bool { error.message.hasSuffix(" already exists") }

    func isUnknownName(_ error: DatabaseError) -> Bool { false }
    func hint(for error: DatabaseError, of statement: SourceStatement) -> String? { error.hint }

    func unreadFaults(
        in plan: LoadPlan, _ settings: [Int: [SourceStatement]], on connection: any Connection
    ) async throws(DatabaseError) -> [UnreadFault] { [] }

    var marks: (preparation: String, mark: String) {
        (
            "CREATE TEMP TABLE autogen_marks (number INTEGER);",
            "INSERT INTO temp.autogen_marks SELECT coalesce(max(rowid), 0) FROM main.sqlite_schema;"
        )
    }

    func marks(on connection: any Connection) async throws(DatabaseError) -> [StatementMark] {
        let rows = try await connection.query("SELECT number FROM temp.autogen_marks ORDER BY rowid")
        return try rows.map { row throws(DatabaseError) in StatementMark(number: try row.int("number")) }
    }

    func columnMarks(
        on connection: any Connection
    ) async throws(DatabaseError) -> [NumberedCatalog.Number: StatementMark] { [:] }

    func notes(on catalog: Catalog, from script: SourceScript) -> [Note] {
        let unsound = ForeignKeyTargets(catalog).unsound
        guard !unsound.isEmpty else { return [] }
        let statements = Dictionary(
            script.entries.compactMap { entry in
                SQLitePurpose.createdTable(entry.statement).map { ($0.folded, entry.statement) }
            },
            uniquingKeysWith: { first, _ in first })
        return unsound.compactMap { id, body in
            guard let table = catalog.parent(of: id),
                let statement = statements[table.name.folded] ?? script.entries.first?.statement
            else { return nil }
            let columns = body.columns.joined(separator: ", ")
            let text = "the foreign key of \(table.name) (\(columns)) can't be followed: \(body.unsoundness)"
            return Note(.warning, statement.file, at: statement.range.lowerBound, text)
        }
    }

    func withScratch<Result: Sendable>(
        _ request: ScratchRequest, provider: any ConnectionProvider, note: @escaping @Sendable (String) -> Void,
        _ body: (any Connection) async throws -> Result
    ) async throws -> Result {
        try await provider.withConnection(to: .memory, for: .scratch, body)
    }
}
