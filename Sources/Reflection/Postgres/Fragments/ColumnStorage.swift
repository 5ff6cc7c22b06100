/// How the values of a column `a` of type `t` are kept (`pg_attribute`).
enum ColumnStorage {
    /// Security releases of late 2026 stamp columns with an option of their own, `pg_attver`; pg_dump leaves it out too.
    static let options = "(SELECT array_agg(o) FROM unnest(a.attoptions) o WHERE o NOT LIKE 'pg\\_attver=%')"

    static let columns = """
        CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage
          WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN' WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END END AS storage,
        CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
        CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics, \(options) AS options
        """
}
