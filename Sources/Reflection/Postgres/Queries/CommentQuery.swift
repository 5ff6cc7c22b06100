import AutogenConnection
import AutogenSchema

/// Comments (`pg_description`) on anything but what the system and extensions brought.
enum CommentQuery: ReflectionQuery {
    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT d.classoid, d.objoid, d.objsubid, d.description
        FROM pg_description d
        WHERE d.objoid >= 16384
           OR (d.classoid = 'pg_namespace'::regclass AND d.description <> 'standard public schema'
               AND d.objoid = (SELECT oid FROM pg_namespace WHERE nspname = 'public'))
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readComments(rows) }
}

/// Security labels (`pg_seclabel`) on anything but what the system and extensions brought.
enum SecurityLabelQuery: ReflectionQuery {
    static let precondition = QueryPrecondition.any(of: "pg_seclabel")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT l.classoid, l.objoid, l.objsubid, l.provider, l.label FROM pg_seclabel l WHERE l.objoid >= 16384
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) { reader.readSecurityLabels(rows) }
}
