import AutogenSQLText

/// What SQLite tells of its objects in the text of their statements only.
package enum SQLiteText {
    /// The definition with what its text says: whether a check or an index names its table, what sets off a trigger, and
    /// where a virtual table has its rows from.
    package static func read(_ definition: Definition) -> Definition {
        switch definition {
        case .constraint(var body) where body.type == .check:
            body.namesTable = NotCompared(isQualified(body.definition))
            return .constraint(body)
        case .index(var body):
            body.namesTable = NotCompared(isQualified(body.definition))
            return .index(body)
        case .trigger(var body):
            body.events = NotCompared(event(of: body.definition).map { [$0] } ?? [])
            return .trigger(body)
        case .virtualTable(let body): return .virtualTable(VirtualTableArguments.read(body))
        default: return definition
        }
    }

    /// Whether some column is written with a name before it, which in a check or an index can only be that of its table.
    private static func isQualified(_ text: String) -> Bool {
        var reader = SQLReader(text, .sqlite)
        while let token = reader.next() {
            if token.kind == .word || token.kind == .quotedName, reader.isAt(symbol: ".") { return true }
        }
        return false
    }

    /// `insert`, `update` or `delete`, from `AFTER INSERT ON t BEGIN`.
    private static func event(of text: String) -> String? {
        var reader = SQLReader(text, .sqlite)
        if !reader.skip("INSTEAD", "OF"), !reader.skip("BEFORE") { reader.skip("AFTER") }
        let word = reader.word()
        return ["INSERT", "UPDATE", "DELETE"].contains(word) ? word.lowercased() : nil
    }
}

/// The arguments of a virtual table. They are texts that its module reads: what is known of them is what SQLite's own modules
/// make of theirs (<https://www.sqlite.org/fts5.html>, <https://www.sqlite.org/fts3.html>,
/// <https://www.sqlite.org/rtree.html>).
private enum VirtualTableArguments {
    /// The table with what the arguments behind its module say.
    static func read(_ table: VirtualTable) -> VirtualTable {
        var table = table
        var reader = SQLReader(table.definition, .sqlite)
        _ = reader.next()
        let arguments = split(reader.parenthesis() ?? [], reader)
        switch table.module {
        case "fts5", "fts4", "fts3": return readFullText(arguments, table, reader)
        case "rtree", "rtree_i32":
            table.content = NotCompared(.own)
            var columns: [String] = []
            var auxiliary: [String] = []
            for argument in arguments {
                let isAuxiliary = argument.first.map { reader.text(of: $0) } == "+"
                guard let column = argument.dropFirst(isAuxiliary ? 1 : 0).first.map({ name($0, reader) }) else {
                    continue
                }
                columns.append(column)
                if isAuxiliary { auxiliary.append(column) }
            }
            table.columns = NotCompared(columns)
            table.auxiliaryColumns = NotCompared(auxiliary)
        default: break
        }
        return table
    }

    private static func readFullText(
        _ arguments: [ArraySlice<SQLToken>], _ table: VirtualTable, _ reader: SQLReader
    ) -> VirtualTable {
        var table = table
        table.content = NotCompared(.own)
        var columns: [String] = []
        for argument in arguments {
            guard let first = argument.first else { continue }
            let word = name(first, reader)
            // FTS3 knows no settings but its tokenizer, and takes all else for columns.
            guard table.module != "fts3", let sign = argument.dropFirst().first, reader.text(of: sign) == "=" else {
                // FTS3 has its tokenizer behind a space.
                if table.module == "fts5" || word.lowercased() != "tokenize" { columns.append(word) }
                continue
            }
            let value = argument.dropFirst(2).first.map { name($0, reader) } ?? ""
            switch word.lowercased() {
            case "content":
                table.content = NotCompared(value.isEmpty ? .none : .external)
                table.contentTable = NotCompared(value)
            case "content_rowid": table.contentRowid = NotCompared(value)
            // A column of its own, which is not searched.
            case "languageid": columns.append(value)
            default: continue
            }
        }
        if columns.isEmpty, table.module != "fts5", table.content.value == .own { columns = ["content"] }
        table.columns = NotCompared(columns)
        return table
    }

    private static func name(_ token: SQLToken, _ reader: SQLReader) -> String {
        reader.name(of: token) ?? reader.text(of: token)
    }

    /// The parts between the commas that stand in no bracket.
    private static func split(_ tokens: ArraySlice<SQLToken>, _ reader: SQLReader) -> [ArraySlice<SQLToken>] {
        var parts: [ArraySlice<SQLToken>] = [[]]
        var depth = 0
        for token in tokens {
            if token.kind == .opening { depth += 1 }
            if token.kind == .closing { depth -= 1 }
            if depth == 0, reader.text(of: token) == "," {
                parts.append([])
            } else {
                parts[parts.count - 1].append(token)
            }
        }
        return parts.filter { !$0.isEmpty }
    }
}
