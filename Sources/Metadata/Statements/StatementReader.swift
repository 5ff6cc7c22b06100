import AutogenSQLText
import AutogenSchema

/// Reads one file into statements, follows its includes, and passes over the other commands of the shells.
struct StatementReader {
    let dialect: Dialect
    let finder: SourceFinder
    var statements: [SourceStatement] = []
    var notes: [Note] = []
    var problems: [SourceProblem] = []
    /// The real paths of the files that were read by `\i` and its kin.
    var included: Set<String> = []
    var files: [SourceFile] = []
    /// The paths of the files being read, to end an include that leads back to itself.
    private var open: [String] = []

    init(dialect: Dialect, finder: SourceFinder) {
        self.dialect = dialect
        self.finder = finder
    }

    mutating func read(_ file: SourceFile) {
        files.append(file)
        open.append(file.path ?? file.name)
        defer { open.removeLast() }
        var splitter = SQLSplitter(file.bytes, dialect.syntax, readsCommands: true)
        while let item = splitter.next(), take(item, file) {}
    }

    /// False when the rest of the file does not count.
    private mutating func take(_ item: SQLSplitter.Item, _ file: SourceFile) -> Bool {
        switch item {
        case .statement(let sql):
            let statement = SourceStatement(sql, in: file)
            if let fault = statement.fault {
                problems.append(SourceProblem(file, at: fault.offset, message: fault.message))
            } else {
                statements.append(statement)
            }
            return true
        case .copyData(let range):
            notes.append(
                Note(.warning, file, at: range.lowerBound, "the data of COPY is skipped: a schema has no rows"))
            return true
        case .command(let range):
            let command = ShellCommand(file.bytes[range.dropFirst()], offset: range.lowerBound)
            return take(command, file)
        }
    }

    private mutating func take(_ command: ShellCommand, _ file: SourceFile) -> Bool {
        let mark = dialect.loading.commandMark
        switch dialect.loading.meaning(ofCommand: command.name) {
        case .include(let isRelative, let hint):
            include(command, mark, from: isRelative ? FilePath.folder(of: file.name) : ".", file, hint: hint)
        case .end:
            note(.note, command, file, "\(mark)\(command.name) ends the file here")
            return false
        case .skipped(let level, let reason): note(level, command, file, "\(mark)\(command.name) \(reason)")
        case .nothing: break
        }
        return true
    }

    private mutating func note(_ level: Note.Level, _ command: ShellCommand, _ file: SourceFile, _ text: String) {
        notes.append(Note(level, file, at: command.offset, text))
    }

    private mutating func include(
        _ command: ShellCommand, _ mark: String, from folder: String, _ file: SourceFile, hint: String?
    ) {
        guard let argument = command.arguments.first else {
            return fail(command, file, "\(mark)\(command.name) must be followed by the path of a file")
        }
        do throws(SourceFileError) {
            let next = try finder.file(FilePath.join(folder, argument))
            let path = next.path.map(FilePath.real) ?? next.name
            guard !open.contains(where: { FilePath.real($0) == path || $0 == path }) else {
                return fail(command, file, "\(next.name) includes itself")
            }
            included.insert(path)
            read(next)
        } catch {
            fail(command, file, "\(error)", hint: hint)
        }
    }

    private mutating func fail(_ command: ShellCommand, _ file: SourceFile, _ message: String, hint: String? = nil) {
        problems.append(SourceProblem(file, at: command.offset, message: message, hint: hint))
    }
}
