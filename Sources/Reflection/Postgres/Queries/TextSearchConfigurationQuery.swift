import AutogenSchema

/// Text search configurations with their mappings (`pg_ts_config`, `pg_ts_config_map`).
struct TextSearchConfigurationQuery: CatalogQuery {
    static let kind = Kind.textSearchConfiguration
    static let catalog = SystemCatalog.textSearchConfiguration

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT x.oid, n.nspname AS id_schema, x.cfgname AS id_name,
               (SELECT format('%I.%I', pn.nspname, p.prsname) FROM pg_ts_parser p JOIN pg_namespace pn ON pn.oid = p.prsnamespace
                WHERE p.oid = x.cfgparser) AS parser,
               (SELECT array_agg(m.alias || '=' || m.dictionaries ORDER BY m.alias) FROM
                 (SELECT t.alias, string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dictionaries
                  FROM pg_ts_config_map m JOIN ts_token_type(x.cfgparser) t ON t.tokid = m.maptokentype
                  WHERE m.mapcfg = x.oid GROUP BY t.alias) m) AS mappings,
               pg_get_userbyid(x.cfgowner) AS owner
        FROM pg_ts_config x JOIN pg_namespace n ON n.oid = x.cfgnamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_ts_config", "x.oid"))
        """
    }
}
