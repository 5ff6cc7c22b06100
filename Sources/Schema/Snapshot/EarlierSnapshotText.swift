import AutogenSQLText

/// What snapshots of earlier versions leave to the text of definitions, read out of it once: nothing that plans or reports
/// looks into such text.
enum EarlierSnapshotText {
    static func postgres(_ definition: Definition) -> Definition {
        switch definition {
        case .constraint(let body): return .constraint(constraint(body))
        case .domainConstraint(var body):
            if let clause = without(" NOT VALID", body.definition) {
                body.notValid = NotCompared(true)
                body.clause = NotCompared(clause)
            }
            return .domainConstraint(body)
        case .index(let body): return .index(EarlierSnapshotIndex.completed(body))
        case .trigger(let body): return .trigger(EarlierSnapshotTrigger.completed(body))
        case .rule(var body):
            var reader = SQLReader(body.definition, .postgresql)
            guard reader.skip("CREATE", "RULE"), reader.name() != nil, let word = reader.peek else { return definition }
            body.clause = NotCompared(body.definition.text(from: word.range.upperBound))
            return .rule(body)
        case .statistics(var body):
            var reader = SQLReader(body.definition, .postgresql)
            guard reader.skip("CREATE", "STATISTICS"), let end = reader.endOfName() else { return definition }
            body.clause = NotCompared(body.definition.text(from: end))
            return .statistics(body)
        case .columnDefault(var body):
            body.isNull = NotCompared(SQLReader(body.expression, .postgresql).isAt("NULL"))
            return .columnDefault(body)
        case .function(var body):
            body.hasParsedBody = NotCompared(hasParsedBody(body.definition))
            return .function(body)
        case .table(var body):
            guard let key = body.partitionKey else { return definition }
            var reader = SQLReader(key, .postgresql)
            body.partitionStrategy = NotCompared(reader.word())
            let read = PartitionText.read(.table(body))
            guard case .table(var table) = read else { return read }
            // Every name in the key, that of a type among them, which is more than its columns and never less.
            table.partitionColumns = NotCompared(
                table.partitionParts.value.flatMap { part in
                    let reader = SQLReader(part, .postgresql)
                    return reader.rest.compactMap { reader.name(of: $0) }
                })
            return .table(table)
        case .partition: return PartitionText.read(definition)
        default: return definition
        }
    }

    /// What the server writes behind the clause, in its order.
    private static func constraint(_ body: Constraint) -> Constraint {
        var body = body
        var text = body.definition
        func take(_ words: String) -> Bool {
            guard let rest = without(words, text) else { return false }
            text = rest
            return true
        }
        body.notEnforced = NotCompared(take(" NOT ENFORCED"))
        body.notValid = NotCompared(take(" NOT VALID"))
        let isDeferred = take(" INITIALLY DEFERRED")
        if take(" DEFERRABLE") { body.deferrability = NotCompared(isDeferred ? .deferred : .immediate) }
        if body.type == .check { body.noInherit = NotCompared(take(" NO INHERIT")) }
        if text != body.definition { body.clause = NotCompared(text) }
        var reader = SQLReader(text, .postgresql)
        body.nullsNotDistinct = NotCompared(reader.isAt("UNIQUE", "NULLS", "NOT", "DISTINCT"))
        guard body.type != .check, reader.skip(behind: "KEY") || reader.skip(behind: "UNIQUE") else { return body }
        _ = reader.skip("NULLS", "NOT", "DISTINCT")
        let keys = reader.parenthesis() ?? []
        body.period = NotCompared(keys.contains { ["OVERLAPS", "PERIOD"].contains($0.keyword(in: Array(text.utf8))) })
        if reader.skip("INCLUDE"), let columns = reader.parenthesis() {
            body.included = NotCompared(columns.compactMap { reader.name(of: $0) })
        }
        return body
    }

    /// A definition ends in a parenthesis where nothing follows, so no text of an author's is at its end.
    private static func without(_ ending: String, _ text: String) -> String? {
        text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : nil
    }

    /// What stands between `AS` and its end is the author's text.
    private static func hasParsedBody(_ definition: String) -> Bool {
        var reader = SQLReader(definition, .postgresql)
        guard reader.skip("CREATE", "OR", "REPLACE"), !reader.word().isEmpty, reader.name() != nil,
            reader.parenthesis() != nil
        else { return false }
        return reader.skip(behind: "ATOMIC") || reader.skip(behind: "RETURN")
    }

    static func sqlite(_ definition: Definition) -> Definition { SQLiteText.read(sqliteKeys(definition)) }

    private static func sqliteKeys(_ definition: Definition) -> Definition {
        func words(_ text: String) -> [String] {
            var words: [String] = []
            var reader = SQLReader(text, .sqlite)
            while !reader.isAtEnd {
                let word = reader.word()
                if word.isEmpty { _ = reader.next() } else { words.append(word) }
            }
            return words
        }
        switch definition {
        case .constraint(var body):
            let words = words(body.definition)
            body.collated = NotCompared(body.type != .check && words.contains("COLLATE"))
            if body.type == .primaryKey {
                body.autoincrement = NotCompared(words.last == "AUTOINCREMENT")
                body.descending = NotCompared(words.first != "PRIMARY")
            }
            return .constraint(body)
        case .index(var body):
            let words = words(body.definition)
            let opening = SQLReader(body.definition, .sqlite).rest.count { $0.kind == .opening }
            body.restricted = NotCompared(words.contains("COLLATE") || words.contains("WHERE") || opening > 1)
            return .index(body)
        default: return definition
        }
    }
}

extension SQLReader {
    /// Moves behind a name, and says where it ends, in bytes; `nil` where none comes next.
    mutating func endOfName() -> Int? {
        let before = rest
        guard name() != nil, let last = before.dropLast(rest.count).last else { return nil }
        return last.range.upperBound
    }
}

extension String {
    /// The text between two places in bytes.
    func text(from start: Int, to end: Int? = nil) -> String {
        String(decoding: utf8.dropFirst(start).prefix((end ?? utf8.count) - start), as: UTF8.self)
    }
}
