import AutogenConnection
import AutogenSchema

/// Sequences (`pg_sequence`), without those of identity columns.
struct SequenceQuery: CatalogQuery {
    static let kind = Kind.sequence
    static let catalog = SystemCatalog.relation
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind = 'S'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT c.oid, n.nspname AS id_schema, c.relname AS id_name, format_type(s.seqtypid, NULL) AS type, s.seqstart AS start,
               s.seqincrement AS increment, s.seqmin AS minimum, s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle AS cycle,
               c.relpersistence = 'u' AS unlogged,
               \(raw: Ownership.columns(owner: "c.relowner", acl: "c.relacl", type: "s"))
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relpersistence <> 't' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
        """
    }
}

/// The columns that sequences are owned by (`pg_depend`, deptype `a`).
struct SequenceOwnerQuery: CatalogQuery {
    static let kind = Kind.sequenceOwner
    static let catalog = SystemCatalog.none
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind = 'S'")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT 0 AS oid, n.nspname AS id_schema, c.relname AS id_name, c.oid AS of, t.oid AS needs, a.attnum AS needs_subid,
               ARRAY[tn.nspname, t.relname, a.attname]::text[] AS "column"
        FROM pg_depend d JOIN pg_class c ON c.oid = d.objid AND c.relkind = 'S' JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace tn ON tn.oid = t.relnamespace
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND d.refobjsubid > 0
          AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}

/// What is granted on the sequences of identity columns, which are no objects of their own (`pg_class.relacl`).
enum IdentityGrantQuery: ReflectionQuery {
    static let precondition = QueryPrecondition.made(in: .relation, where: "relkind = 'S' AND relacl IS NOT NULL")

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
