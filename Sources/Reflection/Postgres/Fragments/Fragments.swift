/// The word for when a trigger or rule fires.
enum FiringState {
    static func sql(_ column: String) -> String {
        "CASE \(column) WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' ELSE 'origin' END"
    }
}

/// The columns that say who owns an object and what it grants.
enum Ownership {
    static func columns(owner: String, acl: String, type: String) -> String {
        """
        pg_get_userbyid(\(owner)) AS owner, \(acl)::text[] AS acl, acldefault('\(type)', \(owner))::text[] AS acldefault
        """
    }
}

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

/// The index that `CLUSTER` sorts a table or materialized view by.
enum ClusterIndex {
    static func sql(_ relation: String) -> String {
        """
        (SELECT ic.relname FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
         WHERE i.indrelid = \(relation).oid AND i.indisclustered)
        """
    }
}

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
