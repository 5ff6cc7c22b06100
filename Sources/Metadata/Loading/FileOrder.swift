/// Sorts messages by the order in which files were read, and by line and column within each.
struct FileOrder {
    private var places: [String: Int] = [:]

    init(_ files: [SourceFile]) {
        for (index, file) in files.enumerated() where places[file.name] == nil { places[file.name] = index }
    }

    func sorted(_ notes: [Note]) -> [Note] {
        notes.sorted { key($0.file, $0.line, $0.column) < key($1.file, $1.line, $1.column) }
    }

    func sorted(_ problems: [SourceProblem]) -> [SourceProblem] {
        problems.sorted { key($0.file, $0.line, $0.column) < key($1.file, $1.line, $1.column) }
    }

    private func key(_ file: String, _ line: Int, _ column: Int) -> (Int, Int, Int) {
        (places[file] ?? places.count, line, column)
    }
}
