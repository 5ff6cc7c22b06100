import AutogenPlan
import AutogenSQLText

/// What a statement makes of tables, as far as it matters for what is lost.
enum TableEvent {
    /// What is made only if it is not there is not made for certain.
    case create([String])
    case drop([String])
    case rename([String], to: [String])
    case add([String], column: String)
    case dropColumn([String], column: String)
    case renameColumn([String], column: String, to: String)
    /// All rows of a table are copied to another.
    case copy(from: [String], to: [String])
    /// The rows of the first one are reached through the second.
    case attach([String], to: [String])
    /// Names mean other objects from here on.
    case renameSchemas

    /// - Parameter comments: those of autogen's over the statement, which say which columns a copy leaves out.
    static func events(of statement: SQLStatement, under comments: [HazardComment] = []) -> [TableEvent] {
        var reader = statement.reader
        switch reader.word() {
        case "CREATE": return creation(&reader)
        case "ALTER": return alteration(&reader)
        case "DROP": return reader.skip("TABLE") ? reader.names().map { .drop($0) } : []
        case "INSERT": return copy(&reader, comments)
        default: return []
        }
    }

    private static func creation(_ reader: inout SQLReader) -> [TableEvent] {
        var isTemporary = false
        while ["GLOBAL", "LOCAL", "TEMP", "TEMPORARY", "UNLOGGED", "VIRTUAL"].contains(reader.keyword) {
            if reader.word().hasPrefix("TEMP") { isTemporary = true }
        }
        guard reader.skip("TABLE"), !reader.skip("IF", "NOT", "EXISTS"), let name = reader.name() else { return [] }
        guard isTemporary, let last = name.last else { return [.create(name)] }
        // It may be gone before what follows, and its name another table's.
        while reader.skip(behind: "COMMIT") { if reader.isAt("DROP") { return [] } }
        return [.create([reader.syntax.temporarySchema, last])]
    }

    private static func alteration(_ reader: inout SQLReader) -> [TableEvent] {
        if reader.skip("SCHEMA") { return [.renameSchemas] }
        guard reader.skipTableHead(), let table = reader.name() else { return [] }
        let events = reader.actions().compactMap { clause($0, of: table) }
        // In one statement what goes goes first.
        return events.filter(\.isDrop) + events.filter { !$0.isDrop }
    }

    private var isDrop: Bool { if case .dropColumn = self { true } else { false } }

    private static func clause(_ clause: SQLReader, of table: [String]) -> TableEvent? {
        var clause = clause
        if clause.skip("RENAME", "TO") {
            return clause.name().map { .rename(table, to: table.dropLast() + $0.suffix(1)) }
        }
        if clause.skip("RENAME", "CONSTRAINT") { return nil }
        if clause.skip("RENAME") {
            clause.skip("COLUMN")
            guard let old = clause.name()?.last, clause.skip("TO"), let new = clause.name()?.last else { return nil }
            return .renameColumn(table, column: old, to: new)
        }
        if clause.skip("SET", "SCHEMA") { return clause.name().map { .rename(table, to: $0 + table.suffix(1)) } }
        if clause.skip("ATTACH", "PARTITION") { return clause.name().map { .attach($0, to: table) } }
        if clause.skip("INHERIT") { return clause.name().map { .attach(table, to: $0) } }
        if clause.skip("DROP") {
            guard !clause.isConstraint else { return nil }
            clause.skip("COLUMN")
            clause.skip("IF", "EXISTS")
            return clause.name()?.last.map { .dropColumn(table, column: $0) }
        }
        guard clause.skip("ADD"), !clause.isConstraint else { return nil }
        clause.skip("COLUMN")
        guard !clause.skip("IF", "NOT", "EXISTS") else { return nil }
        return clause.name()?.last.map { .add(table, column: $0) }
    }

    /// `INSERT INTO new [(a, b)] SELECT a, b FROM old` and no more.
    private static func copy(_ reader: inout SQLReader, _ comments: [HazardComment]) -> [TableEvent] {
        // Else rows may be left out.
        if reader.skip("OR"), !["ABORT", "FAIL", "ROLLBACK"].contains(reader.word()) { return [] }
        guard reader.skip("INTO"), let target = reader.name() else { return [] }
        _ = reader.parenthesis()
        if reader.skip("OVERRIDING") { reader.skip(reader.isAt("SYSTEM") ? "SYSTEM" : "USER", "VALUE") }
        guard reader.skip("SELECT") else { return [] }
        let isWhole = reader.skip(symbol: "*")
        let places = comments.count { $0.kind == .needsDecision }
        guard isWhole || !comments.isEmpty && skipValues(&reader, places), reader.skip("FROM") else { return [] }
        reader.skip("ONLY")
        guard let source = reader.name(), reader.isAtEnd else { return [] }
        return [.copy(from: source, to: target)]
    }

    /// Moves behind `a, b::text, coalesce(c, 1), (2)`, up to `FROM`; false where something there is not of one row.
    ///
    /// - Parameter places: how many values are still to be given.
    private static func skipValues(_ reader: inout SQLReader, _ places: Int) -> Bool {
        var count = 0
        var nulls = 0
        while !reader.isAtEnd, !reader.isAt("FROM") {
            count += 1
            if ["DISTINCT", "ALL"].contains(reader.keyword) { return false }
            if reader.isAt("NULL") { nulls += 1 }
            reader.skip("COALESCE")
            _ = reader.parenthesis()
            // A function may make one row of all; behind a type's name stand its numbers.
            var isType = false
            var mayBeCalled = false
            while !reader.isAtEnd, !reader.isAt("FROM"), !reader.isAt(symbol: ",") {
                if reader.parenthesis() != nil {
                    if mayBeCalled, !isType { return false }
                    mayBeCalled = false
                } else if let token = reader.next() {
                    isType = isType || reader.text(of: token) == "::"
                    mayBeCalled = token.kind == .word || token.kind == .quotedName
                }
            }
            reader.skip(symbol: ",")
        }
        return nulls <= places || count == 1
    }
}
