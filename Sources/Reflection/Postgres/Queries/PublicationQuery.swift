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
              || coalesce(' WHERE ' || pg_get_expr(r.prqual, r.prrelid), '')
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
