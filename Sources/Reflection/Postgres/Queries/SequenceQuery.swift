import AutogenSchema

/// Sequences (`pg_sequence`), without those of identity columns.
struct SequenceQuery: CatalogQuery {
    static let kind = Kind.sequence
    static let catalog = SystemCatalog.relation
    static let census = Census.made(in: .relation, where: "relkind = 'S'")

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
