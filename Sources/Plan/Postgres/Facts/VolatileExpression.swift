import AutogenSQLText
import AutogenSchema

/// A default that may give each row another value.
enum VolatileExpression {
    /// Whether it calls what is volatile: of the server's own functions, or of the schema's, where they say nothing else.
    static func isVolatile(_ expression: String, of column: ObjectID, in catalog: Catalog) -> Bool {
        let called = catalog.needs(of: ObjectID(.columnDefault, path: column.path)).contains { id in
            catalog.body(id, as: Function.self).map { !$0.isStable.value } ?? false
        }
        return called || isVolatile(expression)
    }

    /// Whether it calls one of the server's own that is.
    static func isVolatile(_ expression: String) -> Bool {
        var reader = SQLReader(expression, .postgresql)
        while let token = reader.next() {
            guard token.kind == .word, reader.peek?.kind == .opening else { continue }
            if own.contains(reader.text(of: token).lowercased()) { return true }
        }
        return false
    }

    /// Of the server's functions those that a default may call (`pg_proc.provolatile = 'v'`).
    private static let own: Set = [
        "clock_timestamp", "currval", "gen_random_bytes", "gen_random_uuid", "gen_salt", "lastval", "nextval", "random",
        "random_normal", "timeofday", "txid_current", "pg_current_xact_id", "uuid_generate_v1", "uuid_generate_v1mc",
        "uuid_generate_v4", "uuidv4", "uuidv7",
    ]
}
