import AutogenSchema

/// What the loader does with the statements of a script: which it runs, in which session settings, and which it leaves.
struct LoadPlan: Sendable {
    /// A statement to run.
    struct Item: Sendable {
        let statement: SourceStatement
        let unit: Int
        /// How many of its unit's settings stand before it.
        let settings: Int
    }

    struct DeclaredRole: Sendable {
        let name: String
        let statement: SourceStatement
    }

    private(set) var steps: [Item] = []
    /// The settings of each unit, in order.
    private(set) var settings: [Int: [SourceStatement]] = [:]
    private(set) var roles: [DeclaredRole] = []
    private(set) var notes: [Note] = []
    private(set) var problems: [SourceProblem] = []
    private var data: [String: DataStatements] = [:]

    private struct DataStatements {
        let first: SourceStatement
        var count = 0
        var words: [String] = []
    }

    init(_ script: SourceScript) {
        let lasting = RolledBack(script.entries)
        notes = script.notes + lasting.notes
        problems = script.problems
        steps.reserveCapacity(lasting.entries.count)
        let engine = script.dialect.loading
        for (entry, purpose) in engine.purposes(of: lasting.entries) { add(entry, purpose, engine) }
        for (_, found) in data.sorted(by: { $0.key < $1.key }) { notes.append(Self.note(found)) }
    }

    private mutating func add(
        _ entry: SourceScript.Entry, _ purpose: StatementPurpose, _ engine: any LoadingEngine
    ) {
        let statement = entry.statement
        let offset = statement.range.lowerBound
        switch purpose {
        case .schema:
            let block = engine.roleBlock(statement)
            roles += (block?.roles ?? []).map { DeclaredRole(name: $0, statement: statement) }
            if block?.makesOnlyRoles != true { addStep(engine.rewritten(statement), entry.unit) }
        case .data(let word):
            data[statement.file.name, default: DataStatements(first: statement)].count += 1
            if data[statement.file.name]?.words.contains(word) == false {
                data[statement.file.name]?.words.append(word)
            }
            addStep(statement, entry.unit)
        case .setting: settings[entry.unit, default: []].append(engine.rewritten(statement))
        case .role(let name): roles.append(DeclaredRole(name: name, statement: statement))
        case .ignored: break
        case .skipped(let level, let text): notes.append(Note(level, statement.file, at: offset, text))
        case .refused(let message): problems.append(SourceProblem(statement.file, at: offset, message: message))
        }
    }

    private mutating func addStep(_ statement: SourceStatement, _ unit: Int) {
        steps.append(Item(statement: statement, unit: unit, settings: settings[unit]?.count ?? 0))
    }

    private static func note(_ found: DataStatements) -> Note {
        let what = found.count == 1 ? "a data statement" : "\(found.count) data statements"
        let text =
            "\(what) (\(found.words.joined(separator: ", "))): run in the scratch database only, never part of a revision"
        return Note(.warning, found.first.file, at: found.first.range.lowerBound, text)
    }
}

/// What a statement of the declared schema is there for, as far as its first words tell.
enum StatementPurpose: Sendable, Hashable {
    /// Makes or changes objects; also everything that is not known better.
    case schema
    /// Changes rows; `word` is how it begins.
    case data(word: String)
    /// Changes the session, for the rest of its file.
    case setting
    /// Makes a role, which belongs to the whole server.
    case role(String)
    /// Is not run, and nobody needs to know.
    case ignored
    case skipped(Note.Level, String)
    case refused(String)
}
