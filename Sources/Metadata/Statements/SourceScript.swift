import AutogenSchema

/// All statements of the declared schema in the order of the files, includes followed.
struct SourceScript: Sendable {
    struct Entry: Sendable {
        let statement: SourceStatement
        /// The number of the file of the list that the statement came from, itself or through `\i`: session settings
        /// last as long as that file does.
        let unit: Int
    }

    let dialect: Dialect
    var entries: [Entry] = []
    var notes: [Note] = []
    var problems: [SourceProblem] = []
    /// Every file that was read, with those that others include.
    var files: [SourceFile] = []

    /// Reads files and what they include; a file of the list that another one includes runs only there.
    init(_ files: [SourceFile], dialect: Dialect, finder: SourceFinder) {
        self.dialect = dialect
        var readers: [StatementReader] = []
        for file in files {
            var reader = StatementReader(dialect: dialect, finder: finder)
            reader.read(file)
            readers.append(reader)
        }
        let included = readers.reduce(into: Set<String>()) { $0.formUnion($1.included) }
        for (unit, (file, reader)) in zip(files, readers).enumerated() {
            problems += reader.problems.filter { !problems.contains($0) }
            if !included.isEmpty, let path = file.path, included.contains(FilePath.real(path)) { continue }
            entries += reader.statements.map { Entry(statement: $0, unit: unit) }
            notes += reader.notes
            self.files += reader.files
        }
    }
}
