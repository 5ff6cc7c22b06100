import AutogenSchema

/// Text search dictionaries (`pg_ts_dict`).
struct TextSearchDictionaryQuery: CatalogQuery {
    static let kind = Kind.textSearchDictionary
    static let catalog = SystemCatalog.textSearchDictionary

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT x.oid, n.nspname AS id_schema, x.dictname AS id_name,
               (SELECT format('%I.%I', tn.nspname, t.tmplname) FROM pg_ts_template t JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
                WHERE t.oid = x.dicttemplate) AS template, x.dictinitoption AS options, pg_get_userbyid(x.dictowner) AS owner
        FROM pg_ts_dict x JOIN pg_namespace n ON n.oid = x.dictnamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_ts_dict", "x.oid"))
        """
    }
}
