import AutogenSchema

/// Triggers (`pg_trigger`); of the copies on partitions, those that fire at other times than the original.
struct TriggerQuery: CatalogQuery {
    static let kind = Kind.trigger
    static let catalog = SystemCatalog.trigger
    static let census = Census.made(in: .trigger, where: "NOT tgisinternal")

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT t.oid, n.nspname AS id_schema, c.relname AS id_relation, t.tgname AS id_name, c.oid AS of,
               CASE WHEN t.tgparentid = 0 THEN pg_get_triggerdef(t.oid) END AS definition, t.tgparentid <> 0 AS "of parent", \(raw: FiringState.sql("t.tgenabled")) AS enabled
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_trigger whole ON whole.oid = t.tgparentid
        WHERE NOT t.tgisinternal AND (whole.oid IS NULL OR whole.tgenabled <> t.tgenabled) AND c.relpersistence <> 't' AND \(raw: Filter.userSchema("n"))
          AND \(raw: Filter.notOfExtension("pg_class", "c.oid"))
        """
    }
}
