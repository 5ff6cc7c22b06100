import AutogenConnection
import AutogenReflection
import AutogenSchema

/// Which statement made each object of a declared schema.
///
/// The database tells: it numbers what it makes, and after each statement a mark takes the next number.
struct StatementOrigins: Sendable {
    private let statements: [SourceStatement]
    /// False where a schema makes large objects of its own, between which its marks can't be told.
    let areKnown: Bool
    /// Which of the statements made an object.
    private let makers: [ObjectID: Int]
    /// What each statement made.
    private let made: [Int: [ObjectID]]
    /// The statements that begin at each byte of a file.
    private let places: [String: [Int: Int]]

    init(
        of numbered: NumberedCatalog, madeBy statements: [SourceStatement], on connection: any Connection
    ) async throws {
        self.statements = statements
        let engine = connection.dialect.loading
        let marks = try await engine.marks(on: connection)
        var makers: [ObjectID: Int] = [:]
        areKnown = marks.count == statements.count + 1
        if areKnown {
            let columns = try await engine.columnMarks(on: connection)
            let order = MarkOrder(marks)
            for (id, number) in numbered.numbers {
                let own = columns[number].flatMap(order.statement(running:))
                makers[id] = own ?? order.statement(making: number.whole)
            }
        }
        self.makers = makers
        made = Dictionary(grouping: makers.keys.sorted()) { makers[$0] ?? 0 }
        var places: [String: [Int: Int]] = [:]
        for (number, statement) in statements.enumerated() {
            places[statement.file.name, default: [:]][statement.range.lowerBound] = number
        }
        self.places = places
    }

    /// The file and the place of the statement that made each object, or that said last what a column is.
    var locations: [ObjectID: FileLocation] {
        var lines: [String: LineTable] = [:]
        let locations = statements.map { statement in
            let file = statement.file
            let table = lines[file.name] ?? LineTable(file)
            lines[file.name] = table
            return table.location(of: statement.range.lowerBound)
        }
        return makers.mapValues { locations[$0] }
    }

    /// What a statement made.
    func objects(madeBy statement: SourceStatement) -> [ObjectID] {
        places[statement.file.name]?[statement.range.lowerBound].flatMap { made[$0] } ?? []
    }
}

/// The lines of a file, so that a place is found without reading it from its beginning.
struct LineTable {
    private let file: SourceFile
    private let starts: [Int]

    init(_ file: SourceFile) {
        self.file = file
        starts = [0] + file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    func location(of offset: Int) -> FileLocation {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        let column = file.bytes[starts[low]..<offset].count { $0 & 0xC0 != 0x80 } + 1
        return FileLocation(file.name, line: low + 1, column: column)
    }
}

/// What the database had numbered when a statement was done.
struct StatementMark: Sendable, Hashable {
    let number: Int
    /// The transaction, and which of its commands it was; empty where the engine has no such thing.
    var transaction = ""
    var command = 0

    init(number: Int) { self.number = number }

    init(_ row: Row) throws(DatabaseError) {
        number = try row.int("number")
        transaction = try row.string("transaction")
        command = try row.int("command")
    }
}

/// Finds the statement that a number or a command belongs to.
private struct MarkOrder {
    private let marks: [StatementMark]
    /// The marks whose numbers nothing has given back since, which grow: a number that is free again goes to the next
    /// object.
    private var lasting: [Int] = []
    /// The places of the marks of each transaction, in the order of their commands.
    private let transactions: [String: [Int]]

    init(_ marks: [StatementMark]) {
        self.marks = marks
        transactions = Dictionary(grouping: marks.indices.filter { !marks[$0].transaction.isEmpty }) {
            marks[$0].transaction
        }
        for place in marks.indices {
            while let last = lasting.last, last > 0, marks[last].number > marks[place].number { lasting.removeLast() }
            if lasting.last.map({ marks[$0].number < marks[place].number }) ?? true { lasting.append(place) }
        }
    }

    /// The statement that was done when a number was first given and has not been given back.
    func statement(making number: Int) -> Int? {
        var low = 0
        var high = lasting.count
        while low < high {
            let middle = (low + high) / 2
            if marks[lasting[middle]].number < number { low = middle + 1 } else { high = middle }
        }
        return low > 0 && low < lasting.count ? lasting[low] - 1 : nil
    }

    /// The statement in which something was written.
    func statement(running mark: StatementMark) -> Int? {
        transactions[mark.transaction]?.first { $0 > 0 && marks[$0].command > mark.command }.map { $0 - 1 }
    }
}
