import AutogenSQLText

/// The facts of an index in a snapshot of an earlier version: `CREATE INDEX a ON public.t USING btree (id) WHERE (id > 1)`.
enum EarlierSnapshotIndex {
    static func completed(_ body: Index) -> Index {
        var body = body
        let text = body.definition
        var reader = SQLReader(text, .postgresql)
        guard reader.skip("CREATE", "UNIQUE", "INDEX") || reader.skip("CREATE", "INDEX"), reader.name() != nil,
            reader.skip("ON", "ONLY") || reader.skip("ON"), reader.name() != nil, reader.skip("USING"),
            let method = reader.name()?.last, let start = reader.peek?.range.lowerBound,
            let keys = reader.parenthesis()
        else { return body }
        body.method = NotCompared(method)
        let count = elements(keys, text).count
        var included = 0
        if reader.skip("INCLUDE") { included = elements(reader.parenthesis() ?? [], text).count }
        _ = reader.skip("NULLS", "NOT", "DISTINCT")
        body.hasExpressions = NotCompared(body.columns.count < count + included)
        let end = reader.peek?.range.lowerBound ?? text.utf8.count
        body.columnClause = NotCompared(text.text(from: start, to: end).trimmingSpaceAtEnd)
        if reader.skip("WITH"), let parameters = reader.parenthesis() {
            body.parameters = NotCompared(elements(parameters, text).map { parameter(String($0)) })
        }
        if reader.skip("WHERE"), let condition = reader.peek {
            body.predicate = NotCompared(text.text(from: condition.range.lowerBound))
        }
        return body
    }

    private static func elements(_ tokens: ArraySlice<SQLToken>, _ text: String) -> [Substring] {
        guard let first = tokens.first, let last = tokens.last else { return [] }
        return Brackets.elements(in: text.text(from: first.range.lowerBound, to: last.range.upperBound)[...])
    }

    /// `fillfactor='70'` as `fillfactor=70`.
    private static func parameter(_ text: String) -> String {
        var reader = SQLReader(text, .postgresql)
        guard let name = reader.name()?.last, reader.skip(symbol: "="), let value = reader.next() else { return text }
        return "\(name)=\(value.value(in: Array(text.utf8)))"
    }
}

extension String {
    fileprivate var trimmingSpaceAtEnd: String { last == " " ? String(dropLast()) : self }
}
