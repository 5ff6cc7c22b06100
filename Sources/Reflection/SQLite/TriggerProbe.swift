import AutogenConnection
import AutogenSchema

/// Finds the triggers that SQLite will refuse to run.
///
/// SQLite takes a trigger of anything, and compiles it, together with the others of its event, when a statement sets it
/// off; `EXPLAIN` compiles and runs nothing. Where that fails, each is tried alone on an empty double of its table
/// among the temporary tables, so that the file is only read.
struct TriggerProbe {
    private static let double = "autogen_double"

    let source: SQLiteSource
    let connection: any Connection

    private struct Candidate {
        let name: String
        let head: TriggerHead
    }

    /// What is wrong, by trigger.
    func refusals() async throws -> [String: SQLiteSource.Refusal] {
        try await messages().mapValues(SQLiteSource.Refusal.init)
    }

    private func messages() async throws -> [String: String] {
        var flaws: [String: String] = [:]
        for (table, candidates) in candidates() {
            // What is wrong with a view is said of the view.
            guard source.viewRefusals[table.exact] == nil else { continue }
            let columns = try await columns(of: table)
            for (event, group) in Dictionary(grouping: candidates, by: \.head.event) {
                for candidate in group { flaws[candidate.name.exact] = missingColumn(of: candidate, among: columns) }
                let target: SQL = "main.\(name: table)"
                let written = columns.filter { !$0.isGenerated }.map(\.name)
                guard try await refusal(of: event, target, written) != nil else { continue }
                for candidate in group {
                    let flaw = try await flaw(of: candidate, columns.map(\.name))
                    // A column that is not there is known to be missing, whatever the application defines.
                    let isKnown = flaws[candidate.name.exact] != nil
                    if let flaw, !isKnown || !SQLiteSource.Refusal(message: flaw).isOfApplication {
                        flaws[candidate.name.exact] = flaw
                    }
                }
            }
        }
        return flaws
    }

    private func candidates() -> [(table: String, triggers: [Candidate])] {
        var candidates: [String: (table: String, triggers: [Candidate])] = [:]
        let names = Dictionary(
            source.entries.lazy.filter { $0.type == "table" || $0.type == "view" }.map {
                ($0.name.folded, $0.name)
            },
            uniquingKeysWith: { first, _ in first })
        for entry in source.entries where entry.type == "trigger" {
            let tokens = SQLiteCatalogBuilder.tokensAfterName(entry)
            guard let table = names[entry.table.folded], let head = TriggerHead(entry.sql, tokens: tokens) else {
                continue
            }
            candidates[table.exact, default: (table, [])].triggers.append(Candidate(name: entry.name, head: head))
        }
        return Array(candidates.values)
    }

    private func columns(of table: String) async throws -> [SQLiteSource.Column] {
        if let columns = source.columns[table.exact] { return columns }
        let rows = try await connection.query("SELECT name, cid FROM pragma_table_info(\(literal: table), 'main')")
        return try rows.map { row in
            SQLiteSource.Column(
                name: try row.string("name"), position: try row.int("cid") + 1, type: "", notNull: false,
                defaultText: nil, isVirtual: false, isGenerated: false)
        }
    }

    /// SQLite says nothing of it, and never runs the trigger for that column.
    private func missingColumn(of candidate: Candidate, among columns: [SQLiteSource.Column]) -> String? {
        let known = Set(columns.map { $0.name.folded })
        return candidate.head.columns.first { !known.contains($0.folded) }.map { "no such column: \($0)" }
    }

    /// Why SQLite compiles no statement that sets off the triggers of an event.
    private func refusal(of event: TriggerHead.Event, _ table: SQL, _ columns: [String]) async throws -> String? {
        let statement: SQL =
            switch event {
            case .delete: "DELETE FROM \(table)"
            case .insert: "INSERT INTO \(table) DEFAULT VALUES"
            case .update:
                "UPDATE \(table) SET \(columns.map { "\(name: $0) = \(name: $0)" as SQL }, separator: ", ")"
            }
        do { _ = try await connection.query("EXPLAIN \(statement)") } catch {
            guard error.reason == .statement else { throw error }
            return error.message
        }
        return nil
    }

    private func flaw(of candidate: Candidate, _ columns: [String]) async throws -> String? {
        let double: SQL = "temp.\(name: Self.double)"
        let nothing = columns.map { "NULL AS \(name: $0)" as SQL }
        let isView = candidate.head.isInsteadOf
        let end: SQL = "ROLLBACK TO autogen_double; RELEASE autogen_double"
        try await connection.execute("SAVEPOINT autogen_double")
        do {
            try await connection.execute(
                isView
                    ? "CREATE TEMP VIEW \(name: Self.double) AS SELECT \(nothing, separator: ", ")"
                    : "CREATE TEMP TABLE \(name: Self.double) (\(names: columns))")
            try await connection.execute(
                SQL(raw: candidate.head.statement(named: Self.double, on: Self.double)))
            let flaw = try await refusal(of: candidate.head.event, double, columns)
            try await connection.execute(end)
            return flaw
        } catch {
            // A task of its own, since a cancelled one could not end the savepoint.
            await Task { try? await connection.execute(end) }.value
            guard let error = error as? DatabaseError, error.reason != .cancelled else { throw error }
            return nil
        }
    }
}
