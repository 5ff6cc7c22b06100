import AutogenConnection
import AutogenSchema

/// What the queries return, sorted by table; names that are keys are exact.
struct SQLiteSource {
    struct Entry {
        let type: String
        let name: String
        let table: String
        let sql: String
    }

    struct Column {
        let name: String
        let position: Int
        let type: String
        let notNull: Bool
        let defaultText: String?
        let isVirtual: Bool
        let isGenerated: Bool
    }

    private(set) var entries: [Entry] = []
    private(set) var strict: Set<String> = []
    private(set) var withoutRowid: Set<String> = []
    private(set) var columns: [String: [Column]] = [:]
    /// By index, the plain columns among its keys.
    private(set) var keys: [String: [String]] = [:]
    /// By view, why it can't be read.
    var viewRefusals: [String: Refusal] = [:]
    /// By trigger, why it can't run.
    var triggerRefusals: [String: Refusal] = [:]
    private(set) var options: [DatabaseOption.Name: Int] = [:]

    /// Why SQLite does not compile a view or trigger.
    struct Refusal {
        let message: String

        /// Whether it lacks what an application defines, which its own connections know; what else may be wrong with it
        /// remains unsaid.
        var isOfApplication: Bool {
            ["no such function", "unknown function", "no such collation sequence", "no such module"]
                .contains(where: message.hasPrefix)
        }

        var flaw: String? { isOfApplication ? nil : message }
    }

    mutating func read(options rows: Rows) throws(DatabaseError) {
        for row in rows {
            for name in DatabaseOption.Name.allCases { options[name] = try row.int(name.rawValue) }
        }
    }

    mutating func read(entries rows: Rows, tables: Rows, columns: Rows, keys: Rows) throws(DatabaseError) {
        var hidden: Set<String> = []
        for row in tables {
            let name = try row.string("name")
            if try row.string("type") == "shadow" { hidden.insert(name.folded) }
            if try row.bool("strict") { strict.insert(name.exact) }
            if try row.bool("wr") { withoutRowid.insert(name.exact) }
        }
        for row in rows {
            entries.append(
                Entry(
                    type: try row.string("type"), name: try row.string("name"), table: try row.string("tbl_name"),
                    sql: try row.string("sql")))
        }
        for entry in entries {
            guard let virtual = VirtualTableDeclaration(entry.sql) else { continue }
            for ending in InternalTables.shadows(of: virtual.module) {
                hidden.insert("\(entry.name)_\(ending)".folded)
            }
        }
        entries.removeAll { InternalTables.isInternal($0.table) || hidden.contains($0.table.folded) }
        for row in columns {
            // 1 marks a hidden column of a virtual table, 2 a virtual and 3 a stored generated one.
            self.columns[try row.string("table").exact, default: []].append(
                Column(
                    name: try row.string("name"), position: try row.int("cid") + 1, type: try row.string("type"),
                    notNull: try row.bool("notnull"), defaultText: try row.optionalString("dflt_value"),
                    isVirtual: try row.int("hidden") == 2, isGenerated: try row.int("hidden") >= 2))
        }
        for row in keys {
            if let name = try row.optionalString("name") {
                self.keys[try row.string("index").exact, default: []].append(name)
            }
        }
    }
}
