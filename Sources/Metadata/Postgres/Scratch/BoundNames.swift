import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The objects that a statement about owners or privileges names, found when it is written down: where it waits, they may
/// have other names by the time it runs, or be gone, and who runs it is somebody else.
struct BoundNames: Sendable {
    /// A kind of object, and the system catalog that has it.
    fileprivate enum Form: String, Sendable {
        case relation = "pg_class"
        case type = "pg_type"
        case namespace = "pg_namespace"
        case routine = "pg_proc"
    }

    /// Where a name stands in the statement, of a routine with its arguments.
    private struct Reference: Sendable {
        let form: Form
        let path: [String]
        let range: Range<Int>
    }

    /// `ALL TABLES IN SCHEMA a, b`: what is there at this moment.
    private struct Everything: Sendable {
        let word: String
        let schemas: [[String]]
        let range: Range<Int>
    }

    private let statement: SQLStatement
    private var references: [Reference] = []
    private var everything: Everything?
    /// Columns of the only table that is named.
    private var columns: [(name: String, range: Range<Int>)] = []
    /// The words that mean the role that runs the statement.
    private var users: [Range<Int>] = []

    /// The `oid` of each; `nil` for one that is not there, or not known.
    private(set) var oids: [String?] = []
    private var numbers: [String?] = []
    private var user = ""

    init(_ statement: SQLStatement) {
        self.statement = statement
        var reader = statement.reader
        switch reader.word() {
        case "ALTER":
            guard let form = Self.form(&reader) else { return }
            reader.skip("IF", "EXISTS")
            reader.skip("ONLY")
            read(form, &reader)
        case "GRANT", "REVOKE": readPrivileges(&reader)
        default: return
        }
        let words: Set = ["CURRENT_USER", "SESSION_USER", "CURRENT_ROLE"]
        users = reader.rest.filter { words.contains(statement.keyword($0)) }.map(\.range)
    }

    private mutating func readPrivileges(_ reader: inout SQLReader) {
        while !reader.isAtEnd, !reader.isAt("ON") {
            guard let list = reader.parenthesis() else {
                _ = reader.next()
                continue
            }
            for token in list { if let name = reader.name(of: token) { columns.append((name, token.range)) } }
        }
        guard reader.skip("ON") else { return }
        if reader.isAt("ALL") { return readEverything(&reader) }
        let form = Self.form(&reader) ?? .relation
        repeat { read(form, &reader) } while reader.skip(symbol: ",")
        // Another kind of object has a word of its own before its name.
        if !reader.isAt("TO"), !reader.isAt("FROM") { references = [] }
        if references.count != 1 { columns = [] }
    }

    private mutating func readEverything(_ reader: inout SQLReader) {
        let before = reader.rest
        guard reader.skip("ALL"), let word = Self.singular[reader.word()], reader.skip("IN", "SCHEMA") else { return }
        var schemas: [[String]] = []
        repeat { schemas += reader.name().map { [$0] } ?? [] } while reader.skip(symbol: ",")
        guard let first = before.first, let last = before.dropLast(reader.rest.count).last else { return }
        everything = Everything(
            word: word, schemas: schemas, range: first.range.lowerBound..<last.range.upperBound)
    }

    private static let singular = [
        "TABLES": "TABLE", "SEQUENCES": "SEQUENCE", "FUNCTIONS": "FUNCTION", "PROCEDURES": "PROCEDURE",
        "ROUTINES": "ROUTINE",
    ]

    private static func form(_ reader: inout SQLReader) -> Form? {
        if reader.skip("MATERIALIZED", "VIEW") || reader.skip("FOREIGN", "TABLE") { return .relation }
        if reader.skip("TABLE") || reader.skip("VIEW") || reader.skip("SEQUENCE") { return .relation }
        if reader.skip("TYPE") || reader.skip("DOMAIN") { return .type }
        if reader.skip("SCHEMA") { return .namespace }
        let words = ["FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE"]
        return words.contains { reader.skip($0) } ? .routine : nil
    }

    private mutating func read(_ form: Form, _ reader: inout SQLReader) {
        let before = reader.rest
        guard let path = reader.name(), path.count <= 2 else { return }
        if form == .routine { _ = reader.parenthesis() }
        guard let first = before.first, let last = before.dropLast(reader.rest.count).last else { return }
        references.append(
            Reference(form: form, path: path, range: first.range.lowerBound..<last.range.upperBound))
    }

    /// Whether all that it names is known, so that it means the same under any search path.
    var isBound: Bool {
        !oids.isEmpty && oids.allSatisfy { $0 != nil } && columns.count == numbers.count
            && numbers.allSatisfy { $0 != nil }
    }

    /// The table that `ALTER TABLE ... OWNER TO` is about.
    var table: String? { statement.starts(with: "ALTER", "TABLE") ? oids.first ?? nil : nil }
}

extension BoundNames {
    /// Finds the objects, and returns the search path that holds.
    mutating func find(on connection: any Connection) async throws(DatabaseError) -> String {
        if let everything {
            references = []
            oids = try await connection.query(Self.all(everything)).map { $0[0].text }
        }
        let found = references.map { Self.found($0) }
        let numbers = columns.map { column -> SQL in
            """
            (SELECT a.attnum FROM pg_catalog.pg_attribute a
             WHERE a.attrelid = \(found.first ?? "NULL") AND a.attname = \(literal: column.name))
            """
        }
        let row = try await connection.query(
            """
            SELECT pg_catalog.current_setting('search_path'), current_user, \(["NULL"] + found + numbers, separator: ", ")
            """
        ).first
        user = row?[1].text ?? ""
        if everything == nil { oids = references.indices.map { row?[3 + $0].text } }
        self.numbers = columns.indices.map { row?[3 + found.count + $0].text }
        return row?[0].text ?? ""
    }

    private static func found(_ reference: Reference) -> SQL {
        let name = ("\(name: reference.path)" as SQL).text
        return switch reference.form {
        case .relation: "pg_catalog.to_regclass(\(literal: name))::pg_catalog.oid"
        case .type: "pg_catalog.to_regtype(\(literal: name))::pg_catalog.oid"
        case .namespace: "pg_catalog.to_regnamespace(\(literal: name))::pg_catalog.oid"
        case .routine: routine(reference.path)
        }
    }

    /// The only one of its name, whatever its arguments are called.
    private static func routine(_ path: [String]) -> SQL {
        let place: SQL =
            path.count == 2 ? "n.nspname = \(literal: path[0])" : "pg_catalog.pg_function_is_visible(p.oid)"
        return """
            (SELECT CASE WHEN count(*) = 1 THEN min(p.oid) END
             FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE p.proname = \(literal: path.last ?? "") AND \(place))
            """
    }

    private static func all(_ everything: Everything) -> SQL {
        let names = everything.schemas.map { ("\(name: $0)" as SQL).text }
        let schemas: SQL = "\(names.map { "pg_catalog.to_regnamespace(\(literal: $0))" as SQL }, separator: ", ")"
        return switch everything.word {
        case "TABLE":
            """
            SELECT oid FROM pg_catalog.pg_class WHERE relnamespace IN (\(schemas))
              AND relkind IN ('r', 'v', 'm', 'f', 'p') ORDER BY oid
            """
        case "SEQUENCE":
            "SELECT oid FROM pg_catalog.pg_class WHERE relnamespace IN (\(schemas)) AND relkind = 'S' ORDER BY oid"
        default:
            """
            SELECT oid FROM pg_catalog.pg_proc WHERE pronamespace IN (\(schemas)) AND prokind
              = ANY (CASE \(literal: everything.word) WHEN 'FUNCTION' THEN '{f,a,w}' WHEN 'PROCEDURE' THEN '{p}'
                     ELSE '{f,a,w,p}' END::"char"[]) ORDER BY oid
            """
        }
    }
}

extension BoundNames {
    /// The statement with the names that the objects have now, without those that are gone; `nil` where all are.
    func text(_ current: CurrentNames) -> String? {
        var edits = users.map { (range: $0, text: SQL.quoted(name: user)) }
        if let everything {
            let form: Form = ["TABLE", "SEQUENCE"].contains(everything.word) ? .relation : .routine
            let names = oids.compactMap { $0.flatMap { current.names[form]?[$0] } }
            guard !names.isEmpty else { return nil }
            edits.append((everything.range, "\(everything.word) \(names.joined(separator: ", "))"))
        } else if let first = references.first, let last = references.last {
            let isAggregate = statement.starts(with: "ALTER", "AGGREGATE")
            let names = zip(references, oids).compactMap { reference, oid -> String? in
                guard let oid else { return statement.text(reference.range) }
                let name = current.names[reference.form]?[oid]
                // What takes nothing is written so where it must be an aggregate.
                return isAggregate && name?.hasSuffix("()") == true ? name.map { $0.dropLast(2) + "(*)" } : name
            }
            guard !names.isEmpty else { return nil }
            edits.append((first.range.lowerBound..<last.range.upperBound, names.joined(separator: ", ")))
            for (column, number) in zip(columns, numbers) {
                guard let number, let table = oids.first ?? nil else { continue }
                guard let name = current.columns["\(table).\(number)"] else { return nil }
                edits.append((column.range, name))
            }
        }
        var text = ""
        var place = statement.range.lowerBound
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            text += statement.text(place..<edit.range.lowerBound) + edit.text
            place = edit.range.upperBound
        }
        return text + statement.text(place..<statement.range.upperBound)
    }

    /// What the objects of several statements are called now.
    ///
    /// The administrator asks beside what the schema made, so nothing here is written by a cast or an operator that could
    /// be another: names come as they are, and are quoted here.
    struct CurrentNames {
        fileprivate var names: [Form: [String: String]] = [:]
        fileprivate var columns: [String: String] = [:]

        init(of statements: [BoundNames], on administrator: any Connection) async throws(DatabaseError) {
            var oids: [Form: Set<String>] = [:]
            for statement in statements {
                let forms =
                    statement.everything.map { everything in
                        statement.oids.map { _ in
                            ["TABLE", "SEQUENCE"].contains(everything.word) ? Form.relation : .routine
                        }
                    } ?? statement.references.map(\.form)
                for (form, oid) in zip(forms, statement.oids) { if let oid { oids[form, default: []].insert(oid) } }
            }
            for (form, oids) in oids {
                let list = "{\(oids.joined(separator: ","))}"
                for row in try await administrator.query(Self.query(form, list)) {
                    let path = [row[1].text, row[2].text].compactMap { $0 }
                    let arguments = form == .routine ? "(\(row[3].text ?? ""))" : ""
                    names[form, default: [:]][row[0].text ?? ""] = ("\(name: path)" as SQL).text + arguments
                }
            }
            let tables = Set(statements.filter { !$0.columns.isEmpty }.compactMap { $0.oids.first ?? nil })
            guard !tables.isEmpty else { return }
            let rows = try await administrator.query(
                """
                SELECT a.attrelid, a.attnum, a.attname FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = ANY (\(literal: "{\(tables.joined(separator: ","))}")::pg_catalog.oid[])
                  AND NOT a.attisdropped
                """)
            for row in rows {
                columns["\(row[0].text ?? "").\(row[1].text ?? "")"] = SQL.quoted(name: row[2].text ?? "")
            }
        }

        private static func query(_ form: Form, _ list: String) -> SQL {
            let (columns, namespace): (SQL, SQL) =
                switch form {
                case .relation: ("n.nspname, o.relname", "o.relnamespace")
                case .type: ("n.nspname, o.typname", "o.typnamespace")
                case .namespace: ("NULL, o.nspname", "o.oid")
                case .routine:
                    ("n.nspname, o.proname, pg_catalog.oidvectortypes(o.proargtypes)", "o.pronamespace")
                }
            return """
                SELECT o.oid, \(columns) FROM pg_catalog.\(raw: form.rawValue) o, pg_catalog.pg_namespace n
                WHERE n.oid = \(namespace) AND o.oid = ANY (\(literal: list)::pg_catalog.oid[])
                """
        }
    }
}
