import AutogenConnection
import AutogenSchema

/// Security labels (`pg_seclabel`) on anything but what the system and extensions brought.
enum SecurityLabelQuery: ReflectionQuery {
    static let census = Census.any(of: "pg_seclabel")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT l.classoid, l.objoid, l.objsubid, l.provider, l.label FROM pg_seclabel l WHERE l.objoid >= 16384
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readSecurityLabels(rows) }
}
