import AutogenSchema

/// Text search parsers (`pg_ts_parser`).
struct TextSearchParserQuery: CatalogQuery {
    static let kind = Kind.textSearchParser
    static let catalog = SystemCatalog.textSearchParser

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT x.oid, n.nspname AS id_schema, x.prsname AS id_name,
               array_remove(ARRAY['START = ' || x.prsstart::oid::regproc, 'GETTOKEN = ' || x.prstoken::oid::regproc,
                 'END = ' || x.prsend::oid::regproc, 'HEADLINE = ' || nullif(x.prsheadline::oid, 0)::regproc,
                 'LEXTYPES = ' || x.prslextype::oid::regproc], NULL) AS functions
        FROM pg_ts_parser x JOIN pg_namespace n ON n.oid = x.prsnamespace
        WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_ts_parser", "x.oid"))
        """
    }
}
