import ArgumentParser
import Autogen
import AutogenConnection
import AutogenDrift
import AutogenMetadata
import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// The exit codes of the command line.
enum ExitStatus: Int32 {
    case done = 0
    /// A difference, drift, or a check that failed.
    case found = 1
    /// How the program was called, or its configuration and files.
    case usage = 2
    /// The database refused, or its SQL.
    case database = 3
    /// Refused as unsafe.
    case unsafe = 4
    case interrupted = 130

    /// The code for an error of ours; `nil` for one of the argument parser.
    init?(_ error: any Error) {
        switch error {
        case is CancellationError: self = .interrupted
        case let error as DatabaseError: self = Self.status(of: error)
        case let error as MigrationError: self = Self.status(of: error)
        case let error as AutogenError: self = Self.status(of: error)
        case let error as AdoptionError: self = Self.status(of: error)
        case let error as AlembicError: self = Self.status(of: error)
        case let error as ScratchError: self = Self.status(of: error)
        case let error as SchemaLoadError: self = error.problems.contains(where: \.isUnsafe) ? .unsafe : .database
        case is PlanError: self = .database
        case is RevisionGraphError: self = .found
        case is MergeError, is SquashError: self = .usage
        case is Refused: self = .unsafe
        case is AddressError, is DecisionError, is FillError: self = .usage
        case let error as RebaseError: self = Self.status(of: error)
        case let error as RevisionOptionsError: self = Self.status(of: error)
        case is ScriptError, is RevisionReferenceError, is RevisionFolderError, is SnapshotError, is SourceFileError,
            is ConfigurationError, is ConnectionSettingsError, is BaselineError, is FleetError, is DatabaseURLError,
            is DatabaseURLHint,
            is UnknownCommand, is UsageError, is Hooks.Failed, is ChildProcess.Failed:
            self = .usage
        default: return nil
        }
    }

    private static func status(of error: DatabaseError) -> ExitStatus {
        switch error.reason {
        case .cancelled: .interrupted
        case .unsafe: .unsafe
        case .connection, .statement, .timeout, .locked, .result: .database
        }
    }

    private static func status(of error: MigrationError) -> ExitStatus {
        switch error {
        case .edited, .removed, .inserted, .partlySquashed, .unfinished: .found
        case .wrongDialect, .ownTransaction, .needsNoTransaction, .foreignKeysOn: .usage
        case .missingSecret: .unsafe
        case .statement(_, _, let error, _): status(of: error)
        case .brokenReferences, .locked, .tooManyLocks, .noLockConnection, .lockLost: .database
        }
    }

    private static func status(of error: RebaseError) -> ExitStatus {
        switch error {
        case .nothing: .usage
        case .applied: .unsafe
        }
    }

    private static func status(of error: RevisionOptionsError) -> ExitStatus {
        switch error {
        case .idTaken, .badLabel, .labelTaken, .notAHead: .usage
        case .unproved, .names: .unsafe
        }
    }

    private static func status(of error: AutogenError) -> ExitStatus {
        switch error {
        case .noDatabase, .noDialect, .differentDialects, .noSource, .exists, .notWritten: .usage
        case .notRun, .noTemplate, .notText, .noField, .noPackage: .usage
        case .behind: .found
        case .notProved, .drifted: .unsafe
        }
    }

    private static func status(of error: AdoptionError) -> ExitStatus {
        switch error {
        case .noFile, .noFolder: .usage
        case .recorded, .notLoaded: .unsafe
        }
    }

    private static func status(of error: AlembicError) -> ExitStatus {
        switch error {
        case .failed, .noRevisions: .usage
        case .noSQL: .unsafe
        }
    }

    private static func status(of error: ScratchError) -> ExitStatus {
        switch error.reason {
        case .refused(let error): status(of: error)
        case .notAllowed, .noRole: .database
        case .noLogin, .reaching: .unsafe
        case .noServer, .wrongDialect, .noLocal: .usage
        }
    }
}
