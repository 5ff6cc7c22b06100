import AutogenSchema

/// Text search templates (`pg_ts_template`).
struct TextSearchTemplateQuery: CatalogQuery {
    static let kind = Kind.textSearchTemplate
    static let catalog = SystemCatalog.textSearchTemplate

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT x.oid, n.nspname AS id_schema, x.tmplname AS id_name,
               array_remove(ARRAY['INIT = ' || nullif(x.tmplinit::oid, 0)::regproc,
                 'LEXIZE = ' || x.tmpllexize::oid::regproc], NULL) AS functions
        FROM pg_ts_template x JOIN pg_namespace n ON n.oid = x.tmplnamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_ts_template", "x.oid"))
        """
    }
}
