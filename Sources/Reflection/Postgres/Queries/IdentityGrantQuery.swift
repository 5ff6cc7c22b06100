import AutogenConnection
import AutogenSchema

/// What is granted on the sequences of identity columns, which are no objects of their own (`pg_class.relacl`).
enum IdentityGrantQuery: ReflectionQuery {
    static let census = Census.made(in: .relation, where: "relkind = 'S' AND relacl IS NOT NULL")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT n.nspname AS schema, c.relname AS name, d.refobjid AS "table", d.refobjsubid AS number,
               \(raw: Ownership.columns(owner: "c.relowner", acl: "c.relacl", type: "s"))
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'
        WHERE c.relkind = 'S' AND c.relacl IS NOT NULL AND d.refclassid = 'pg_class'::regclass
        """
    }

    static func read(_ rows: Rows, into reader: inout PostgresReader) throws(DatabaseError) {
        try reader.readIdentityGrants(rows)
    }
}
