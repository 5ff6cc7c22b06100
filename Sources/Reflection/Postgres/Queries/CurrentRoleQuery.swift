import AutogenConnection
import AutogenSchema

/// The role that reads.
enum CurrentRoleQuery: ReflectionQuery {
    static func sql(version: ServerVersion) -> SQL { "SELECT current_user" }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readCurrentRole(rows) }
}
