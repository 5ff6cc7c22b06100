import AutogenSQLText
import AutogenSchema

/// Finds the declared statements that their own file rolls back: those are not declared.
///
/// Transactions end with the file of the list. One that is still open then counts, since a shell that is fed several
/// files one after the other would commit it later; a warning says so.
struct RolledBack {
    private(set) var entries: [SourceScript.Entry] = []
    private(set) var notes: [Note] = []
    /// The transaction that is open, if one is, and the savepoints in it: where each begins.
    private var open: [(savepoint: String?, start: Int, statement: SourceStatement)] = []

    init(_ all: [SourceScript.Entry]) {
        var unit: Int?
        for entry in all {
            if unit != entry.unit { endUnit() }
            unit = entry.unit
            if !takes(entry.statement) { entries.append(entry) }
        }
        endUnit()
    }

    /// Whether the statement is one about transactions.
    private mutating func takes(_ statement: SourceStatement) -> Bool {
        var reader = statement.sql.reader
        switch reader.word() {
        case "BEGIN": begin(statement)
        case "START":
            guard reader.skip("TRANSACTION") else { return false }
            begin(statement)
        case "COMMIT", "END":
            guard !reader.isAt("PREPARED") else { return true }
            open = []
            if reader.chains { begin(statement) }
        case "PREPARE":
            guard reader.skip("TRANSACTION") else { return false }
            open = []
        case "ROLLBACK", "ABORT":
            guard !reader.isAt("PREPARED") else { return true }
            if !reader.skip("WORK") { reader.skip("TRANSACTION") }
            guard reader.skip("TO") else {
                if let first = open.first { drop(from: first.start, statement) }
                open = []
                if reader.chains { begin(statement) }
                break
            }
            guard let place = savepoint(&reader) else { break }
            drop(from: open[place].start, statement)
            open.removeSubrange((place + 1)...)
        case "SAVEPOINT":
            if let name = reader.name()?.last?.lowercased() { open.append((name, entries.count, statement)) }
        case "RELEASE": if let place = savepoint(&reader) { open.removeSubrange(place...) }
        default: return false
        }
        return true
    }

    private mutating func begin(_ statement: SourceStatement) {
        if open.isEmpty { open = [(nil, entries.count, statement)] }
    }

    private func savepoint(_ reader: inout SQLReader) -> Int? {
        reader.skip("SAVEPOINT")
        guard let name = reader.name()?.last?.lowercased() else { return nil }
        return open.lastIndex { $0.savepoint == name }
    }

    private mutating func drop(from start: Int, _ statement: SourceStatement) {
        let count = entries.count - start
        guard count > 0 else { return }
        entries.removeSubrange(start...)
        let what = count == 1 ? "a statement" : "\(count) statements"
        let text = "this rolls back \(what), which \(count == 1 ? "is" : "are") not part of the schema"
        notes.append(Note(.warning, statement.file, at: statement.range.lowerBound, text))
    }

    private mutating func endUnit() {
        if let first = open.first, first.start < entries.count {
            let text = "the transaction that begins here is never committed; its statements count all the same"
            notes.append(Note(.warning, first.statement.file, at: first.statement.range.lowerBound, text))
        }
        open = []
    }
}

extension SQLReader {
    /// Whether a new transaction begins where one ends.
    fileprivate var chains: Bool {
        var reader = self
        if !reader.skip("WORK") { reader.skip("TRANSACTION") }
        return reader.isAt("AND", "CHAIN")
    }
}
