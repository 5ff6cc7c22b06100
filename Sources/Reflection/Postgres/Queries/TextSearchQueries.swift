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
