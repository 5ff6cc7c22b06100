import AutogenSchema

/// Extended statistics (`pg_statistic_ext`).
struct StatisticsQuery: CatalogQuery {
    static let kind = Kind.statistics
    static let catalog = SystemCatalog.statistics

    static func sql(version: ServerVersion) -> SQL {
        // The server writes the columns in the order of the table, which says nothing.
        let written = "string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)"
        let sorted = "string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)"
        // Between the name and the columns stand no others than the words for the kinds.
        return """
                SELECT s.oid, n.nspname AS id_schema, s.stxname AS id_name, s.stxrelid AS of,
                       d.head || d.sorted AS definition, d.sorted AS clause,
                       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target,
                       pg_get_userbyid(s.stxowner) AS owner
                FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
                CROSS JOIN LATERAL (
                  SELECT head, coalesce((SELECT left(rest, strpos(rest, ' ON ') + 3) || \(raw: sorted)
                           || substr(rest, strpos(rest, ' ON ') + 4 + length(\(raw: written)))
                         FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)
                         HAVING count(*) > 0), rest) AS sorted
                  FROM (SELECT head, substr(pg_get_statisticsobjdef(s.oid), length(head) + 1) AS rest
                        FROM (VALUES (format('CREATE STATISTICS %I.%I', n.nspname, s.stxname))) h(head) OFFSET 0) r) d
                WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "s.stxrelid"))
            """
    }
}
