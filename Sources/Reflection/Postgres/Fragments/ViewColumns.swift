/// The columns of a view as JSON: names, types and collations.
enum ViewColumns {
    static func sql(_ relation: String) -> String {
        """
        (SELECT jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) \
        || CASE WHEN a.attcollation <> ty.typcollation THEN jsonb_build_object('collation', \
        \(Qualified.collation("a.attcollation"))) ELSE '{}' END ORDER BY a.attnum) \
        FROM pg_attribute a JOIN pg_type ty ON ty.oid = a.atttypid \
        WHERE a.attrelid = \(relation).oid AND a.attnum > 0 AND NOT a.attisdropped)
        """
    }
}
