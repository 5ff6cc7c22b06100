import AutogenSchema

/// Triggers (`pg_trigger`), without the clones on partitions.
struct TriggerQuery: CatalogQuery {
    static let kind = Kind.trigger
    static let catalog = SystemCatalog.trigger

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, c.relname AS id_relation, t.tgname AS id_name, c.oid AS of,
               pg_get_triggerdef(t.oid) AS definition, \(raw: FiringState.sql("t.tgenabled")) AS enabled
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
