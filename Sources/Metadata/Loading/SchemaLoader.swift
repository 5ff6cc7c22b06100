import AutogenConnection
import AutogenSchema

/// Runs the declared schema in an empty database.
///
/// Statements go over in large scripts, each a transaction of its own; only where one fails is it cut down, until the
/// refused statement stands alone. What needs an object that is not there yet is tried again after the rest, until
/// nothing more moves.
struct SchemaLoader {
    let connection: any Connection
    private var settings: SessionSettings
    private var notes: [Note] = []
    private var problems: [SourceProblem] = []
    /// What has been run, in order.
    private var done: [SourceStatement] = []
    /// What was refused since something of that name is there, with the place of its problem.
    private var duplicates: [(problem: Int, failure: Failure)] = []

    /// A statement that the database refused, and the place that its error points at.
    private struct Failure {
        let step: LoadPlan.Item
        let offset: Int
        let error: DatabaseError

        func problem(on engine: any LoadingEngine, hint: String? = nil) -> SourceProblem {
            var error = error
            error.hint = hint ?? engine.hint(for: error, of: step.statement)
            return SourceProblem(step.statement.file, at: offset, error)
        }
    }

    /// A transaction locks all that it makes, and the server's table of locks, 6,400 by its defaults, is shared.
    private static let chunkLimit = 200

    private init(_ connection: any Connection, _ settings: [Int: [SourceStatement]]) {
        self.connection = connection
        self.settings = SessionSettings(settings, defaults: connection.dialect.loading.sessionDefaults)
    }

    /// What was loaded.
    struct Outcome {
        /// What is worth knowing about it.
        let notes: [Note]
        /// In the order in which they were run, each with a mark behind it.
        let statements: [SourceStatement]
    }

    /// Loads the script; throws ``SchemaLoadError`` when a statement or a file is refused.
    static func load(_ script: SourceScript, into connection: any Connection) async throws -> Outcome {
        let plan = LoadPlan(script)
        let order = FileOrder(script.files)
        guard plan.problems.isEmpty else { throw SchemaLoadError(order.sorted(plan.problems), notes: plan.notes) }
        var loader = SchemaLoader(connection, plan.settings)
        loader.notes = plan.notes
        var roles = RoleKeeper(plan)
        try await roles.prepare(connection)
        loader.problems = roles.problems
        // What is there before the first statement is below the first mark.
        let marks = connection.dialect.loading.marks
        try await connection.execute(SQL(raw: marks.preparation + marks.mark))
        let waiting = try await loader.run(plan.steps)
        let defaults = connection.dialect.loading.sessionDefaults
        if !defaults.isEmpty { try await connection.execute(SQL(raw: defaults)) }
        if waiting.isEmpty, loader.problems.isEmpty { try await loader.readBodies(plan) }
        let notes = order.sorted(loader.notes + roles.notes)
        if !loader.problems.isEmpty {
            try await loader.nameDuplicates()
            throw SchemaLoadError(order.sorted(loader.problems), blocked: waiting.count, notes: notes)
        }
        guard waiting.isEmpty else {
            let problems = waiting.map { $0.problem(on: connection.dialect.loading) }
            throw SchemaLoadError(order.sorted(problems), notes: notes)
        }
        return Outcome(notes: notes, statements: loader.done)
    }

    private mutating func readBodies(_ plan: LoadPlan) async throws {
        let faults = try await connection.dialect.loading.unreadFaults(in: plan, settings.statements, on: connection)
        for fault in faults {
            guard fault.isForeseen else {
                problems.append(SourceProblem(fault.statement.file, at: fault.offset, fault.error))
                continue
            }
            let text = "this body will fail when it is called: \(fault.error.message)"
            notes.append(Note(.warning, fault.statement.file, at: fault.offset, text))
        }
    }

    /// Says of each declaration that came second where the first is.
    private mutating func nameDuplicates() async throws {
        guard !duplicates.isEmpty else { return }
        let known = try await Duplicates(after: done, on: connection)
        for (place, failure) in duplicates {
            guard let hint = known.hint(for: failure.step.statement) else { continue }
            problems[place] = failure.problem(on: connection.dialect.loading, hint: hint)
        }
    }

    /// Runs the steps in passes and returns those that still miss something at the end.
    ///
    /// What acts on objects to come runs when all that stands before it is there, as far as that can be.
    private mutating func run(_ steps: [LoadPlan.Item]) async throws -> [Failure] {
        var waiting: [Failure] = []
        var rest = steps[...]
        while let first = rest.first {
            let section = [first] + rest.dropFirst().prefix { !Self.actsOnLater($0.statement) }
            rest = rest.dropFirst(section.count)
            var remaining = waiting.map(\.step) + section
            repeat {
                waiting = try await pass(remaining)
                if waiting.count == remaining.count { break }
                remaining = waiting.map(\.step)
            } while !remaining.isEmpty
        }
        return waiting
    }

    private static func actsOnLater(_ statement: SourceStatement) -> Bool {
        statement.starts(with: "ALTER", "DEFAULT", "PRIVILEGES") || statement.starts(with: "CREATE", "EVENT", "TRIGGER")
            || statement.starts(with: "ALTER", "EVENT", "TRIGGER")
    }

    /// Runs the steps once in order and returns those that miss something.
    private mutating func pass(_ steps: [LoadPlan.Item]) async throws -> [Failure] {
        var waiting: [Failure] = []
        var rest = steps[...]
        var size = Self.chunkLimit
        while !rest.isEmpty {
            let part = rest.prefix(size)
            let engine = connection.dialect.loading
            let chunk = Chunk(part, settings: settings.statements, mark: engine.marks.mark + "\n", engine: engine)
            guard let error = try await connection.refusal(of: chunk.sql) else {
                done += part.map(\.statement)
                rest = rest.dropFirst(part.count)
                size = min(size * 4, Self.chunkLimit)
                continue
            }
            let place = error.position.flatMap(chunk.place)
            if part.count > 1 {
                size = place?.step.map { max(1, $0) } ?? part.count / 2
                continue
            }
            if let step = part.first {
                if try await dropsBrokenSetting(before: step) { continue }
                let offset = place?.step == nil ? step.statement.range.lowerBound : place?.offset
                let failure = Failure(step: step, offset: offset ?? step.statement.range.lowerBound, error: error)
                if sort(failure) { waiting.append(failure) }
            }
            rest = rest.dropFirst()
        }
        return waiting
    }

    /// True when the statement is to be tried again.
    private mutating func sort(_ failure: Failure) -> Bool {
        let statement = failure.step.statement
        guard connection.dialect.loading.isMissingObject(failure.error) else {
            if connection.dialect.loading.isDuplicate(failure.error) { duplicates.append((problems.count, failure)) }
            problems.append(failure.problem(on: connection.dialect.loading))
            return false
        }
        guard Refusal.isPointlessDrop(statement) else { return true }
        let text = "there is nothing to drop: \(failure.error.message)"
        notes.append(Note(.warning, statement.file, at: statement.range.lowerBound, text))
        return false
    }

    /// Whether one of the settings before the step was refused, and is now left out.
    private mutating func dropsBrokenSetting(before step: LoadPlan.Item) async throws -> Bool {
        for script in settings.scripts(before: step) {
            guard let error = try await connection.refusal(of: script.sql) else { continue }
            guard let setting = settings.drop(script.index, of: step.unit) else { return false }
            let offset = setting.range.lowerBound
            if connection.dialect.loading.isUnknownName(error) {
                let text = "\(error.message); the setting is left out"
                notes.append(Note(.warning, setting.file, at: offset, text))
            } else {
                problems.append(SourceProblem(setting.file, at: offset, error))
            }
            return true
        }
        return false
    }
}
