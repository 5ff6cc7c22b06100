import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The objects that a statement about owners or privileges names, found when it is written down: where it waits, they may
/// have other names by the time it runs, or be gone.
struct BoundNames: Sendable {
    fileprivate enum Form: String, Sendable {
        case relation = "regclass"
        case type = "regtype"
        case namespace = "regnamespace"
        case routine = "regprocedure"

        var catalog: String {
            switch self {
            case .relation: "pg_class"
            case .type: "pg_type"
            case .namespace: "pg_namespace"
            case .routine: "pg_proc"
            }
        }
    }

    /// Where a name stands in the statement, and with what arguments.
    private struct Reference: Sendable {
        let form: Form
        let path: [String]
        let range: Range<Int>
    }

    private let statement: SQLStatement
    private var references: [Reference] = []
    /// The `oid` of each; `nil` for one that is not there, or not known.
    private(set) var oids: [String?] = []

    init(_ statement: SQLStatement) {
        self.statement = statement
        var reader = statement.reader
        switch reader.word() {
        case "ALTER":
            guard let form = Self.form(&reader) else { return }
            reader.skip("IF", "EXISTS")
            reader.skip("ONLY")
            read(form, &reader)
        case "GRANT", "REVOKE":
            guard reader.skip(behind: "ON"), !reader.isAt("ALL") else { return }
            let form = Self.form(&reader) ?? .relation
            repeat { read(form, &reader) } while reader.skip(symbol: ",")
            // Another kind of object has a word of its own before its name.
            if !reader.isAt("TO"), !reader.isAt("FROM") { references = [] }
        default: break
        }
    }

    /// Whether something that it names is known.
    var isBound: Bool { oids.contains { $0 != nil } }

    /// The table that `ALTER TABLE ... OWNER TO` is about.
    var table: String? {
        statement.starts(with: "ALTER", "TABLE") ? oids.first ?? nil : nil
    }

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

    /// The columns of a query that finds the objects, in which nothing fails.
    private var columns: [SQL] {
        references.enumerated().map { index, reference in
            let name = ("\(name: reference.path)" as SQL).text
            let found: SQL =
                switch reference.form {
                case .relation, .type, .namespace:
                    "pg_catalog.to_\(raw: reference.form.rawValue)(\(literal: name))::pg_catalog.oid"
                case .routine: Self.routine(reference.path)
                }
            return ", \(found) AS \(name: "bound \(index)")"
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

    /// Finds the objects, and returns the search path that holds.
    mutating func find(on connection: any Connection) async throws(DatabaseError) -> String {
        let row = try await connection.query(
            "SELECT pg_catalog.current_setting('search_path') AS path\(columns, separator: "")"
        ).first
        oids = try references.indices.map { index throws(DatabaseError) in try row?.optionalString("bound \(index)") }
        return try row?.string("path") ?? ""
    }

    /// The statement with the names that the objects have now, without those that are gone; `nil` where all are.
    func text(_ current: CurrentNames) -> String? {
        guard let first = references.first, let last = references.last else { return statement.text }
        let present = zip(references, oids).compactMap { reference, oid in
            oid.map { current.names[reference.form]?[$0] } ?? statement.text(reference.range)
        }
        guard !present.isEmpty else { return nil }
        return statement.text(statement.range.lowerBound..<first.range.lowerBound) + present.joined(separator: ", ")
            + statement.text(last.range.upperBound..<statement.range.upperBound)
    }

    /// What the objects of several statements are called now.
    struct CurrentNames {
        fileprivate var names: [Form: [String: String]] = [:]

        /// The administrator asks beside what the schema made: each type is written by its own function, which no cast
        /// replaces.
        init(of statements: [BoundNames], on administrator: any Connection) async throws(DatabaseError) {
            var oids: [Form: Set<String>] = [:]
            for statement in statements {
                for (reference, oid) in zip(statement.references, statement.oids) {
                    if let oid { oids[reference.form, default: []].insert(oid) }
                }
            }
            for (form, oids) in oids {
                let list = "{\(oids.joined(separator: ","))}"
                let rows = try await administrator.query(
                    """
                    SELECT o.oid, pg_catalog.\(raw: form.rawValue)out(o.oid::pg_catalog.\(raw: form.rawValue))
                    FROM pg_catalog.\(raw: form.catalog) o WHERE o.oid = ANY (\(literal: list)::pg_catalog.oid[])
                    """)
                for row in rows { names[form, default: [:]][row[0].text ?? ""] = row[1].text }
            }
        }
    }
}
