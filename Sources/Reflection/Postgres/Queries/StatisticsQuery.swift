import AutogenSchema

/// Extended statistics (`pg_statistic_ext`).
struct StatisticsQuery: CatalogQuery {
    static let kind = Kind.statistics
    static let catalog = SystemCatalog.statistics

    static func sql(version: ServerVersion) -> SQL {
        // The server writes the columns in the order of the table, which says nothing.
        let written = "string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)"
        let sorted = "string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)"
        let definition = """
            (SELECT replace(pg_get_statisticsobjdef(s.oid), ' ON ' || \(written), ' ON ' || \(sorted))
                FROM pg_attribute a WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys))
            """
        return """
                SELECT s.oid, n.nspname AS id_schema, s.stxname AS id_name, s.stxrelid AS of,
                       coalesce(\(raw: definition), pg_get_statisticsobjdef(s.oid)) AS definition,
                       CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target,
                       pg_get_userbyid(s.stxowner) AS owner
                FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
                WHERE \(raw: Filter.userSchema("n")) AND \(raw: Filter.notOfExtension("pg_class", "s.stxrelid"))
            """
    }
}
