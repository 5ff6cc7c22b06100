import AutogenSchema

/// Publications with their tables and schemas (`pg_publication`, `pg_publication_rel`).
struct PublicationQuery: CatalogQuery {
    static let kind = Kind.publication
    static let catalog = SystemCatalog.publication

    static func sql(version: ServerVersion) -> SQL {
        // Column lists, conditions and schemas came with version 15.
        let isNew = version >= ServerVersion(15, 0)
        let filters =
            isNew
            ? """
             || coalesce(' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a
                WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')', '')
              || coalesce(' WHERE ' || regexp_replace(pg_get_expr(r.prqual, r.prrelid), '^([^(].*|.*[^)])$', '(\\1)'), '')
            """
            : ""
        let schemas =
            isNew
            ? """
            (SELECT array_agg(n.nspname ORDER BY n.nspname)::text[] FROM pg_publication_namespace s
             JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid)
            """
            : "NULL"
        return """
            SELECT p.oid, p.pubname AS id_name, p.puballtables AS "all tables",
                   (SELECT array_agg(m.member ORDER BY m.member) FROM
                     (SELECT format('%I.%I', n.nspname, c.relname)\(raw: filters) AS member
                      FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE r.prpubid = p.oid) m) AS tables,
                   \(raw: schemas) AS schemas,
                   array_remove(ARRAY[CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                     CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END], NULL) AS publish,
                   p.pubviaroot AS "via partition root",
                   \(raw: version.major >= 18 ? "CASE p.pubgencols WHEN 's' THEN 'stored' END" : "NULL") AS "generated columns",
                   pg_get_userbyid(p.pubowner) AS owner
            FROM pg_publication p
            WHERE \(raw: Filter.notOfExtension("pg_publication", "p.oid"))
            """
    }
}

/// Subscriptions of this database (`pg_subscription`).
///
/// Only superusers may read where they connect to, and asking for that column fails for everybody else. So it is asked
/// for inside `ts_stat`, which runs a query of its own, and only for the rows of those who have the right.
struct SubscriptionQuery: CatalogQuery {
    static let kind = Kind.subscription
    static let catalog = SystemCatalog.subscription

    static func sql(version: ServerVersion) -> SQL {
        """
        SELECT s.oid, s.subname AS id_name, s.subpublications AS publications, s.subslotname AS slot,
               \(raw: connection) AS connection,
               array_remove(ARRAY[\(raw: options(version))], NULL) AS options,
               s.subenabled AS enabled, pg_get_userbyid(s.subowner) AS owner
        FROM pg_subscription s
        WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND has_column_privilege('pg_subscription', 'subconninfo', 'SELECT')
          AND \(raw: Filter.notOfExtension("pg_subscription", "s.oid"))
        """
    }

    /// `ts_stat` answers with words of at most 2 KB: the text travels in numbered pieces of 1,000 hexadecimal digits.
    private static let connection = """
        (SELECT convert_from(decode(string_agg(substr(w.word, 5), '' ORDER BY w.word), 'hex'), 'UTF8') FROM ts_stat(format($q$
           SELECT array_to_tsvector(ARRAY(SELECT lpad(i::text, 4, '0')
             || substr(encode(convert_to(s.subconninfo, 'UTF8'), 'hex'), i * 1000 + 1, 1000)
             FROM generate_series(0, length(s.subconninfo) * 8 / 1000) i)) FROM pg_subscription s WHERE s.oid = %s$q$, s.oid)) w)
        """

    /// The parameters that differ from what `CREATE SUBSCRIPTION` of the server's version takes for granted.
    private static func options(_ version: ServerVersion) -> String {
        var options = [
            "CASE WHEN s.subbinary THEN 'binary=true' END",
            "'synchronous_commit=' || nullif(s.subsynccommit, 'off')",
        ]
        switch version.major {
        case ..<16: options.append("CASE WHEN s.substream::text IN ('t', 'true') THEN 'streaming=on' END")
        case 16, 17:
            options.append("CASE s.substream WHEN 't' THEN 'streaming=on' WHEN 'p' THEN 'streaming=parallel' END")
        default: options.append("CASE s.substream WHEN 't' THEN 'streaming=on' WHEN 'f' THEN 'streaming=off' END")
        }
        if version.major >= 15 {
            options.append("CASE WHEN s.subtwophasestate <> 'd' THEN 'two_phase=true' END")
            options.append("CASE WHEN s.subdisableonerr THEN 'disable_on_error=true' END")
        }
        if version.major >= 16 {
            options.append("'origin=' || nullif(s.suborigin, 'any')")
            options.append("CASE WHEN NOT s.subpasswordrequired THEN 'password_required=false' END")
            options.append("CASE WHEN s.subrunasowner THEN 'run_as_owner=true' END")
        }
        if version.major >= 17 { options.append("CASE WHEN s.subfailover THEN 'failover=true' END") }
        return options.joined(separator: ", ")
    }
}
