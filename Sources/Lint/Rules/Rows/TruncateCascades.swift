import AutogenPlan
import AutogenSchema
import AutogenSQLText

/// `TRUNCATE ... CASCADE` empties whatever refers to the table, and what refers to that, whether it is named
/// or not.
///
/// Name the tables that are to be empty.
enum TruncateCascades: StatementRule {
    static let code = "truncate-cascades"
    static let severity = LintSeverity.error

    static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard statement.sql.words.last == "CASCADE", let named = named(by: statement) else { return nil }
        let tables = statement.facts.uses.filter {
            $0.lock?.blocksReads == true && $0.relation.kind == Kind.table.rawValue
        }.map(\.relation)
        let own = Set(named.map(script.path(of:)))
        let others = tables.filter { !own.contains($0.path) }
        // What the script has made holds what it has put there.
        guard !others.isEmpty else { return nil }
        let names = tables.map { SQL.dotted($0.path) }.joined(separator: ", ")
        let restart = statement.sql.words.contains("RESTART") ? " RESTART IDENTITY" : ""
        return LintFault(
            "it empties \(others.map(\.description).joined(separator: ", ")), too",
            "name the tables that are to be empty, without CASCADE",
            fix: "TRUNCATE \(names)\(restart);")
    }

    /// `TRUNCATE TABLE ONLY a, b`; `nil` for any other statement.
    private static func named(by statement: LintStatement) -> [[String]]? {
        var reader = statement.sql.reader
        guard reader.skip("TRUNCATE") else { return nil }
        reader.skip("TABLE")
        var names: [[String]] = []
        repeat {
            reader.skip("ONLY")
            guard let name = reader.name() else { break }
            names.append(name)
            reader.skip(symbol: "*")
        } while reader.skip(symbol: ",")
        return names
    }
}
