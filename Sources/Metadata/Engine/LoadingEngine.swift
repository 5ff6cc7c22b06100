import AutogenConnection
import AutogenReflection
import AutogenSchema

/// What loading a declared schema has to know of an engine.
protocol LoadingEngine: Sendable {
    /// What begins a command of the engine's shell.
    var commandMark: String { get }

    /// What a command of the shell means for a schema.
    func meaning(ofCommand name: String) -> ShellCommand.Meaning

    /// Whether some byte of a file could begin a command, such as one that includes another file; true for more than do.
    func mayHoldCommands(_ bytes: [UInt8]) -> Bool

    /// What each statement is there for, without those that only others make use of.
    func purposes(of entries: [SourceScript.Entry]) -> [(entry: SourceScript.Entry, purpose: StatementPurpose)]

    /// The statement as a scratch database takes it.
    func rewritten(_ statement: SourceStatement) -> SourceStatement

    /// The roles that a statement makes beside other things; `nil` where it makes none.
    func roleBlock(_ statement: SourceStatement) -> RoleBlock?

    /// What sets a session up as every file finds it, whatever ran before.
    var sessionDefaults: String { get }

    /// Whether a script of several statements is done as a whole or not at all, with no transaction of its own.
    var runsScriptsWhole: Bool { get }

    /// Whether a statement may work once others have run.
    func isMissingObject(_ error: DatabaseError) -> Bool

    /// Whether a statement would make what is there.
    func isDuplicate(_ error: DatabaseError) -> Bool

    /// Whether the engine knows no object, setting or type of a name.
    func isUnknownName(_ error: DatabaseError) -> Bool

    /// The advice for a refused statement whose cause lies outside the database.
    func hint(for error: DatabaseError, of statement: SourceStatement) -> String?

    /// What is wrong with texts that the engine has taken without reading them, now that all they may name is there.
    func unreadFaults(
        in plan: LoadPlan, _ settings: [Int: [SourceStatement]], on connection: any Connection
    ) async throws(DatabaseError) -> [UnreadFault]

    /// What is run before the first statement so that marks can be made, and what makes one after each statement.
    var marks: (preparation: String, mark: String) { get }

    /// The marks that are there, in their order.
    func marks(on connection: any Connection) async throws(DatabaseError) -> [StatementMark]

    /// The columns of tables, each with what marks are compared with.
    func columnMarks(on connection: any Connection) async throws(DatabaseError) -> [NumberedCatalog.Number:
        StatementMark]

    /// What is worth knowing about a schema that the engine takes without a word.
    func notes(on catalog: Catalog, from script: SourceScript) -> [Note]

    /// Makes an empty database, hands a connection to `body`, and removes it.
    func withScratch<Result: Sendable>(
        _ request: ScratchRequest, provider: any ConnectionProvider, note: @escaping @Sendable (String) -> Void,
        _ body: (any Connection) async throws -> Result
    ) async throws -> Result
}

/// A text that the engine has taken without reading it, and that is not what it should be.
struct UnreadFault: Sendable {
    let statement: SourceStatement
    /// The byte of the file that the error points at.
    let offset: Int
    let error: DatabaseError
    /// Whether the database may be as its author knows it: the text names what is not there, or is not to be read.
    let isForeseen: Bool
}

/// A scratch database as it is asked for.
struct ScratchRequest: Sendable {
    let setting: ScratchSetting
    /// The database that it stands for.
    let live: DatabaseURL?
    let naming: RoleNaming
}

extension Dialect {
    var loading: any LoadingEngine { choose(postgresql: PostgresEngine(), sqlite: SQLiteEngine()) }
}
