import AutogenSQLText

/// The facts of a trigger in a snapshot of an earlier version: `CREATE TRIGGER a AFTER UPDATE OF b ON public.t ...`.
enum EarlierSnapshotTrigger {
    static func completed(_ body: Trigger) -> Trigger {
        var body = body
        var reader = SQLReader(body.definition, .postgresql)
        guard reader.skip("CREATE") else { return body }
        body.isConstraint = NotCompared(reader.skip("CONSTRAINT"))
        guard reader.skip("TRIGGER"), reader.name() != nil, let start = reader.peek?.range.lowerBound else {
            return body
        }
        body.clause = NotCompared(body.definition.text(from: start))
        var events: [String] = []
        var columns: [String] = []
        while !reader.isAtEnd, !reader.skip("ON") {
            let word = reader.word()
            if ["INSERT", "UPDATE", "DELETE", "TRUNCATE"].contains(word) { events.append(word.lowercased()) }
            if word.isEmpty { _ = reader.next() }
            guard word == "UPDATE", reader.skip("OF") else { continue }
            repeat { columns += reader.name() ?? [] } while reader.skip(symbol: ",")
        }
        body.events = NotCompared(events)
        body.columns = NotCompared(columns)
        body.isDeferred = NotCompared(reader.skip(behind: "INITIALLY") && reader.isAt("DEFERRED"))
        return body
    }
}
